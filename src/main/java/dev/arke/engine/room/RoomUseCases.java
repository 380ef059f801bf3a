package dev.arke.engine.room;

import dev.arke.calendar.ShiftStore;
import dev.arke.chat.ChannelLinkStore;
import dev.arke.chat.ChannelStateStore;
import dev.arke.chat.ChannelSyncStore;
import dev.arke.chat.Rooms;
import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.OutboxStore;
import dev.arke.engine.Ids;
import dev.arke.engine.incident.IncidentStores;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.IncidentQueryStore;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.DirectoryVersionStore;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;

/** What concerns chat rooms, put together. */
public record RoomUseCases(
        LinkChannels link,
        ReadChannel read,
        HearOfChannels hear,
        TellChannelProblems tellProblems,
        KeepRooms keep,
        OpenIncidentRoom open,
        WorkOnIncidentRooms work) {

    /** What it needs from outside. */
    public record Needs(
            Transactions transactions,
            ChannelLinkStore links,
            ChannelStateStore channels,
            ChannelSyncStore syncs,
            ShiftStore shifts,
            IncidentQueryStore queries,
            IncidentStores incidents,
            DeliveryStore deliveries,
            OutboxStore outbox,
            DirectoryVersionStore version,
            AuditStore audit,
            ReadDirectory directory,
            Set<ContactKind> carriers,
            Collection<Rooms> chats,
            Runnable wakeSender,
            Ids ids,
            InstantSource clock) {}

    public static RoomUseCases of(Needs needs) {
        var tx = needs.transactions();
        var chats = new ChatRooms(needs.chats());
        var work = work(needs, chats);
        var tellAdmins = new TellTeamAdmins(needs.deliveries(), needs.carriers(), needs.ids());
        return new RoomUseCases(
                new LinkChannels(
                        tx,
                        new LinkChannels.Stores(needs.links(), needs.version(), needs.deliveries(), needs.audit()),
                        needs.directory(),
                        needs.wakeSender(),
                        needs.ids(),
                        needs.clock()),
                new ReadChannel(tx, needs.channels(), needs.syncs()),
                new HearOfChannels(
                        tx,
                        new HearOfChannels.Stores(
                                needs.links(),
                                needs.channels(),
                                needs.incidents().rooms(),
                                needs.outbox(),
                                needs.version(),
                                needs.audit()),
                        needs.directory(),
                        tellAdmins,
                        needs.wakeSender(),
                        needs.ids(),
                        needs.clock()),
                new TellChannelProblems(
                        tx, needs.channels(), needs.directory(), tellAdmins, needs.wakeSender(), needs.clock()),
                keep(needs, chats, tellAdmins),
                open(needs, chats, work),
                work);
    }

    private static WorkOnIncidentRooms work(Needs needs, ChatRooms chats) {
        return new WorkOnIncidentRooms(
                needs.transactions(),
                new WorkOnIncidentRooms.Stores(
                        needs.incidents().incidents(),
                        needs.incidents().timeline(),
                        needs.deliveries(),
                        needs.incidents().rooms()),
                needs.directory(),
                chats,
                needs.wakeSender(),
                needs.ids(),
                needs.clock());
    }

    private static OpenIncidentRoom open(Needs needs, ChatRooms chats, WorkOnIncidentRooms work) {
        return new OpenIncidentRoom(
                needs.transactions(),
                new OpenIncidentRoom.Stores(
                        needs.incidents().incidents(), needs.incidents().rooms(), needs.deliveries(), needs.audit()),
                needs.directory(),
                work,
                chats,
                needs.wakeSender(),
                needs.ids(),
                needs.clock());
    }

    private static KeepRooms keep(Needs needs, ChatRooms chats, TellTeamAdmins tellAdmins) {
        return new KeepRooms(
                needs.transactions(),
                new KeepRooms.Stores(needs.syncs(), needs.shifts(), needs.version()),
                needs.directory(),
                chats,
                new AnnounceHandoff(needs.deliveries(), needs.queries(), needs.ids()),
                tellAdmins,
                needs.wakeSender(),
                needs.ids(),
                needs.clock());
    }
}
