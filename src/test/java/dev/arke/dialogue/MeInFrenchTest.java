package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How somebody who speaks French is reached and paged, in their words; others read theirs. */
@EachDatabase
final class MeInFrenchTest {
    private final Office office;

    MeInFrenchTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void aliceSpeaksFrench() {
        office.fill();
        assertThat(office.says("alice", "me language fr")).contains("vous parlent français désormais");
    }

    private String alice(String line) {
        return office.says("alice", line);
    }

    @Test
    void meIsHowIAmReached() {
        alice("me quiet 22:00-07:00");
        alice("me remind secondary 1h");

        assertThat(alice("me"))
                .startsWith("Ce que je sais de vous\nVous êtes Alice Martin, alice ici. Votre fuseau horaire est")
                .contains("Comment je vous joins", "sandbox alice : prêt.", "mail alice@example.com : pas installé")
                .contains("haute : sandbox aussitôt. Laissé de côté, car vous n’en avez pas qui marche : sms.")
                .contains("Vos astreintes", "primary pour payments jusqu’à", "M’envoyer un appel d’essai: test")
                .contains("Calme de 22:00 à 07:00", "Langue de vos appels et de mes réponses : français.")
                .contains(
                        "Je vous rappelle vos astreintes", "celles de secondary : 1 h avant. Pour changer cela, tapez")
                .doesNotContain("You", "Your", "reach");
        assertThat(office.says("bob", "me")).startsWith("What I know about you");
    }

    @Test
    void whatOneChanges() {
        assertThat(alice("me high chat, sms 1m"))
                .contains("Désormais, on vous appelle ainsi :", "haute : sandbox aussitôt.", "Annuler: me high");
        assertThat(alice("me quiet 22:00-07:00")).contains("De 22:00 à 07:00 (", "vous attendent.");
        assertThat(alice("me quiet off")).contains("Vous n’avez plus d’heures de calme.");
        assertThat(alice("me remind 1w 1d"))
                .contains("Désormais : Je vous rappelle vos astreintes 7 jours et 1 jour avant.");
        assertThat(alice("me remind never")).contains("Je ne vous rappelle pas vos astreintes.");
        assertThat(alice("me high call for nowhere"))
                .contains("Je ne connais ni équipe ni service de ce nom : nowhere.");
        assertThat(alice("me remove email nobody@example.com")).contains("Vous n’avez pas ce moyen de contact.");
        assertThat(alice("me add sms +33612345678")).contains("Rien n’est installé sur cet Arke");
    }

    @Test
    void aTestPage() {
        assertThat(alice("test"))
                .contains("Un appel d’essai vous arrive par sandbox.", "Laissé de côté, car pas installé ici : mail.");
        assertThat(alice("test sms")).contains("Je n’ai rien envoyé : vous n’avez pas ce moyen de contact.");
        assertThat(office.says("bob", "test")).contains("A test page is on its way to you by sandbox.");
    }
}
