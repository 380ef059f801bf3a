package dev.arke.engine.delivery;

import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.Attempt;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Lease;
import dev.arke.delivery.OutboxStore;
import dev.arke.delivery.Outcome;
import dev.arke.page.Bundling;
import dev.arke.page.StormSettings;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims due rows of a carrier and makes their messages. */
final class ClaimDue {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimDue.class);

    /** Messages to send, and the lease under which their rows were claimed. */
    record Claim(Lease lease, List<Prepared> prepared) {}

    /** Rows as they were claimed. */
    private record Taken(Lease lease, List<Delivery> rows) {}

    private record Read(Present present, Set<UUID> wanted) {
        List<Delivery> wantedOf(List<Delivery> rows) {
            return rows.stream().filter(row -> wanted.contains(row.id())).toList();
        }
    }

    private final Transactions transactions;
    private final OutboxStore outbox;
    private final ReadPresent readPresent;
    private final MintLinks mintLinks;
    private final GiveReplyCodes replyCodes;
    private final MintCodes mintCodes;
    private final WordPages words;
    private final DeliverySettings settings;
    private final StormSettings storms;
    private final InstantSource clock;
    private final Duration late;
    /** What was claimed while the database went away, so that it need not wait for the end of its lease. */
    private final Map<ContactKind, Taken> unread = new ConcurrentHashMap<>();

    /** {@code late}: for how long what is due is left to others first. */
    ClaimDue(
            Transactions transactions,
            OutboxStore outbox,
            ReadPresent readPresent,
            MintLinks mintLinks,
            GiveReplyCodes replyCodes,
            MintCodes mintCodes,
            WordPages words,
            DeliverySettings settings,
            StormSettings storms,
            InstantSource clock,
            Duration late) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.readPresent = readPresent;
        this.mintLinks = mintLinks;
        this.replyCodes = replyCodes;
        this.mintCodes = mintCodes;
        this.words = words;
        this.settings = settings;
        this.storms = storms;
        this.clock = clock;
        this.late = late;
    }

    /** Those of these carriers for which something is due, or claimed and not read yet. */
    Set<ContactKind> dueOf(Collection<ContactKind> carriers) {
        if (carriers.isEmpty()) return Set.of();
        var due = new HashSet<>(
                transactions.read(() -> outbox.dueOf(carriers, clock.instant().minus(late))));
        carriers.stream().filter(unread::containsKey).forEach(due::add);
        return due;
    }

    /**
     * At most {@code room} rows, of which at most {@code roomBesidesPages} are no pages, and none {@code except} these; those of the
     * last time, if they could not be read then.
     *
     * @throws DatabaseUnavailable when it cannot claim or read; what it had claimed by then is kept for the next call
     */
    Claim claim(Carrier carrier, int room, int roomBesidesPages, Set<UUID> except) {
        var taken = Optional.ofNullable(unread.remove(carrier.kind()))
                .orElseGet(() -> take(carrier, room, roomBesidesPages, except));
        try {
            return new Claim(taken.lease(), made(taken, carrier));
        } catch (DatabaseUnavailable e) {
            unread.put(carrier.kind(), taken);
            throw e;
        }
    }

    private Taken take(Carrier carrier, int room, int roomBesidesPages, Set<UUID> except) {
        return transactions.write(Durability.RELAXED, () -> {
            var now = clock.instant();
            var lease = new Lease(UUID.randomUUID(), now.plus(settings.lease()));
            return new Taken(
                    lease, outbox.claim(carrier.kind(), room, roomBesidesPages, lease, except, now.minus(late)));
        });
    }

    private List<Prepared> made(Taken taken, Carrier carrier) {
        if (taken.rows().isEmpty()) return List.of();
        var now = clock.instant();
        if (taken.lease().leavesTimeToSend(now)) return readAndPrepare(taken, carrier);
        return taken.rows().stream()
                .<Prepared>map(row -> new Prepared.Settled(row, new Attempt.PutBack(now)))
                .toList();
    }

    /** What cannot be read for one row must not hold up the others: they are read by halves, down to that one. */
    private List<Prepared> readAndPrepare(Taken taken, Carrier carrier) {
        var rows = taken.rows();
        try {
            return read(taken, carrier);
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (rows.size() == 1) return List.of(unmade(rows.getFirst(), e));
            LOG.atWarn().setCause(e).log("a batch of messages cannot be made, its halves are tried alone");
            int half = rows.size() / 2;
            return Stream.of(rows.subList(0, half), rows.subList(half, rows.size()))
                    .flatMap(some -> readAndPrepare(new Taken(taken.lease(), some), carrier).stream())
                    .toList();
        }
    }

    /** Read after the claim: what changes from here on sees the lease, and has the message edited afterwards. */
    private List<Prepared> read(Taken taken, Carrier carrier) {
        var rows = taken.rows();
        var made = new MadeToSend(mintLinks.mint(rows), replyCodes.give(rows), mintCodes.mint(rows));
        var ids = rows.stream().map(Delivery::id).toList();
        var read = transactions.read(() -> new Read(
                readPresent.read(rows, made), outbox.stillWanted(taken.lease().id(), ids)));
        var prepared = new ArrayList<>(prepare(read.wantedOf(rows), carrier, read.present()));
        rows.stream()
                .filter(row -> !read.wanted().contains(row.id()))
                .forEach(row -> prepared.add(Prepared.unwanted(row)));
        return prepared;
    }

    private List<Prepared> prepare(List<Delivery> claimed, Carrier carrier, Present present) {
        var compose = new ComposeMessages(present, carrier, words, clock.instant());
        var prepared = new ArrayList<Prepared>();
        for (var rows : Bundling.bundles(claimed, storms.pages())) {
            try {
                prepared.addAll(compose.of(rows));
            } catch (RuntimeException e) {
                // One message that cannot be made must not hold up the others.
                rows.forEach(row -> prepared.add(unmade(row, e)));
            }
        }
        return prepared;
    }

    private static Prepared unmade(Delivery row, RuntimeException failure) {
        LOG.atError()
                .addKeyValue("delivery", row.id())
                .addKeyValue("kind", row.kind().word())
                .setCause(failure)
                .log("a message cannot be made");
        var outcome =
                new Outcome.Again(Duration.ZERO, FailureReason.OTHER, "Arke failed to make this message; see its log");
        return new Prepared.Settled(
                row, Attempt.Sent.of(outcome, row.progress().shown().wanted()));
    }
}
