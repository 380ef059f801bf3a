package dev.arke.engine.health;

import dev.arke.database.Transactions;
import dev.arke.responder.DirectoryVersionStore;
import java.util.Optional;

/** Whether the database answers a small question; why not, it says itself. */
public final class DatabaseCheck {
    private final Transactions transactions;
    private final DirectoryVersionStore version;

    public DatabaseCheck(Transactions transactions, DirectoryVersionStore version) {
        this.transactions = transactions;
        this.version = version;
    }

    /** Throws what the database throws; {@link CheckHealth} puts it into words. */
    public Optional<String> problem() {
        transactions.read(version::current);
        return Optional.empty();
    }
}
