package dev.arke.engine.delivery;

import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.Installation;
import dev.arke.delivery.InstallationStore;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Which workspaces a chat's app is installed in, as the adapter learns it. */
public final class KeepInstallations {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final InstallationStore installations;
    private final InstantSource clock;

    public KeepInstallations(Transactions transactions, InstallationStore installations, InstantSource clock) {
        this.transactions = transactions;
        this.installations = installations;
        this.clock = clock;
    }

    /** Those in force, the oldest first. */
    public List<Installation> all(ContactKind platform) {
        return transactions.read(() -> installations.load(platform));
    }

    public void save(Installation installation) {
        transactions.write(Durability.SYNCED, () -> installations.save(installation));
    }

    /** The app was removed, or its tokens were taken back; the tokens are forgotten. Whether it was there. */
    public boolean end(ContactKind platform, String tenant) {
        return transactions.write(Durability.SYNCED, () -> installations.end(platform, tenant, clock.instant()));
    }

    /** Those whose tokens this node is to renew now; another node waits for half a minute before it does. */
    public List<Installation> claimRefreshes(ContactKind platform) {
        return transactions.write(Durability.RELAXED, () -> {
            var now = clock.instant();
            return installations.claimRefreshes(platform, now.plus(LEASE), now);
        });
    }
}
