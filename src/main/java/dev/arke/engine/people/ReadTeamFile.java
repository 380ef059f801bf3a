package dev.arke.engine.people;

import dev.arke.database.Transactions;
import java.util.Optional;

/** Reads the text of the team file that is in force. */
public final class ReadTeamFile {
    private final Transactions transactions;
    private final FileStores stores;

    public ReadTeamFile(Transactions transactions, FileStores stores) {
        this.transactions = transactions;
        this.stores = stores;
    }

    /** Empty when no team file was ever applied. */
    public Optional<String> read() {
        return transactions.read(() -> stores.file().body());
    }
}
