package dev.arke.engine.room;

import dev.arke.chat.ChannelLinkStore;
import dev.arke.chat.ChannelStateStore;
import dev.arke.database.Transactions;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.OutboxStore;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.DirectoryVersionStore;
import java.time.InstantSource;
import java.util.Set;

/** What concerns chat rooms, put together. */
public record RoomUseCases(LinkChannels link, ReadChannel read, HearOfChannels hear, TellChannelProblems tellProblems) {

    /** What it needs from outside. */
    public record Needs(
            Transactions transactions,
            ChannelLinkStore links,
            ChannelStateStore channels,
            DeliveryStore deliveries,
            OutboxStore outbox,
            DirectoryVersionStore version,
            AuditStore audit,
            ReadDirectory directory,
            Set<ContactKind> carriers,
            Runnable wakeSender,
            Ids ids,
            InstantSource clock) {}

    public static RoomUseCases of(Needs needs) {
        var tx = needs.transactions();
        var tellAdmins = new TellTeamAdmins(needs.deliveries(), needs.carriers(), needs.ids());
        return new RoomUseCases(
                new LinkChannels(
                        tx,
                        new LinkChannels.Stores(needs.links(), needs.version(), needs.deliveries(), needs.audit()),
                        needs.directory(),
                        needs.wakeSender(),
                        needs.ids(),
                        needs.clock()),
                new ReadChannel(tx, needs.channels()),
                new HearOfChannels(
                        tx,
                        new HearOfChannels.Stores(
                                needs.links(), needs.channels(), needs.outbox(), needs.version(), needs.audit()),
                        needs.directory(),
                        tellAdmins,
                        needs.wakeSender(),
                        needs.ids(),
                        needs.clock()),
                new TellChannelProblems(
                        tx, needs.channels(), needs.directory(), tellAdmins, needs.wakeSender(), needs.clock()));
    }
}
