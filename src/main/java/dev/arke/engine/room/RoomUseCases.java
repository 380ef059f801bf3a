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
import dev.arke.engine.people.TellPeople;
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
        var chats = new ChatRooms(needs.chats());
        var work = new WorkOnIncidentRooms(needs, chats);
        var handoff = new AnnounceHandoff(needs.deliveries(), needs.queries(), needs.ids());
        var tell = new TellPeople(needs.deliveries(), needs.carriers(), needs.ids());
        return new RoomUseCases(
                new LinkChannels(needs),
                new ReadChannel(needs.transactions(), needs.channels(), needs.syncs()),
                new HearOfChannels(needs, tell),
                new TellChannelProblems(
                        needs.transactions(),
                        needs.channels(),
                        needs.directory(),
                        tell,
                        needs.wakeSender(),
                        needs.clock()),
                new KeepRooms(needs, chats, handoff, tell),
                new OpenIncidentRoom(needs, work, chats),
                work);
    }
}
