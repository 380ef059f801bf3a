package dev.arke.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arke.delivery.Message;
import dev.arke.delivery.Message.Purpose;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Talking in the built-in chat, as several browsers meet it over real connections. */
@Timeout(20)
final class SandboxTalkTest {
    private final SandboxServer server = new SandboxServer();
    private final Browser alice = new Browser(server.port());
    private final Browser bob = new Browser(server.port());

    @AfterEach
    void stop() {
        server.close();
        alice.close();
        bob.close();
    }

    @Test
    void aTypedLineIsSeenByEverybodyAndAnsweredInTheRoom() {
        alice.open("/sandbox/alice/payments");
        var stream = bob.follow("/sandbox/bob/payments/live", "0.0");

        var response = alice.post("/sandbox/alice/payments/line", Map.of("line", " note <b>it</b> is the cache "));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(stream.next("message").data()).contains("Alice Martin", "note &lt;b&gt;it&lt;/b&gt; is the cache");
        assertThat(stream.next("message").data()).contains("Arke", "Noted: note");
        assertThat(server.dialogue.asked).singleElement().satisfies(asked -> {
            assertThat(asked.line()).isEqualTo("note <b>it</b> is the cache");
            assertThat(asked.asker().userId()).isEqualTo("alice");
            assertThat(asked.asker().zone()).isEqualTo(People.PARIS);
            assertThat(asked.place().channel())
                    .contains(Room.channel("payments").channelAddress());
            assertThat(asked.place().threadRef()).isEmpty();
        });
    }

    @Test
    void timesAreReadInTheZoneTheBrowserShows() {
        alice.open("/sandbox/alice/@alice");

        alice.post("/sandbox/alice/@alice/line", Map.of("line", "who at 9:00", "zone", "Asia/Tokyo"));
        alice.post("/sandbox/alice/@alice/line", Map.of("line", "who at 9:00", "zone", "Not/AZone"));

        assertThat(server.dialogue.asked)
                .extracting(
                        asked -> asked.asker().zone().getId(),
                        asked -> asked.place().channel())
                .containsExactly(tuple("Asia/Tokyo", Optional.empty()), tuple("Europe/Paris", Optional.empty()));
    }

    @Test
    void anEditReachesAnOpenPageInPlace() {
        var id = server.post(Purpose.CARD, "payments", Cards.alarm("before"));
        alice.open("/sandbox/alice/payments");
        var stream =
                alice.follow("/sandbox/alice/payments/live", server.chat.read().revision() + ".0");

        server.carrier.send(new Message(
                UUID.randomUUID(),
                Purpose.CARD,
                "payments",
                Cards.alarm("after"),
                Optional.of(id),
                Optional.empty(),
                false));

        assertThat(stream.next("message").data()).contains("id=\"m-" + id + "\"", "after", "edited");
    }

    @Test
    void aBrokenConnectionCatchesUpFromWhereItWas() {
        alice.open("/sandbox/alice/payments");
        var first = alice.follow("/sandbox/alice/payments/live", "0.0");
        server.post(Purpose.CARD, "payments", Cards.alarm("one"));
        var cursor = first.next("message").id();
        first.close();
        server.post(Purpose.CARD, "payments", Cards.alarm("two"));
        server.post(Purpose.CARD, "platform", Cards.alarm("elsewhere"));
        server.post(Purpose.CARD, "payments", Cards.alarm("three"));

        var again = alice.follow("/sandbox/alice/payments/live", cursor);

        assertThat(again.next().data()).contains("two");
        assertThat(again.next().data()).contains("three");
    }

    @Test
    void aPrivateReplyIsSeenByItsAskerAloneUntilItIsShared() {
        alice.open("/sandbox/alice/payments");
        bob.open("/sandbox/bob/payments");
        var aliceSees = alice.follow("/sandbox/alice/payments/live", "0.0");
        var bobSees = bob.follow("/sandbox/bob/payments/live", "0.0");

        alice.post("/sandbox/alice/payments/line", Map.of("line", "help"));
        var reply = aliceSees.next("private").data();
        assertThat(reply).contains("Only for Alice Martin", "Only you can see this", "Share");
        assertThat(bobSees.next("message").data()).contains("help");
        assertThat(bob.open("/sandbox/bob/payments")).doesNotContain("Only for Alice");
        assertThat(bob.open("/sandbox/alice/payments"))
                .as("another browser being alice")
                .doesNotContain("Only for");
        assertThat(alice.open("/sandbox/alice/payments")).contains("Only for Alice Martin");

        alice.post("/sandbox/alice/payments/private/" + idIn(reply, "p-"), Map.of("what", "share"));
        assertThat(bobSees.next("message").data()).contains("Only for Alice Martin", "Shared by Alice Martin");
        assertThat(aliceSees.next("gone").data()).isEqualTo("p-" + idIn(reply, "p-"));
    }

    @Test
    void aReplySharedTwiceIsSharedOnce() {
        alice.open("/sandbox/alice/payments");
        alice.post("/sandbox/alice/payments/line", Map.of("line", "help"));
        var id = idIn(alice.open("/sandbox/alice/payments"), "p-");

        alice.post("/sandbox/alice/payments/private/" + id, Map.of("what", "share"));
        alice.post("/sandbox/alice/payments/private/" + id, Map.of("what", "share"));

        assertThat(alice.open("/sandbox/alice/payments").split("Shared by", -1)).hasSize(2);
    }

    @Test
    void aDismissedReplyIsGone() {
        alice.open("/sandbox/alice/payments");
        alice.post("/sandbox/alice/payments/line", Map.of("line", "help"));
        var id = idIn(alice.open("/sandbox/alice/payments"), "p-");

        alice.post("/sandbox/alice/payments/private/" + id, Map.of("what", "dismiss"));

        assertThat(alice.open("/sandbox/alice/payments")).doesNotContain("Only for Alice");
    }

    @Test
    void aClickRunsTheLineInItsConversationWithoutSayingIt() {
        var id = server.post(Purpose.CARD, "payments", Cards.alarm("Checkout fails"));
        alice.open("/sandbox/alice/payments");

        alice.post("/sandbox/alice/payments/click", Map.of("line", "ack 1042", "at", id, "pane", "room"));

        assertThat(server.dialogue.asked).singleElement().satisfies(asked -> {
            assertThat(asked.line()).isEqualTo("ack 1042");
            assertThat(asked.place().threadRef()).contains(id);
        });
        assertThat(alice.open("/sandbox/alice/payments").split("<article", -1)).hasSize(2);
    }

    @Test
    void aLineInAThreadIsAnsweredThere() {
        var id = server.post(Purpose.CARD, "payments", Cards.alarm("Checkout fails"));
        alice.open("/sandbox/alice/payments");
        var stream = bob.follow("/sandbox/bob/payments/live", server.chat.read().revision() + ".0");

        alice.post("/sandbox/alice/payments/line", Map.of("line", "note it", "thread", id));

        assertThat(stream.next("reply").data()).contains("note it", "data-thread=\"" + id + "\"");
        assertThat(bob.open("/sandbox/bob/payments/thread/" + id)).contains("note it", "Noted: note it");
        assertThat(bob.open("/sandbox/bob/payments?thread=" + id)).contains("2 replies", "Noted: note it");
        assertThat(server.dialogue.asked.element().place().threadRef()).contains(id);
    }

    @Test
    void aFormOpensStaysWithItsMistakesAndIsTaken() {
        alice.open("/sandbox/alice/payments");

        var opened = alice.post("/sandbox/alice/payments/line", Map.of("line", "page"));
        var mistaken = alice.post("/sandbox/alice/payments/form/page", Map.of("in.what", " ", "in.who", "a"));
        var taken = alice.post("/sandbox/alice/payments/form/page", Map.of("in.what", "disk", "in.who", "a"));

        assertThat(opened.body())
                .contains("Page &lt;somebody&gt;", "name=\"in.what\"", "&quot;disk&quot;")
                .contains("<option value=\"b\" selected=\"\">B</option>", "Whom (optional)");
        assertThat(mistaken.statusCode()).isEqualTo(422);
        assertThat(mistaken.body()).isEqualTo("{\"in.what\":\"Say what is wrong.\"}");
        assertThat(taken.statusCode()).isEqualTo(204);
        assertThat(server.dialogue.asked)
                .extracting(FakeDialogue.Asked::line)
                .containsExactly("page", "page   a", "page disk a");
        assertThat(alice.open("/sandbox/alice/payments")).contains("Paged.");
    }

    @Test
    void linesAreCompleted() {
        assertThat(alice.open("/sandbox/alice/payments/complete?line=ack%20")).isEqualTo("[\"ack 1042\",\"ack 1043\"]");
    }

    @Test
    void whatIsUnreadIsToldUntilItIsSeen() {
        bob.open("/sandbox/bob/payments");
        var stream = bob.follow("/sandbox/bob/payments/live", "0.0");
        assertThat(stream.next("unread").data()).isEqualTo("{}");

        server.post(Purpose.PAGE, "bob", Cards.alarm("for bob"));
        assertThat(stream.next("unread").data()).isEqualTo("{\"@bob\":1}");

        bob.post(
                "/sandbox/bob/@bob/seen",
                Map.of("posted", Long.toString(server.chat.read().revision())));
        assertThat(stream.next("unread").data()).isEqualTo("{}");
    }

    @Test
    void stoppingEndsTheStreams() {
        var stream = alice.follow("/sandbox/alice/payments/live", "0.0");
        stream.next("unread");

        server.close();

        assertThat(stream.ends()).isTrue();
    }

    private static String idIn(String html, String prefix) {
        int at = html.indexOf("id=\"" + prefix) + 4 + prefix.length();
        return html.substring(at, at + 36);
    }
}
