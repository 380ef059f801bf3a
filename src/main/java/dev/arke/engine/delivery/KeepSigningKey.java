package dev.arke.engine.delivery;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.SigningKeyStore;
import dev.arke.delivery.Stamp;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The stamp that all nodes share: half of its key is made once and kept, the other half is in the settings of each. */
public final class KeepSigningKey implements Supplier<Stamp> {
    private static final int BYTES = 32;

    private final Transactions transactions;
    private final SigningKeyStore store;
    private final String secret;
    private final SecureRandom random;
    private final AtomicReference<@Nullable Stamp> known = new AtomicReference<>();

    public KeepSigningKey(Transactions transactions, SigningKeyStore store, String secret, SecureRandom random) {
        this.transactions = transactions;
        this.store = store;
        this.secret = secret;
        this.random = random;
    }

    /** Read when it is first needed, and then known for good. */
    @Override
    public Stamp get() {
        var present = known.get();
        if (present != null) return present;
        var stamp = new Stamp(material(), secret);
        known.set(stamp);
        return stamp;
    }

    private String material() {
        var there = transactions.read(store::read);
        return there.orElseGet(() -> transactions.writeOverRivals(
                Durability.SYNCED, () -> store.read().orElseGet(this::make)));
    }

    private String make() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var made = HexFormat.of().formatHex(bytes);
        store.insert(made);
        return made;
    }
}
