package dev.arke.engine.delivery;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.MailboxStore;
import dev.arke.delivery.MailboxStore.Read;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.engine.people.TellPeople;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is known of mailboxes over restarts and on all nodes: how far each was read, and which mails were handled. A mail's
 * mark and what it does are one unit, so that it is done once: neither twice nor not at all.
 */
public final class KeepMailbox {
    /** Longer than any server keeps a mail to deliver it again (RFC 5321, 4.5.4.1). */
    private static final Duration KEPT = Duration.ofDays(30);

    /** How much of what is there is looked at again when the server counts anew. */
    private static final Duration AGAIN = Duration.ofDays(1);

    private final Transactions transactions;
    private final MailboxStore store;
    private final ReadDirectory directory;
    private final TellPeople tell;
    private final Runnable wakeSender;
    private final InstantSource clock;

    /** Where to go on: with the mails above {@code afterUid} that came after {@code notBefore}. */
    public record Position(long afterUid, Instant notBefore) {}

    public KeepMailbox(
            Transactions transactions,
            MailboxStore store,
            ReadDirectory directory,
            TellPeople tell,
            Runnable wakeSender,
            InstantSource clock) {
        this.transactions = transactions;
        this.store = store;
        this.directory = directory;
        this.tell = tell;
        this.wakeSender = wakeSender;
        this.clock = clock;
    }

    /** What was there before the first look is nobody's answer to us: it is left alone, up to {@code lastUid}. */
    public Position position(String name, long uidValidity, long lastUid) {
        return transactions.writeOverRivals(Durability.RELAXED, () -> {
            var known = store.read(name);
            if (known.isEmpty()) {
                store.insert(name, new Read(uidValidity, lastUid, clock.instant()));
                return new Position(lastUid, Instant.EPOCH);
            }
            var read = known.get();
            return read.uidValidity() == uidValidity
                    ? new Position(read.lastUid(), Instant.EPOCH)
                    : new Position(0, read.checkedAt().minus(AGAIN));
        });
    }

    /** All mails up to this one are handled. */
    public void readTo(String name, long uidValidity, long lastUid) {
        transactions.write(
                Durability.RELAXED, () -> store.update(name, new Read(uidValidity, lastUid, clock.instant())));
    }

    /** Does it unless this mail was handled before; empty then. Kept whole or not at all. */
    public <T> Optional<T> once(String digest, Supplier<T> work) {
        return transactions.writeOverRivals(Durability.SYNCED, () -> {
            if (store.isHandled(digest)) return Optional.<T>empty();
            store.handled(digest, clock.instant());
            return Optional.of(work.get());
        });
    }

    /** It cannot be handled: it is left in the mailbox, and the admins hear of it. */
    public void setAside(String digest, String words) {
        once(digest, () -> {
            transactions.afterCommit(wakeSender);
            return tell.tellAdminChannels(words, directory.current(), clock.instant());
        });
    }

    public void prune() {
        transactions.write(Durability.RELAXED, () -> store.prune(clock.instant().minus(KEPT)));
    }
}
