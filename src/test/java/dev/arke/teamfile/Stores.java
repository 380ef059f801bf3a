package dev.arke.teamfile;

import dev.arke.alert.IntegrationStore;
import dev.arke.alert.ServiceStore;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.escalation.PolicyStore;
import dev.arke.page.RuleStore;
import dev.arke.responder.AdminChannelStore;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.IdentityStore;
import dev.arke.responder.ResponderStore;
import dev.arke.responder.TeamStore;
import org.jooq.DSLContext;

/** The stores of the directory, on one database. */
final class Stores {
    private Stores() {}

    static ReadDirectory.Stores of(DSLContext dsl) {
        return new ReadDirectory.Stores(
                new DirectoryVersionStore(dsl),
                new ResponderStore(dsl),
                new RuleStore(dsl),
                new IdentityStore(dsl),
                new TeamStore(dsl),
                new AdminChannelStore(dsl),
                new PolicyStore(dsl),
                new ServiceStore(dsl),
                new IntegrationStore(dsl));
    }
}
