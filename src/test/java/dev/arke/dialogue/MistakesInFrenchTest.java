package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody who speaks French hears of lines that are not understood and of what they may not; others hear English. */
@EachDatabase
final class MistakesInFrenchTest {
    private final Office office;

    MistakesInFrenchTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void bobSpeaksFrench() {
        office.fill();
        office.says("bob", "me language fr");
    }

    private String bob(String line) {
        return office.says("bob", line);
    }

    @Test
    void noCommandAndWhatIsMissing() {
        assertThat(bob("akc 12")).contains("akc n’est pas une commande. Rien n’a été fait. Vouliez-vous dire :");
        assertThat(bob("frobnicate")).contains("frobnicate n’est pas une commande. Tapez /oncall help.");
        assertThat(bob("1042")).contains("Que faire de #1042 ? Mettez une commande devant.", "Voir: show 1042");
        assertThat(bob("reopen")).contains("Quel incident ? Ajoutez son numéro. Tapez /oncall reopen");
        assertThat(bob("snooze 12 zzz")).contains("Combien de temps ? Je n’y lis aucune heure ni durée. Tapez");
        assertThat(bob("who payments at blursday")).contains("Je ne lis aucune heure dans blursday. Tapez");
        assertThat(bob("override dana from fri 18:00")).contains("Dites jusqu’à quand. Tapez /oncall override dana");
        assertThat(bob("me remind 1s")).contains("Je rappelle de 10 minutes à 60 jours avant une astreinte.");
        assertThat(bob("rotation edit weekly every x")).contains("x n’est pas la durée d’un tour. Écrivez 12h");
        assertThat(office.says("alice", "akc 12")).contains("akc is no command. Nothing was done. Did you mean:");
    }

    @Test
    void namesThatNobodyHas() {
        assertThat(bob("who paymints"))
                .contains("Je ne connais pas paymints (équipe, service ou personne). Tapez")
                .contains("ou choisissez :", "payments: who payments");
        assertThat(bob("calendar alice")).contains("Je ne connais pas alice (équipe ou service). Tapez");
        office.incident("disk full");
        assertThat(bob("reassign 1 to web")).contains("Personne n’est d’astreinte pour web maintenant.");
        assertThat(office.says("alice", "who paymints")).contains("I know no team, service or person called paymints.");
    }

    @Test
    void whatTheyMayNot() {
        var sentence = "Seuls les administrateurs de l’équipe peuvent changer cela. Demandez à l’un d’eux.";

        assertThat(bob("roster out @chen main of payments")).contains(sentence);
        assertThat(bob("admin keys")).contains("Seuls les administrateurs d’Arke peuvent faire cela.");
        assertThat(office.says("chen", "admin keys")).contains("Only admins of Arke may do this.");
    }
}
