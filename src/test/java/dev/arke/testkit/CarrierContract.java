package dev.arke.testkit;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every carrier owes the outbox. A carrier's own test brings a far end that answers as told. */
public abstract class CarrierContract {
    protected static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

    private static final Duration UNHURRIED = ofSeconds(20);
    private static final String HOSTILE =
            "<script>alert(1)</script> <!channel> & \"quoted\" <img src=x onerror=alert(2)>";

    /** What the far end answers, in its own tongue, and what that means. */
    public record Answer(String wire, boolean plain, Class<? extends Outcome> means) {
        public static Answer of(String wire, Class<? extends Outcome> means) {
            return new Answer(wire, false, means);
        }
    }

    /** One message at the far end: by what it is known again, its words, and its markup where it has one. */
    public record Arrived(String identity, String words, Optional<String> markup) {}

    /** A carrier whose far end is at this port of this machine. */
    protected abstract Carrier carrier(int port, Duration read, Duration whole);

    /** Starts a far end that takes everything. */
    protected abstract int startFarEnd();

    /** Starts a far end that answers so. */
    protected abstract int startFarEnd(String answer);

    protected abstract String address(int port);

    /** A reference by which the far end finds a message that is there, or was. */
    protected String messageRef(int port) {
        return "ref";
    }

    protected abstract List<Arrived> arrived();

    /** What must never be told: passwords, tokens, addresses that are secrets themselves. */
    protected abstract List<String> secrets(int port);

    protected abstract Stream<Answer> answers();

    @TestFactory
    Stream<DynamicTest> everyAnswerIsReadAsItIsMeant() {
        return answers()
                .map(answer -> dynamicTest(answer.wire() + (answer.plain() ? " to plain text" : ""), () -> {
                    int port = startFarEnd(answer.wire());

                    var outcome = send(port, message(port, Card.line("disk full"), answer.plain()));

                    assertThat(outcome).isInstanceOf(answer.means());
                }));
    }

    @Test
    void aFarEndThatIsSilentIsATimeOut() throws IOException {
        try (var silent = RawServer.silent()) {
            var carrier = carrier(silent.port(), ofMillis(200), UNHURRIED);

            var outcome = send(carrier, silent.port(), message(silent.port(), Card.line("disk full"), false));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Again.class,
                            again -> assertThat(again.reason()).isEqualTo(FailureReason.TIMEOUT));
        }
    }

    @Test
    void aSendEndsWithinItsWholeLimitHoweverLongASingleStepMayTake() throws IOException {
        try (var silent = RawServer.silent()) {
            var carrier = carrier(silent.port(), ofMinutes(5), ofMillis(300));

            var outcome = send(carrier, silent.port(), message(silent.port(), Card.line("disk full"), false));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Again.class,
                            again -> assertThat(again.reason()).isEqualTo(FailureReason.TIMEOUT));
        }
    }

    @Test
    void aFarEndThatHangsUpIsTriedAgain() throws IOException {
        try (var rude = RawServer.hangingUp()) {
            assertThat(send(rude.port(), message(rude.port(), Card.line("disk full"), false)))
                    .isInstanceOf(Outcome.Again.class);
        }
    }

    @Test
    void aFarEndThatIsNotThereIsTriedAgain() throws IOException {
        int port = RawServer.nobodysPort();

        assertThat(send(port, message(port, Card.line("disk full"), false))).isInstanceOf(Outcome.Again.class);
    }

    @Test
    void aDeliveryThatIsSentTwiceIsKnownAsTheSame() {
        int port = startFarEnd();
        var message = message(port, Card.line("disk full"), false);

        var first = send(port, message);
        var second = send(port, message);

        assertThat(first).isInstanceOf(Outcome.Delivered.class).isEqualTo(second);
        assertThat(arrived()).hasSize(2);
        assertThat(arrived().get(0).identity()).isEqualTo(arrived().get(1).identity());
    }

    @Test
    void hostileTextArrivesAsText() {
        int port = startFarEnd();

        assertThat(send(port, message(port, hostile(), false))).isInstanceOf(Outcome.Delivered.class);

        var arrived = arrived().getFirst();
        assertThat(arrived.words()).contains(HOSTILE);
        arrived.markup()
                .ifPresent(markup -> assertThat(markup)
                        .doesNotContain("<script", "<img", "<!channel>", "href=\"javascript:")
                        .contains("alert(1)"));
    }

    @Test
    void whateverAMessageHoldsSendAnswers() {
        int port = startFarEnd();
        var empty = new Card("", Tone.NEUTRAL, List.of(), List.of(), List.of(), List.of());
        var torn = Card.line("half a pair \uD83D and a null \0");

        for (var card : List.of(empty, torn, Card.line("x".repeat(200_000))))
            assertThat(send(port, message(port, card, false))).isInstanceOf(Outcome.Delivered.class);
        for (var address : List.of("", " ", "\r\n", "@", "://", address(port) + "\r\nBcc: eve@example.com", "\0"))
            assertThat(send(port, to(address))).isInstanceOf(Outcome.RecipientGone.class);
    }

    @Test
    void whereNothingCanBeChangedAChangeIsTakenAndNotSent() {
        int port = startFarEnd();
        var message = message(port, Card.line("resolved"), false);
        var ref = Optional.of(messageRef(port));
        var edit = new Message(ID, message.purpose(), message.address(), message.card(), ref, Optional.empty(), false);
        boolean sends = carrier(port, UNHURRIED, UNHURRIED).canEdit();

        var outcome = send(port, edit);

        assertThat(outcome).isEqualTo(new Outcome.Delivered(messageRef(port)));
        assertThat(arrived()).hasSize(sends ? 1 : 0);
    }

    private static Card hostile() {
        var script = new Span.Link("click", URI.create("javascript:alert(3)"));
        return new Card(
                "disk full\r\nBcc: eve@example.com",
                Tone.ALARM,
                List.of(Span.text(HOSTILE)),
                List.of(
                        Element.paragraph(Span.strong(HOSTILE), Span.code(HOSTILE), script),
                        new Element.Heading(HOSTILE),
                        new Element.Fields(List.of(Element.Field.of(HOSTILE, Span.text(HOSTILE)))),
                        new Element.Lines(List.of(List.of(Span.text(HOSTILE)))),
                        new Element.Verbatim(HOSTILE),
                        new Element.Divider(),
                        Element.context(Span.text(HOSTILE))),
                List.of(),
                List.of());
    }

    private Message message(int port, Card card, boolean plain) {
        return new Message(ID, Message.Purpose.PAGE, address(port), card, Optional.empty(), Optional.empty(), plain);
    }

    private static Message to(String address) {
        var card = Card.line("disk full");
        return new Message(ID, Message.Purpose.PAGE, address, card, Optional.empty(), Optional.empty(), false);
    }

    private Outcome send(int port, Message message) {
        return send(carrier(port, UNHURRIED, UNHURRIED), port, message);
    }

    /** Sends, in time, telling nothing. */
    private Outcome send(Carrier carrier, int port, Message message) {
        var outcome = assertTimeoutPreemptively(UNHURRIED.multipliedBy(2), () -> carrier.send(message));

        for (var secret : secrets(port)) assertThat(outcome + " " + carrier).doesNotContain(secret);
        return outcome;
    }
}
