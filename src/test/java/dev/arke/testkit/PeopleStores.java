package dev.arke.testkit;

import dev.arke.alert.IntegrationStore;
import dev.arke.alert.ServiceStore;
import dev.arke.calendar.ReminderStore;
import dev.arke.calendar.RotationStore;
import dev.arke.calendar.ShiftStore;
import dev.arke.calendar.VacationCalendarStore;
import dev.arke.chat.ChannelLinkStore;
import dev.arke.database.Database;
import dev.arke.engine.people.FileStores;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.escalation.PolicyStore;
import dev.arke.page.RuleStore;
import dev.arke.responder.AdminChannelStore;
import dev.arke.responder.AuditStore;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.IdentityStore;
import dev.arke.responder.ResponderStore;
import dev.arke.responder.TeamFileStore;
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

    /** Those of the team file. */
    public static FileStores ofFile(Database database) {
        var dsl = database.dsl();
        return new FileStores(
                of(database),
                new FileStores.Calendars(
                        new RotationStore(dsl),
                        new ShiftStore(dsl),
                        new ReminderStore(dsl),
                        new VacationCalendarStore(dsl)),
                new TeamFileStore(dsl),
                new AuditStore(dsl));
    }
}
