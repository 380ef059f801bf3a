package dev.arke.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import dev.arke.card.PlainText;
import dev.arke.chat.SandboxMessage;
import dev.arke.database.Database;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.engine.delivery.ReadSandboxMessages;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.Engine;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EachDatabase
final class SandboxCarrierTest {
    private final MovableInstants clock = new MovableInstants();
    private final SandboxMessages chat;
    private final SandboxCarrier carrier;

    SandboxCarrierTest(Database database) {
        chat = Chat.on(database, clock);
        carrier = new SandboxCarrier(chat, People::directory);
    }

    @Test
    void aPostIsAMessageOfTheRoom() {
        var sent = post(Purpose.CARD, "payments", Cards.everything());

        assertThat(room("#payments"))
                .singleElement()
                .satisfies(message -> assertThat(message.card()).isEqualTo(Cards.everything()))
                .satisfies(message -> assertThat(message.author()).isEmpty())
                .satisfies(message -> assertThat(message.postedAt()).isEqualTo(clock.instant()))
                .satisfies(message -> assertThat(message.editedAt()).isEmpty())
                .satisfies(message -> assertThat(message.id()).hasToString(sent));
    }

    @Test
    void aSendCutByACrashAndSentAgainIsOneMessage() {
        var message = message(Purpose.PAGE, "alice", Cards.alarm("first"), Optional.empty(), Optional.empty());

        var first = carrier.send(message);
        var second = carrier.send(message);

        assertThat(second).isEqualTo(first);
        assertThat(room("@alice")).hasSize(1);
    }

    @Test
    void anEditChangesTheMessageInItsPlace() {
        var first = post(Purpose.CARD, "payments", Cards.alarm("first"));
        post(Purpose.CARD, "payments", Cards.alarm("second"));
        clock.advance(Duration.ofMinutes(5));

        var outcome = carrier.send(
                message(Purpose.CARD, "payments", Cards.alarm("changed"), Optional.of(first), Optional.empty()));

        assertThat(outcome).isEqualTo(new Outcome.Delivered(first));
        assertThat(room("#payments"))
                .extracting(message -> message.card().summary())
                .containsExactly("changed", "second");
        assertThat(room("#payments").getFirst().editedAt()).contains(clock.instant());
    }

    @Test
    void anEditThatChangesNothingIsNoEdit() {
        var first = post(Purpose.CARD, "payments", Cards.alarm("same"));

        carrier.send(message(Purpose.CARD, "payments", Cards.alarm("same"), Optional.of(first), Optional.empty()));

        assertThat(room("#payments").getFirst().editedAt()).isEmpty();
    }

    @Test
    void aThreadLineStandsBelowItsMessageAndNotInTheRoom() {
        var root = post(Purpose.CARD, "payments", Cards.alarm("root"));

        var line = sent(carrier.send(
                message(Purpose.THREAD, "payments", Card.line("Paged bob."), Optional.empty(), Optional.of(root))));
        carrier.send(message(
                Purpose.THREAD, "payments", Card.line("Paged bob twice."), Optional.of(line), Optional.of(root)));

        assertThat(room("#payments")).hasSize(1);
        var conversation = chat.read().conversation(UUID.fromString(line)).orElseThrow();
        assertThat(conversation.root().id()).hasToString(root);
        assertThat(conversation.replies())
                .extracting(message -> message.card().summary())
                .containsExactly("Paged bob twice.");
    }

    @Test
    void aThreadLineWhoseMessageIsGoneStandsInTheRoom() {
        carrier.send(message(
                Purpose.THREAD,
                "payments",
                Card.line("Paged bob."),
                Optional.empty(),
                Optional.of(UUID.randomUUID().toString())));

        assertThat(room("#payments")).hasSize(1);
    }

    @Test
    void plainIsTextAlone() {
        var message = new Message(
                UUID.randomUUID(), Purpose.PAGE, "bob", Cards.everything(), Optional.empty(), Optional.empty(), true);

        carrier.send(message);

        assertThat(room("@bob").getFirst().card()).isEqualTo(Card.line(PlainText.of(Cards.everything())));
    }

    @Test
    void withoutItsDatabaseItAsksToTryAgain(Engine engine) {
        try (var gone = TestDatabase.open(engine)) {
            var homeless = Chat.on(gone.database(), clock);
            gone.database().close();

            var outcome = new SandboxCarrier(homeless, People::directory)
                    .send(message(Purpose.PAGE, "alice", Cards.everything(), Optional.empty(), Optional.empty()));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Again.class,
                            again -> assertThat(again.reason()).isEqualTo(FailureReason.SERVER));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PAGE, alice, @alice",
        "PAGE, @alice, @alice",
        "CARD, alice, #alice",
        "CHANNEL_PAGE, payments, #payments",
        "NOTICE, payments, #payments",
        "NOTICE, #payments, #payments",
        "NOTICE, alice, @alice"
    })
    void theAddressLeadsToARoom(Purpose purpose, String address, String room) {
        post(purpose, address, Card.line("here"));

        assertThat(room(room)).hasSize(1);
    }

    private String post(Purpose purpose, String address, Card card) {
        return sent(carrier.send(message(purpose, address, card, Optional.empty(), Optional.empty())));
    }

    private static String sent(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        return ((Outcome.Delivered) outcome).messageRef();
    }

    private static Message message(
            Purpose purpose, String address, Card card, Optional<String> edits, Optional<String> thread) {
        return new Message(UUID.randomUUID(), purpose, address, card, edits, thread, false);
    }

    private List<SandboxMessage> room(String key) {
        return chat.read().room(key, ReadSandboxMessages.LATEST).messages();
    }
}
