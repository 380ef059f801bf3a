package dev.arke.engine.people;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import dev.arke.responder.Act;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What somebody changes of their own: one unit under the directory's lock, their right checked, the try in the audit. */
public final class OwnChange {
    private final Transactions transactions;
    private final DirectoryVersionStore version;
    private final AuditStore audit;
    private final ReadDirectory directory;
    private final Ids ids;
    private final InstantSource clock;

    public OwnChange(
            Transactions transactions,
            DirectoryVersionStore version,
            AuditStore audit,
            ReadDirectory directory,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.version = version;
        this.audit = audit;
        this.directory = directory;
        this.ids = ids;
        this.clock = clock;
    }

    /** {@code refused} is given why not; {@code change} the directory as it is. */
    <T> T run(By by, String verb, UUID responderId, Function<Refusal, T> refused, Function<Directory, T> change) {
        return transactions.write(Durability.SYNCED, () -> {
            version.lock();
            var present = directory.current();
            var refusal = Standings.refusal(by.actor(), Optional.empty(), Act.OWN, present);
            audit.append(List.of(AuditStore.AuditEntry.of(
                    ids.next(),
                    clock.instant(),
                    by,
                    verb,
                    present.responder(responderId).name(),
                    refusal.isEmpty())));
            return refusal.map(refused).orElseGet(() -> change.apply(present));
        });
    }

    /** Within a unit of {@link #run}: something has changed, and every node reads it. */
    void changed() {
        version.raise();
    }
}
