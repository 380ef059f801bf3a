package dev.arke.boot;

import dev.arke.alert.IntegrationStore;
import dev.arke.alert.ServiceStore;
import dev.arke.alert.UnreadableRequestStore;
import dev.arke.calendar.CalendarChangeStore;
import dev.arke.calendar.CalendarFeedStore;
import dev.arke.calendar.CalendarRequestStore;
import dev.arke.calendar.ReminderStore;
import dev.arke.calendar.RotationStore;
import dev.arke.calendar.ShiftStore;
import dev.arke.calendar.VacationCalendarStore;
import dev.arke.chat.ChannelLinkStore;
import dev.arke.chat.ChannelStateStore;
import dev.arke.chat.ChannelSyncStore;
import dev.arke.chat.IncidentRoomStore;
import dev.arke.database.Database;
import dev.arke.delivery.DeliveryStore;
import dev.arke.engine.incident.IncidentStores;
import dev.arke.engine.people.FileStores;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.escalation.PolicyStore;
import dev.arke.incident.CollectedAlertStore;
import dev.arke.incident.FloodStore;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.IncidentTextStore;
import dev.arke.incident.QuestionStore;
import dev.arke.incident.QuotaStore;
import dev.arke.incident.TimelineStore;
import dev.arke.page.RuleStore;
import dev.arke.responder.AdminChannelStore;
import dev.arke.responder.ApiKeyStore;
import dev.arke.responder.AuditStore;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.responder.IdentityStore;
import dev.arke.responder.PendingLinkStore;
import dev.arke.responder.ResponderStore;
import dev.arke.responder.TeamFileStore;
import dev.arke.responder.TeamStore;

/** Every store, on one database. */
record EngineStores(
        ReadDirectory.Stores directory,
        IncidentStores incidents,
        DeliveryStore deliveries,
        ShiftStore shifts,
        RotationStore rotations,
        CalendarChangeStore calendarChanges,
        CalendarRequestStore calendarRequests,
        CalendarFeedStore calendarFeeds,
        AuditStore audit,
        ApiKeyStore keys,
        UnreadableRequestStore unreadable,
        TeamFileStore teamFile,
        ChannelStateStore channels,
        PendingLinkStore pendingLinks,
        ChannelSyncStore syncs,
        ReminderStore reminders,
        VacationCalendarStore vacationCalendars) {
    static EngineStores on(Database database) {
        var dsl = database.dsl();
        return new EngineStores(
                new ReadDirectory.Stores(
                        new DirectoryVersionStore(dsl),
                        new ResponderStore(dsl),
                        new RuleStore(dsl),
                        new IdentityStore(dsl),
                        new TeamStore(dsl),
                        new AdminChannelStore(dsl),
                        new PolicyStore(dsl),
                        new ServiceStore(dsl),
                        new IntegrationStore(dsl),
                        new ChannelLinkStore(dsl)),
                new IncidentStores(
                        new IncidentStore(dsl),
                        new IncidentTextStore(dsl),
                        new TimelineStore(dsl),
                        new CollectedAlertStore(dsl),
                        new FloodStore(dsl),
                        new QuotaStore(dsl),
                        new QuestionStore(dsl),
                        new IncidentRoomStore(dsl)),
                new DeliveryStore(dsl),
                new ShiftStore(dsl),
                new RotationStore(dsl),
                new CalendarChangeStore(dsl),
                new CalendarRequestStore(dsl),
                new CalendarFeedStore(dsl),
                new AuditStore(dsl),
                new ApiKeyStore(dsl),
                new UnreadableRequestStore(dsl),
                new TeamFileStore(dsl),
                new ChannelStateStore(dsl),
                new PendingLinkStore(dsl),
                new ChannelSyncStore(dsl),
                new ReminderStore(dsl),
                new VacationCalendarStore(dsl));
    }

    FileStores ofFile() {
        return new FileStores(
                directory, new FileStores.Calendars(rotations, shifts, reminders, vacationCalendars), teamFile, audit);
    }
}
