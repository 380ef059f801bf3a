package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.delivery.Message.Purpose;
import dev.arke.responder.ContactKind;
import dev.arke.slack.block.CardBlocks;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be done about an incident: a short menu at its card, and everything where the whole incident is shown. */
@EachDatabase
final class IncidentMenuTest {
    private final World world;

    IncidentMenuTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void anIncident() {
        Shop.in(world);
        Shop.incident(world, "disk");
    }

    @Test
    void theCardHasOneShortMenuInEachState() {
        for (var line : List.of("show 1", "ack 1", "snooze 1 1h", "resolve 1")) {
            says(line);
            var card = world.card(1);

            assertThat(card.buttons()).as(line).hasSizeLessThanOrEqualTo(4);
            assertThat(card.more()).as(line).hasSizeBetween(2, 5);
            assertThat(card.more().getLast()).as(line).isEqualTo(Button.of("Details and more", "show 1"));
            assertThat(CardBlocks.quiet().draw(card).blocks().toString().split("OverflowMenuElement", -1))
                    .as(line)
                    .hasSize(2);
        }
        world.take(Purpose.NOTICE);
    }

    @Test
    void theWholeIncidentHasTheRestToo() {
        assertThat(offered())
                .contains(
                        "ack", "resolve", "escalate", "snooze", "note", "ask", "add", "reassign", "priority", "merge");
        says("ack 1");
        assertThat(offered())
                .contains(
                        "resolve",
                        "unack",
                        "escalate",
                        "snooze",
                        "room",
                        "note",
                        "ask",
                        "add",
                        "reassign",
                        "priority",
                        "merge");
        says("snooze 1 1h");
        assertThat(offered())
                .contains("ack", "resolve", "unack", "snooze", "note", "ask", "add", "reassign", "priority", "merge");
        says("resolve 1");
        assertThat(offered()).containsExactly("reopen", "note");
        world.take(Purpose.NOTICE);
    }

    @Test
    void howLongItIsQuietIsOnesOwnChoice() {
        for (var line : List.of("show 1", "ack 1", "snooze 1 1h")) {
            says(line);
            assertThat(whole()).as(line).contains(Button.of("Snooze…", "snooze 1"));
        }
        assertThat(says("snooze 1")).isInstanceOf(Reply.Open.class);
        world.take(Purpose.NOTICE);
    }

    @Test
    void eachOfThemDoesOrOpensSomething() {
        says("ack 1");
        for (var line : whole().map(Button::line).toList()) {
            if (line.equals("merge 1") || line.equals("priority 1") || line.equals("ask 1"))
                assertThat(says(line)).as(line).isInstanceOf(Reply.Open.class);
        }
    }

    private List<String> offered() {
        return whole().map(Button::line).map(line -> line.split(" ", -1)[0]).toList();
    }

    /** Every button of the answer that shows the whole incident. */
    private Stream<Button> whole() {
        var card = card(says("show 1"));
        var inBody = card.body().stream()
                .flatMap(element -> element instanceof Element.Actions(var buttons) ? buttons.stream() : Stream.of());
        return Stream.of(card.buttons().stream(), inBody, card.more().stream()).flatMap(buttons -> buttons);
    }

    private static Card card(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Private.class);
        return ((Reply.Private) reply).card();
    }

    private Reply says(String line) {
        var reply = Talk.answer(world, "alice", line);
        world.work();
        return reply;
    }
}
