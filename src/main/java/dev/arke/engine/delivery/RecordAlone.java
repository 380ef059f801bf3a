package dev.arke.engine.delivery;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.Attempt;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.OutboxStore;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.Settlement;
import dev.arke.engine.delivery.SendMessage.Done;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Writes into a row alone that it was tried, where the whole of its outcome cannot be written: what arrived did, by no reference; all
 * else is tried again while its patience lasts, and falls through at its time. Else it would be sent every 30 seconds for good.
 */
final class RecordAlone {
    private static final Outcome ARRIVED = new Outcome.Delivered("");
    private static final Outcome AGAIN =
            new Outcome.Again(Duration.ZERO, FailureReason.OTHER, "Arke failed to record what came of it; see its log");

    private final Transactions transactions;
    private final OutboxStore outbox;
    private final InstantSource clock;

    RecordAlone(Transactions transactions, OutboxStore outbox, InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whether it could be: not while another unit holds the row. */
    boolean record(Done done) {
        return transactions.write(Durability.RELAXED, () -> {
            var now = clock.instant();
            var leased = outbox.lockLeased(Map.of(done.row().id(), done.lease()));
            var ours = leased.ours();
            var after = ours.stream()
                    .map(row -> Settlement.of(row, bare(done), now))
                    .toList();
            outbox.settle(ours, new WholeBundles(now).of(after));
            return leased.busy().isEmpty();
        });
    }

    private static Attempt bare(Done done) {
        if (!(done.attempt() instanceof Attempt.Sent sent))
            return Attempt.Sent.of(AGAIN, done.row().progress().shown().wanted());
        return sent.outcome() instanceof Outcome.Delivered
                ? new Attempt.Sent(ARRIVED, sent.revision(), sent.through(), sent.again(), sent.lead())
                : Attempt.Sent.of(AGAIN, sent.revision());
    }
}
