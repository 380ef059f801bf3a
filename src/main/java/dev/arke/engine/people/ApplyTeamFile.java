package dev.arke.engine.people;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import java.time.InstantSource;

/** Makes what a team file asks for so: one unit of work, and a second time there is nothing left to do. */
public final class ApplyTeamFile {
    private final Transactions transactions;
    private final FileStores stores;
    private final Ids ids;
    private final InstantSource clock;

    public ApplyTeamFile(Transactions transactions, FileStores stores, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.ids = ids;
        this.clock = clock;
    }

    /** {@code body} is the file's text, kept as the one in force. Answers what was changed. */
    public Diff apply(DesiredState desired, String body) {
        return transactions.write(Durability.SYNCED, () -> {
            var before = stores.load();
            var after = Reconcile.of(before, desired, ids::next);
            var diff = Diff.between(Description.of(before), Description.of(after));
            var now = clock.instant();
            if (!diff.isEmpty()) stores.write(before, after, now);
            stores.file().save(body, now);
            return diff;
        });
    }
}
