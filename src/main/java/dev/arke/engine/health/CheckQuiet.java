package dev.arke.engine.health;

import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.Transactions;
import dev.arke.delivery.BacklogStore;
import dev.arke.incident.OpenIncidentStore;
import java.time.InstantSource;

/** Whether nobody waits for Arke: no message is due, and no incident to be escalated. */
public final class CheckQuiet {
    private final Transactions transactions;
    private final BacklogStore backlog;
    private final OpenIncidentStore incidents;
    private final InstantSource clock;

    public CheckQuiet(
            Transactions transactions, BacklogStore backlog, OpenIncidentStore incidents, InstantSource clock) {
        this.transactions = transactions;
        this.backlog = backlog;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Not while the database is gone: there is something to be done then. */
    public boolean isQuiet() {
        try {
            return transactions.read(() -> {
                var now = clock.instant();
                return backlog.oldestDue(now).isEmpty()
                        && incidents.overdue(now, 1).isEmpty();
            });
        } catch (DatabaseUnavailable e) {
            return false;
        }
    }
}
