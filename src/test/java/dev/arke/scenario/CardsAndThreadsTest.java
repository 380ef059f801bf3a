package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.FakeCarrier.Arrived;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One card for an incident and channel, edited in place; its thread tells what happened, each line once. */
@EachDatabase
final class CardsAndThreadsTest {
    private static final Outcome DOWN = new Outcome.Again(Duration.ZERO, FailureReason.SERVER, "the chat is down");

    private final World world;

    CardsAndThreadsTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        Checkout.in(world);
    }

    @Test
    void theCardSaysWhatIsBrokenAndWhoIsPaged() {
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));

        var card = inChannel().getFirst();

        assertThat(card.message().card().summary()).isEqualTo("urgent #1 checkout: disk full. Nobody has it yet.");
        assertThat(card.text()).contains("#1 disk full", "Nobody has it yet.", "alice", "Acknowledge: ack 1");
    }

    @Test
    void theThreadTellsEachThingOnceUnderTheCard() {
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        var ref = inChannel().getFirst();
        world.advance(Duration.ofSeconds(5));

        var first = threads();
        assertThat(first).isNotEmpty().allMatch(line -> line.message().thread().isPresent());
        assertThat(text(first))
                .containsOnlyOnce("Opened by monitor")
                .containsOnlyOnce("Step 1: paging alice.")
                .containsOnlyOnce("Page delivered to alice by the sandbox.");
        assertThat(ref.outcome()).isInstanceOf(Outcome.Delivered.class);

        world.act("alice", 1, new IncidentAct.Note("it is the logs"));
        world.advance(Duration.ofSeconds(5));
        var second = threads();
        assertThat(text(second)).contains("alice: it is the logs").doesNotContain("Opened by");
        assertThat(Stream.concat(first.stream(), second.stream()))
                .as("a later reply takes the place of no earlier one")
                .extracting(line -> line.message().deliveryId())
                .doesNotHaveDuplicates();
    }

    @Test
    void theCardIsEditedWhenSomebodyTakesItAndWhenItIsOver() {
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        take();

        world.act("alice", 1, new IncidentAct.Acknowledge());
        assertThat(inChannel()).singleElement().satisfies(edit -> {
            assertThat(edit.message().edits()).isPresent();
            assertThat(edit.text()).contains("alice has had it since", "Give back: unack 1");
        });

        world.act("alice", 1, new IncidentAct.Resolve("rotated the logs"));
        assertThat(inChannel())
                .singleElement()
                .satisfies(edit -> assertThat(edit.text()).contains("Resolved by alice", "Reopen: reopen 1"));
    }

    @Test
    void whoWasPagedBeforeHearsThatPagingHasGoneOn() {
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        assertThat(text(take()))
                .contains("You are paged (step 1).", "Paging alice. Next page at")
                .doesNotContain("not reached");

        world.act("bob", 1, new IncidentAct.Escalate());

        assertThat(take().stream().filter(arrived -> arrived.message().address().equals("alice")))
                .singleElement()
                .satisfies(edit -> assertThat(edit.text())
                        .contains("You were paged, and by now somebody else is.", "Acknowledge: ack 1")
                        .doesNotContain("You are paged"));
    }

    @Test
    void aThreadWaitsForItsCard() {
        world.carrier(ContactKind.SANDBOX).answer(Checkout.CHANNEL, DOWN, DOWN, DOWN);
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        world.advance(Duration.ofSeconds(4));
        assertThat(threads()).isEmpty();

        world.advance(Duration.ofMinutes(2));

        assertThat(text(threads())).containsOnlyOnce("Opened by monitor");
    }

    @Test
    void whatChangesWhileTheCardCannotBeSentIsShownOnce() {
        world.carrier(ContactKind.SANDBOX).answer(Checkout.CHANNEL, DOWN);
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        take();
        world.act("alice", 1, new IncidentAct.Acknowledge());

        world.advance(Duration.ofMinutes(1));

        assertThat(inChannel()).singleElement().satisfies(card -> {
            assertThat(card.message().edits()).isEqualTo(Optional.empty());
            assertThat(card.text()).contains("alice has had it since");
        });
    }

    @Test
    void whoeverIsAskedAfterwardsIsPagedAllTheSame() {
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        world.act("alice", 1, new IncidentAct.Acknowledge());
        take();

        world.act("alice", 1, new IncidentAct.AddResponders(Set.of(world.responder("bob"))));

        var page = take().stream()
                .filter(arrived -> arrived.message().purpose() == Purpose.PAGE && !arrived.isEdit())
                .toList();
        assertThat(page).singleElement().satisfies(one -> {
            assertThat(one.message().address()).isEqualTo("bob");
            assertThat(one.text()).contains("alice asks for you on this incident.", "alice has had it since");
        });
    }

    private List<Arrived> take() {
        return world.carrier(ContactKind.SANDBOX).take();
    }

    private List<Arrived> inChannel() {
        return take().stream()
                .filter(arrived -> arrived.message().purpose() == Purpose.CARD)
                .toList();
    }

    private List<Arrived> threads() {
        return take().stream()
                .filter(arrived -> arrived.message().purpose() == Purpose.THREAD)
                .toList();
    }

    private static String text(List<Arrived> arrived) {
        return String.join("\n", arrived.stream().map(Arrived::text).toList());
    }
}
