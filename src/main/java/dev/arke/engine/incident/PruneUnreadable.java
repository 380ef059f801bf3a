package dev.arke.engine.incident;

import dev.arke.alert.UnreadableRequestStore;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets old bodies that could not be read: a sender that is broken for long must not fill the disk. */
public final class PruneUnreadable {
    static final int NEWEST = 200;
    static final Duration KEPT = Duration.ofDays(30);

    private final Transactions transactions;
    private final UnreadableRequestStore requests;
    private final InstantSource clock;

    PruneUnreadable(Transactions transactions, UnreadableRequestStore requests, InstantSource clock) {
        this.transactions = transactions;
        this.requests = requests;
        this.clock = clock;
    }

    /** Called each minute; answers how many went. */
    public int prune() {
        return transactions.write(
                Durability.RELAXED, () -> requests.prune(NEWEST, clock.instant().minus(KEPT)));
    }
}
