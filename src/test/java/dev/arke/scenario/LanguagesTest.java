package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import dev.arke.card.Button;
import dev.arke.card.PlainText;
import dev.arke.delivery.Message;
import dev.arke.delivery.Message.Purpose;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.FakeCarrier;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages speak the language of whom they go to. */
@EachDatabase
final class LanguagesTest {
    private final World world;

    LanguagesTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.SMS, ContactKind.CALL, ContactKind.EMAIL);
    }

    @BeforeEach
    void aTeam() {
        Checkout.in(world);
    }

    private String says(String line) {
        var answer = Talk.says(world, "alice", line);
        world.work();
        return answer;
    }

    private void alert(String what) {
        world.alert(
                Checkout.MONITOR,
                Alert.firing(what, what).priority(Optional.of(Priority.HIGH)).toAlert());
    }

    private Message one() {
        var pages = world.take(Purpose.PAGE);
        assertThat(pages).hasSize(1);
        return pages.getFirst().message();
    }

    private static String words(Message message) {
        return PlainText.of(message.card(), message.reader());
    }

    @Test
    void chatMailTextAndCallSpeakFrenchToWhoeverWantsIt() {
        assertThat(says("me language fr")).contains("français");
        assertThat(says("me")).contains("Langue de vos appels et de mes réponses : français.");
        says("me high chat, sms 1m, call 2m, email 3m");
        alert("disk full");

        var chat = one();
        assertThat(words(chat))
                .contains("Vous êtes appelé (étape 1). Prenez-le", "Personne ne s’en occupe encore.", "Priorité: haute")
                .contains("Prochain appel à 09:10 UTC.", "Prendre: ack 1", "Résoudre: resolve 1")
                .doesNotContain("Nobody", "Paging", "Acknowledge");
        assertThat(chat.card().more()).extracting(Button::label).contains("Noter…");
        world.advance(Duration.ofMinutes(1));
        var text = one();
        assertThat(words(text)).startsWith("priorité haute, #1 checkout : disk full");
        assertThat(text.language()).isEqualTo(Locale.FRENCH);
        world.advance(Duration.ofMinutes(1));
        assertThat(one().language()).isEqualTo(Locale.FRENCH);
        world.advance(Duration.ofMinutes(1));
        var mail = one();
        assertThat(mail.card().summary()).isEqualTo("Appel : priorité haute, #1 checkout : disk full");
        assertThat(words(mail)).contains("Depuis: lun. 12 janv. 2026 09:00 UTC");

        // The room is spoken to as before.
        assertThat(world.take(Purpose.CARD))
                .extracting(FakeCarrier.Arrived::text)
                .allMatch(card -> card.contains("Nobody has it yet."));
        world.act("alice", 1, new IncidentAct.Acknowledge());
        world.work();
        assertThat(world.edits("alice").getLast()).contains("C’est à vous. Personne d’autre n’est appelé.");
    }

    @Test
    void severalAtOnceATestAndACodeToo() {
        says("me language french");
        says("test");
        assertThat(world.take(Purpose.NOTICE))
                .extracting(FakeCarrier.Arrived::text)
                .isNotEmpty()
                .allMatch(words -> words.contains("Ceci est un appel d’essai"));
        says("me add phone +33612345678");
        assertThat(world.take(Purpose.NOTICE))
                .extracting(FakeCarrier.Arrived::text)
                .isNotEmpty()
                .allMatch(words -> words.contains("Votre code est"));
    }

    @Test
    void whoWantsNothingHasWhatTheTeamFileSays() {
        assertThat(says("me language klingon")).contains("I speak English (en) and French (fr)");
        alert("disk full");
        assertThat(words(one())).contains("You are paged (step 1).");
        says("me language fr");
        assertThat(says("me language default")).contains("in the language of the team file");
        alert("again");
        assertThat(words(one())).contains("You are paged (step 1).");
        world.take(Purpose.CARD);
    }
}
