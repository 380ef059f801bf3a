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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims due rows of a carrier and makes their messages. */
final class ClaimDue {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimDue.class);

    /** Messages to send, and the lease under which their rows were claimed. */
    record Claim(Lease lease, List<Prepared> prepared) {}

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
            InstantSource clock) {
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
    }

    /** Those of these carriers for which something is due. */
    Set<ContactKind> dueOf(Collection<ContactKind> carriers) {
        return carriers.isEmpty() ? Set.of() : transactions.read(() -> outbox.dueOf(carriers, clock.instant()));
    }

    /** At most {@code room} rows, of which at most {@code roomBesidesPages} are no pages, and none {@code except} these. */
    Claim claim(Carrier carrier, int room, int roomBesidesPages, Set<UUID> except) {
        var now = clock.instant();
        var lease = new Lease(UUID.randomUUID(), now.plus(settings.lease()));
        var claimed = transactions.write(
                Durability.RELAXED,
                () -> outbox.claim(carrier.kind(), room, roomBesidesPages, lease, except, now));
        // Read after the claim: what changes from here on sees the lease, and has the message edited afterwards.
        return new Claim(lease, claimed.isEmpty() ? List.of() : readAndPrepare(claimed, carrier));
    }

    /** What cannot be read for one row must not hold up the others: then each is read for itself. */
    private List<Prepared> readAndPrepare(List<Delivery> claimed, Carrier carrier) {
        try {
            var made = new MadeToSend(mintLinks.mint(claimed), replyCodes.give(claimed), mintCodes.mint(claimed));
            return prepare(claimed, carrier, transactions.read(() -> readPresent.read(claimed, made)));
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (claimed.size() == 1) return List.of(settled(claimed.getFirst(), e));
            LOG.atWarn().setCause(e).log("a batch of messages cannot be made, each is tried alone");
            return claimed.stream()
                    .flatMap(row -> readAndPrepare(List.of(row), carrier).stream())
                    .toList();
        }
    }

    private List<Prepared> prepare(List<Delivery> claimed, Carrier carrier, Present present) {
        var compose = new ComposeMessages(present, carrier, words, clock.instant());
        var prepared = new ArrayList<Prepared>();
        for (var rows : Bundling.bundles(claimed, storms.pages())) {
            try {
                prepared.addAll(compose.of(rows));
            } catch (RuntimeException e) {
                // One message that cannot be made must not hold up the others.
                rows.forEach(row -> prepared.add(settled(row, e)));
            }
        }
        return prepared;
    }

    private static Prepared settled(Delivery row, RuntimeException failure) {
        return new Prepared.Settled(row, unmade(row, failure));
    }

    private static Attempt unmade(Delivery row, RuntimeException failure) {
        LOG.atError()
                .addKeyValue("delivery", row.id())
                .addKeyValue("kind", row.kind().word())
                .setCause(failure)
                .log("a message cannot be made");
        var outcome =
                new Outcome.Again(Duration.ZERO, FailureReason.OTHER, "Arke failed to make this message; see its log");
        return Attempt.Sent.of(outcome, row.progress().shown().wanted());
    }
}
