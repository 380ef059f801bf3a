package dev.arke.testkit;

import dev.arke.alert.IntegrationStore;
import dev.arke.alert.ServiceStore;
import dev.arke.chat.ChannelLinkStore;
import dev.arke.database.Database;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.escalation.PolicyStore;
import dev.arke.page.RuleStore;
import dev.arke.responder.AdminChannelStore;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.IdentityStore;
import dev.arke.responder.ResponderStore;
import dev.arke.responder.TeamStore;

/** The stores behind the directory. */
public final class PeopleStores {
    private PeopleStores() {}

    public static ReadDirectory.Stores of(Database database) {
        var dsl = database.dsl();
        return new ReadDirectory.Stores(
                new DirectoryVersionStore(dsl),
                new ResponderStore(dsl),
                new RuleStore(dsl),
                new IdentityStore(dsl),
                new TeamStore(dsl),
                new AdminChannelStore(dsl),
                new PolicyStore(dsl),
                new ServiceStore(dsl),
                new IntegrationStore(dsl),
                new ChannelLinkStore(dsl));
    }
}
