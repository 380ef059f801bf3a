package dev.arke.engine.chat;

import dev.arke.chat.SeenEventStore;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * What a platform sends again because it heard no answer is worked on once, by whichever node has it first, also over
 * a restart. Work that a crash cut short is free again after 30 seconds; what was seen is forgotten after a day.
 */
public final class SeenEvents {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_ID = 300;

    private final Transactions transactions;
    private final SeenEventStore store;
    private final InstantSource clock;

    public SeenEvents(Transactions transactions, SeenEventStore store, InstantSource clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /** Whether it is the caller's to work on, who then calls {@link #finish} or {@link #release}. */
    public boolean claim(ContactKind platform, String id) {
        // It reaches the disk before what is done about it, which is written behind it.
        return transactions.write(Durability.RELAXED, () -> {
            var now = clock.instant();
            return store.claim(platform, fitting(id), now.minus(LEASE), now);
        });
    }

    public void finish(ContactKind platform, String id) {
        transactions.write(Durability.RELAXED, () -> store.finish(platform, fitting(id), clock.instant()));
    }

    /** It was looked at and nothing was done: when it comes again, it counts. */
    public void release(ContactKind platform, String id) {
        transactions.write(Durability.RELAXED, () -> store.release(platform, fitting(id)));
    }

    /** Forgets what nobody sends again. */
    public void prune() {
        transactions.write(Durability.RELAXED, () -> store.prune(clock.instant().minus(KEPT)));
    }

    /** Ids are the platform's words; one that is too long for the table is cut, and told apart by its hash. */
    private static String fitting(String id) {
        if (id.length() <= LONGEST_ID) return id;
        return id.substring(0, LONGEST_ID - 8) + HexFormat.of().toHexDigits(id.hashCode());
    }
}
