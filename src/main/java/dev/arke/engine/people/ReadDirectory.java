package dev.arke.engine.people;

import dev.arke.alert.IntegrationStore;
import dev.arke.alert.ServiceStore;
import dev.arke.chat.ChannelLinkStore;
import dev.arke.escalation.PolicyStore;
import dev.arke.page.RuleStore;
import dev.arke.responder.AdminChannelStore;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.IdentityStore;
import dev.arke.responder.ResponderStore;
import dev.arke.responder.TeamStore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Reads the directory: from memory for as long as nothing in it changed on any node. */
public final class ReadDirectory {
    private static final int PATIENCE = 5;

    private final Stores stores;
    private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();
    private final Lock loading = new ReentrantLock();

    /** The stores of everything the directory holds. */
    public record Stores(
            DirectoryVersionStore version,
            ResponderStore responders,
            RuleStore rules,
            IdentityStore identities,
            TeamStore teams,
            AdminChannelStore adminChannels,
            PolicyStore policies,
            ServiceStore services,
            IntegrationStore integrations,
            ChannelLinkStore links) {}

    private record Snapshot(long version, Directory directory) {}

    public ReadDirectory(Stores stores) {
        this.stores = stores;
    }

    /** The directory as the unit of work on this thread sees it; its own changes count once it raised the version. */
    public Directory current() {
        var version = stores.version().current();
        var known = latest.get();
        return known != null && known.version() == version ? known.directory() : loadOnce();
    }

    /** All who wait for the same one get it: a load takes a core and a connection for a while. */
    private Directory loadOnce() {
        loading.lock();
        try {
            // It may have changed again while others loaded it.
            var version = stores.version().current();
            var known = latest.get();
            if (known != null && known.version() == version) return known.directory();
            var fresh = load(version);
            latest.set(fresh);
            return fresh.directory();
        } finally {
            loading.unlock();
        }
    }

    /** Loads until no other node's change came in between the tables. */
    private Snapshot load(long version) {
        var wanted = version;
        for (int attempt = 1; ; attempt++) {
            var directory = load();
            var after = stores.version().current();
            if (after == wanted || attempt == PATIENCE) return new Snapshot(wanted, directory);
            wanted = after;
        }
    }

    private Directory load() {
        return new Directory(new Directory.Content(
                stores.responders().load(),
                stores.rules().load(),
                stores.identities().load(),
                stores.teams().load(),
                stores.adminChannels().load(),
                stores.policies().loadVersions(),
                stores.services().load(),
                stores.integrations().load(),
                stores.links().load(),
                stores.rules().loadWishes()));
    }
}
