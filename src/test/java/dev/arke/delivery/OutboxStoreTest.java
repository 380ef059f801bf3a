package dev.arke.delivery;

import static dev.arke.delivery.Rows.NOW;
import static dev.arke.delivery.Rows.card;
import static dev.arke.delivery.Rows.id;
import static dev.arke.delivery.Rows.method;
import static dev.arke.delivery.Rows.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@EachDatabase
final class OutboxStoreTest {
    private static final Duration LEASE = Rows.LEASE;

    private final Database database;
    private final DeliveryStore store;
    private final OutboxStore outbox;

    OutboxStoreTest(Database database) {
        this.database = database;
        this.store = new DeliveryStore(database.dsl());
        this.outbox = new OutboxStore(database.dsl());
    }

    @Test
    void pagesGoFirstTheLongestDueAheadAndOthersLeaveThemRoom() {
        plan(card(id()), card(id()), card(id()));
        plan(page(id(), 1, method(ContactKind.SANDBOX), NOW.minusSeconds(1)));
        plan(page(id(), 1, method(ContactKind.SANDBOX), NOW.minusSeconds(2)));

        var claimed = claim(4, 1, NOW);

        assertThat(claimed).extracting(Delivery::kind).containsExactly(Kind.PAGE, Kind.PAGE, Kind.CARD);
        assertThat(claimed.getFirst().progress().dueAt()).contains(NOW.minusSeconds(2));
    }

    @Test
    void whatIsClaimedIsNobodyElsesUntilItsLeaseEnds() {
        plan(card(id()));

        assertThat(claim(9, 9, NOW)).hasSize(1);
        assertThat(claim(9, 9, NOW.plus(LEASE).minusMillis(1))).isEmpty();
        assertThat(claim(9, 9, NOW.plus(LEASE))).hasSize(1);
    }

    @Test
    void onlyDueRowsOfThisCarrierAreClaimed() {
        plan(
                page(id(), 1, method(ContactKind.SLACK), NOW),
                page(id(), 1, method(ContactKind.SANDBOX), NOW.plusMillis(1)));

        assertThat(claim(9, 9, NOW)).isEmpty();
    }

    @Test
    void oneLookTellsForWhichCarriersSomethingIsDue() {
        plan(
                page(id(), 1, method(ContactKind.SLACK), NOW),
                page(id(), 1, method(ContactKind.SMS), NOW.plusMillis(1)),
                page(id(), 1, method(ContactKind.EMAIL), NOW));
        plan(card(id()));
        var asked = List.of(ContactKind.SLACK, ContactKind.SMS, ContactKind.SANDBOX, ContactKind.CALL);

        assertThat(database.transactions().read(() -> outbox.dueOf(asked, NOW)))
                .containsExactlyInAnyOrder(ContactKind.SLACK, ContactKind.SANDBOX);
    }

    @Test
    void aRowIsTakenBackOnlyUnderItsLease() {
        var card = card(id());
        plan(card);
        var mine = id();
        claim(mine, NOW);

        assertThat(take(card.id(), mine).ours()).hasSize(1);
        claim(id(), NOW.plus(LEASE));
        assertThat(take(card.id(), mine).ours()).isEmpty();
        assertThat(take(card.id(), mine).busy()).isEmpty();
    }

    @Test
    void settlingEndsTheLeaseAndKeepsEverythingElse() {
        var page = page(id(), 1, method(ContactKind.SANDBOX), NOW);
        plan(page);
        var lease = id();
        var claimed = claim(lease, NOW).getFirst();
        var settled = Settlement.of(
                claimed,
                Attempt.Sent.of(new Outcome.Again(Duration.ZERO, FailureReason.TIMEOUT, "no answer within 10 s"), 1),
                NOW);

        write(() -> outbox.settle(List.of(claimed), List.of(settled)));

        var found = read(() -> store.read(List.of(page.id()))).getFirst();
        assertThat(found).isEqualTo(settled);
        assertThat(claim(9, 9, NOW.plusSeconds(5))).hasSize(1);
    }

    @Test
    void aMessageThatIsCalledOtherwiseForAWhileIsFoundByTheNameItHas() {
        var page = page(id(), 1, method(ContactKind.SANDBOX), NOW);
        plan(page);
        for (var ref : List.of("first", "other", "first")) {
            var row = read(() -> store.read(List.of(page.id()))).getFirst();
            var shown = row.progress().shown().at(ref, NOW);
            write(() ->
                    outbox.settle(List.of(row), List.of(row.with(row.progress().with(shown)))));
        }

        var sent = new SentMessageStore(database.dsl());
        assertThat(read(() -> sent.rowsOf(ContactKind.SANDBOX, "first"))).containsExactly(page.id());
        assertThat(read(() -> sent.rowsOf(ContactKind.SANDBOX, "other"))).isEmpty();
    }

    @Test
    void pagesThatFallThroughAreFoundAndTheNextIsPulledForward() {
        var late = page(id(), 1, method(ContactKind.SANDBOX), NOW.minusSeconds(30));
        var next = page(id(), 1, method(ContactKind.SANDBOX), NOW.plusSeconds(60));
        plan(late, next);

        assertThat(read(() -> outbox.fallingThrough(NOW, 9)))
                .extracting(Delivery::id)
                .containsExactly(late.id());
        write(() -> {
            outbox.clearFallThrough(List.of(late.id()));
            outbox.pullForward(List.of(next.id()), NOW, NOW.plusSeconds(30));
        });

        assertThat(read(() -> outbox.fallingThrough(NOW, 9))).isEmpty();
        assertThat(claim(9, 9, NOW)).extracting(Delivery::id).contains(next.id());
        assertThat(read(() -> store.read(List.of(next.id())))
                        .getFirst()
                        .progress()
                        .dueSince())
                .contains(NOW);
    }

    @Test
    void voidedLeasesAreDueAtOnceButWhatIsCancelledIsNot() {
        var waiting = page(id(), 1, method(ContactKind.SANDBOX), NOW);
        var cancelled = page(id(), 1, method(ContactKind.SANDBOX), NOW);
        plan(waiting, cancelled);
        claim(9, 9, NOW);
        write(() -> {
            store.cancelPages(List.of(cancelled.incidentId().orElseThrow()));
            outbox.voidLeases(NOW);
        });

        assertThat(claim(9, 9, NOW)).extracting(Delivery::id).containsExactly(waiting.id());
        assertThat(read(() -> store.read(List.of(cancelled.id()))).getFirst().state())
                .isEqualTo(State.CANCELLED);
    }

    @Test
    void whatWasCalledOffOrIsSomebodyElsesIsNotWantedAnyMore() {
        var wanted = page(id(), 1, method(ContactKind.SANDBOX), NOW);
        var cancelled = page(id(), 1, method(ContactKind.SANDBOX), NOW);
        plan(wanted, cancelled);
        var lease = id();
        claim(lease, NOW);
        write(() -> store.cancelPages(List.of(cancelled.incidentId().orElseThrow())));
        var both = List.of(wanted.id(), cancelled.id());

        assertThat(read(() -> outbox.stillWanted(lease, both))).containsExactly(wanted.id());
        assertThat(read(() -> outbox.stillWanted(id(), both))).isEmpty();
    }

    @Test
    void whatIsExceptedLeavesTheRoomToOthers() {
        var first = page(id(), 1, method(ContactKind.SANDBOX), NOW.minusSeconds(2));
        var second = page(id(), 1, method(ContactKind.SANDBOX), NOW);
        plan(first, second);
        var lease = new Lease(id(), NOW.plus(LEASE));

        assertThat(write(() -> outbox.claim(ContactKind.SANDBOX, 1, 1, lease, Set.of(first.id()), NOW)))
                .extracting(Delivery::id)
                .containsExactly(second.id());
    }

    private void plan(PlannedDelivery... rows) {
        write(() -> store.plan(List.of(rows)));
    }

    private List<Delivery> claim(int room, int others, Instant now) {
        return write(
                () -> outbox.claim(ContactKind.SANDBOX, room, others, new Lease(id(), now.plus(LEASE)), Set.of(), now));
    }

    private List<Delivery> claim(UUID lease, Instant now) {
        return write(() -> outbox.claim(ContactKind.SANDBOX, 9, 9, new Lease(lease, now.plus(LEASE)), Set.of(), now));
    }

    private OutboxStore.Leased take(UUID row, UUID lease) {
        return write(() -> outbox.lockLeased(Map.of(row, lease)));
    }

    private <T> T read(Supplier<T> unit) {
        return database.transactions().read(unit);
    }

    private <T> T write(Supplier<T> unit) {
        return database.transactions().write(Durability.RELAXED, unit);
    }

    private void write(Runnable unit) {
        database.transactions().write(Durability.RELAXED, unit);
    }
}
