package dev.arke.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.engine.Ids;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.FakeSlack;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SlackCarrierTest {
    private static final UUID ALICE = UUID.fromString("0198c0de-0000-7000-8000-00000000a11c");
    private static final UUID BOB = UUID.fromString("0198c0de-0000-7000-8000-000000000b0b");

    private final FakeSlack slack = FakeSlack.start();
    private final MovableInstants clock = new MovableInstants();
    private final Ids ids = new Ids(clock, new SplittableRandom(1));
    private final SlackClient client = new SlackClient(slack.settings(), clock);
    private SlackCarrier carrier = carrier();

    SlackCarrierTest() {
        slack.people().add("U0ALICE", "alice");
        slack.rooms().channel("C0PAY", "payments");
    }

    private SlackCarrier carrier() {
        var app = new OwnApp(client, FakeSlack.TOKEN, clock);
        return new SlackCarrier(
                client,
                app,
                (id, team) -> Optional.of(id.equals(ALICE) ? "U0ALICE" : "U0BOB")
                        .filter(account -> team.equals(FakeSlack.TEAM)),
                clock);
    }

    @AfterEach
    void close() {
        client.close();
        slack.close();
    }

    @Test
    void aPageIsADirectMessageThatIsFoundAgain() {
        var ref = delivered(message(Purpose.PAGE, "U0ALICE", card("paging")));

        var direct = slack.chat().in("D0ALICE").getFirst();
        assertThat(ref).isEqualTo("D0ALICE:" + direct.ts());
        assertThat(direct.text()).isEqualTo("paging");
        assertThat(direct.unfurls()).isFalse();
        assertThat(slack.calls()).extracting(call -> call.method()).doesNotContain("conversations.history");

        assertThat(delivered(edit(Purpose.PAGE, "U0ALICE", ref, card("bob has it"))))
                .isEqualTo(ref);

        assertThat(slack.chat().in("D0ALICE")).singleElement().satisfies(stub -> {
            assertThat(stub.text()).isEqualTo("bob has it");
            assertThat(stub.edits()).isEqualTo(1);
        });
    }

    @Test
    void linesOfTheTimelineAreRepliesBelowTheCard() {
        var root = delivered(message(Purpose.CARD, "C0PAY", card("disk full")));
        var reply = new Message(
                ids.next(), Purpose.THREAD, "C0PAY", card("alice paged"), Optional.empty(), Optional.of(root), false);

        assertThat(delivered(reply)).startsWith("C0PAY:").isNotEqualTo(root);

        assertThat(slack.chat().in("C0PAY")).hasSize(1);
        assertThat(slack.chat().repliesTo(slack.chat().in("C0PAY").getFirst()))
                .singleElement()
                .satisfies(line -> assertThat(line.text()).isEqualTo("alice paged"));
    }

    @Test
    void anotherWorkspaceIsNamedInAddressAndReference() {
        assertThat(delivered(message(Purpose.CARD, FakeSlack.TEAM + "/C0PAY", card("disk full"))))
                .startsWith(FakeSlack.TEAM + "/C0PAY:");
        assertThat(carrier.send(message(Purpose.CARD, "T0OTHER/C0PAY", card("disk full"))))
                .isInstanceOf(Outcome.CarrierBroken.class);
    }

    @Test
    void afterARefusalPlainTextReplacesTheForm() {
        slack.next("chat.postMessage", Answer.error("invalid_blocks"));
        var rich = message(Purpose.CARD, "C0PAY", card("disk full"));
        assertThat(carrier.send(rich)).isInstanceOf(Outcome.PayloadRefused.class);

        var ref = delivered(plain(rich, Optional.empty()));

        assertThat(slack.chat().in("C0PAY")).singleElement().satisfies(post -> {
            assertThat(post.blocks()).isEmpty();
            assertThat(post.text()).contains("details of disk full", "Acknowledge: ack 1");
        });
        delivered(edit(Purpose.CARD, "C0PAY", ref, card("disk full")));
        delivered(plain(rich, Optional.of(ref)));
        assertThat(slack.chat().in("C0PAY").getFirst().blocks()).isEmpty();
    }

    @Test
    void onlyPagesPingAndOnlyWhomTheyPage() {
        var card = Card.line(
                Tone.ALARM, new Span.Mention(ALICE, "alice"), Span.text(" then "), new Span.Mention(BOB, "bob"));

        delivered(message(Purpose.PAGE, "U0ALICE", card));
        delivered(message(Purpose.CHANNEL_PAGE, "C0PAY", card));
        delivered(message(Purpose.CARD, "C0PAY", card));

        assertThat(slack.chat().in("D0ALICE").getFirst().words()).contains("<@U0ALICE> then bob");
        assertThat(slack.chat().in("C0PAY").getFirst().words()).contains("<@U0ALICE> then <@U0BOB>");
        assertThat(slack.chat().in("C0PAY").getLast().words())
                .contains("alice then bob")
                .doesNotContain("<@");
    }

    @Test
    void aPageWhoseAnswerWasLostIsNotSentTwice() {
        slack.next("chat.postMessage", new Answer.Lost());
        var page = message(Purpose.PAGE, "U0ALICE", card("paging"));
        assertThat(carrier.send(page)).isInstanceOf(Outcome.Again.class);

        var ref = delivered(page);

        assertThat(slack.chat().in("D0ALICE"))
                .singleElement()
                .satisfies(post -> assertThat(ref).isEqualTo("D0ALICE:" + post.ts()));
    }

    @Test
    void aPageThatAKilledServerHadSentIsNotSentTwice() {
        var page = message(Purpose.PAGE, "U0ALICE", card("paging"));
        delivered(page);
        clock.advance(Duration.ofSeconds(1));
        carrier = carrier();

        delivered(page);

        assertThat(slack.chat().in("D0ALICE")).hasSize(1);
    }

    @Test
    void aPageOfANodeWhoseLeaseRanOutIsNotSentTwice() {
        var page = message(Purpose.PAGE, "U0ALICE", card("paging"));
        delivered(page);
        clock.advance(Duration.ofSeconds(30));

        delivered(page);

        assertThat(slack.chat().in("D0ALICE")).hasSize(1);
    }

    @Test
    void aLookThatFailsKeepsNoPageBack() {
        var page = message(Purpose.PAGE, "U0ALICE", card("paging"));
        clock.advance(Duration.ofMinutes(1));
        slack.always("conversations.history", Answer.limited(Duration.ofSeconds(30)));

        delivered(page);

        assertThat(slack.chat().in("D0ALICE")).hasSize(1);
    }

    @Test
    void aMessageThatSomebodyDeletedNeedsNoMoreEdits() {
        var ref = delivered(message(Purpose.CARD, "C0PAY", card("disk full")));
        slack.chat().delete(slack.chat().in("C0PAY").getFirst());

        assertThat(delivered(edit(Purpose.CARD, "C0PAY", ref, card("resolved"))))
                .isEqualTo(ref);
        var reply = new Message(
                ids.next(), Purpose.THREAD, "C0PAY", card("line"), Optional.empty(), Optional.of(ref), false);
        assertThat(delivered(reply)).isEqualTo(ref);
    }

    @Test
    void tooManyRequestsIsLaterAndEditsAreCountedApartFromPosts() {
        slack.next("chat.update", Answer.limited(Duration.ofSeconds(30)));
        var ref = delivered(message(Purpose.CARD, "C0PAY", card("disk full")));
        var edit = edit(Purpose.CARD, "C0PAY", ref, card("resolved"));

        assertThat(carrier.send(edit)).isInstanceOfSatisfying(Outcome.Again.class, again -> {
            assertThat(again.after()).isEqualTo(Duration.ofSeconds(30));
            assertThat(again.reason()).isEqualTo(FailureReason.RATE_LIMITED);
        });

        assertThat(carrier.rateScopes(edit)).extracting(RateScope::name).containsExactly("slack::update");
        assertThat(carrier.rateScopes(message(Purpose.PAGE, "T0TEAM/U0ALICE", card("x"))))
                .extracting(RateScope::name)
                .containsExactly("slack:T0TEAM:post", "slack:T0TEAM:U0ALICE");
    }

    private String delivered(Message message) {
        var outcome = carrier.send(message);
        assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        return ((Outcome.Delivered) outcome).messageRef();
    }

    private static Card card(String summary) {
        return new Card(
                summary,
                Tone.ALARM,
                List.of(Span.strong(summary)),
                List.of(Element.paragraph("details of " + summary)),
                List.of(Button.primary("Acknowledge", "ack 1")),
                List.of());
    }

    private Message message(Purpose purpose, String address, Card card) {
        return new Message(ids.next(), purpose, address, card, Optional.empty(), Optional.empty(), false);
    }

    private Message edit(Purpose purpose, String address, String ref, Card card) {
        return new Message(ids.next(), purpose, address, card, Optional.of(ref), Optional.empty(), false);
    }

    private static Message plain(Message message, Optional<String> edits) {
        return new Message(
                message.deliveryId(),
                message.purpose(),
                message.address(),
                message.card(),
                edits,
                Optional.empty(),
                true);
    }
}
