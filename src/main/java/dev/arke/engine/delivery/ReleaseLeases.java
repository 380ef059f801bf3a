package dev.arke.engine.delivery;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.OutboxStore;
import java.time.InstantSource;

/** At the start on H2, whose file belongs to one process: what was being sent when the last one ended is due at once. */
public final class ReleaseLeases {
    private final Transactions transactions;
    private final OutboxStore outbox;
    private final InstantSource clock;

    ReleaseLeases(Transactions transactions, OutboxStore outbox, InstantSource clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    public void release() {
        transactions.write(Durability.RELAXED, () -> outbox.voidLeases(clock.instant()));
    }
}
