package dev.arke.engine.people;

import dev.arke.database.Transactions;
import dev.arke.engine.Ids;

/** Says what {@link ApplyTeamFile} would change, and changes nothing. */
public final class PreviewTeamFile {
    private final Transactions transactions;
    private final FileStores stores;
    private final Ids ids;

    public PreviewTeamFile(Transactions transactions, FileStores stores, Ids ids) {
        this.transactions = transactions;
        this.stores = stores;
        this.ids = ids;
    }

    public Diff preview(DesiredState desired) {
        return transactions.read(() -> {
            var before = stores.load();
            return Diff.between(Description.of(before), Description.of(Reconcile.of(before, desired, ids::next)));
        });
    }
}
