package dev.arke.engine.people;

import dev.arke.alert.Integration;
import dev.arke.database.Transactions;
import java.util.Optional;

/** Whose key this is. */
public final class FindIntegration {
    private final Transactions transactions;
    private final ReadDirectory directory;

    public FindIntegration(Transactions transactions, ReadDirectory directory) {
        this.transactions = transactions;
        this.directory = directory;
    }

    /** The active integration that a key opens, if any. */
    public Optional<Integration> findIntegration(String key) {
        return transactions.read(() -> directory.current().integrationOfKey(key));
    }
}
