package dev.arke.engine.people;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import dev.arke.responder.AuditStore.AuditEntry;
import dev.arke.responder.By;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes what a team file asks for so, and audits it: one unit of work, and a second time there is nothing left to do. */
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
    public Diff apply(DesiredState desired, String body, By by) {
        return transactions.write(Durability.SYNCED, () -> {
            stores.lock();
            var before = stores.load();
            var after = Reconcile.of(before, desired, ids::next);
            var diff = Diff.between(Description.of(before), Description.of(after));
            var now = clock.instant();
            if (!diff.isEmpty()) {
                stores.write(before, after, now);
                stores.audit().append(List.of(entry(diff, by, now)));
            }
            if (!stores.file().body().equals(Optional.of(body))) stores.file().save(body, now);
            return diff;
        });
    }

    private AuditEntry entry(Diff diff, By by, Instant now) {
        var subject = "team file: " + diff.summary();
        return AuditEntry.of(ids.next(), now, by, "apply", subject, true);
    }
}
