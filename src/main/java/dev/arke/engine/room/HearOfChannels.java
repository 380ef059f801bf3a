package dev.arke.engine.room;

import dev.arke.chat.ChannelLinkStore;
import dev.arke.chat.ChannelState;
import dev.arke.chat.ChannelStateStore;
import dev.arke.chat.IncidentRoomStore;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.delivery.OutboxStore;
import dev.arke.engine.Ids;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.DirectoryVersionStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Keeps links right when a chat tells that a channel was archived, renamed, deleted, moved, or that Arke is not in it. */
public final class HearOfChannels {
    private final Transactions transactions;
    private final Stores stores;
    private final ReadDirectory directory;
    private final TellTeamAdmins tellAdmins;
    private final Runnable wakeSender;
    private final Ids ids;
    private final InstantSource clock;

    /** What it reads and writes. */
    record Stores(
            ChannelLinkStore links,
            ChannelStateStore channels,
            IncidentRoomStore rooms,
            OutboxStore outbox,
            DirectoryVersionStore version,
            AuditStore audit) {}

    HearOfChannels(
            Transactions transactions,
            Stores stores,
            ReadDirectory directory,
            TellTeamAdmins tellAdmins,
            Runnable wakeSender,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.directory = directory;
        this.tellAdmins = tellAdmins;
        this.wakeSender = wakeSender;
        this.ids = ids;
        this.clock = clock;
    }

    /** The same news may come twice. Channels that concern nobody are left aside. */
    public void hear(ChannelAddress channel, ChannelNews news) {
        transactions.write(Durability.SYNCED, () -> {
            var known = directory.current();
            if (news instanceof ChannelNews.Archived || news instanceof ChannelNews.Deleted)
                stores.rooms().close(channel);
            if (known.channels().teamsAt(channel).isEmpty()) return;
            var now = clock.instant();
            switch (news) {
                case ChannelNews.Archived ignored ->
                    gone(channel, "It is archived. Unarchive it, or unlink it and link another channel.", now);
                case ChannelNews.Left ignored -> gone(channel, "I was removed from it. Invite me again.", now);
                case ChannelNews.Unarchived ignored -> stores.channels().markWorking(List.of(channel));
                case ChannelNews.Joined ignored -> stores.channels().markWorking(List.of(channel));
                case ChannelNews.Renamed renamed -> stores.channels().name(channel, renamed.name());
                case ChannelNews.Deleted ignored -> deleted(channel, known, now);
                case ChannelNews.Moved moved -> moved(channel, moved.to(), known, now);
            }
        });
    }

    private void gone(ChannelAddress channel, String problem, Instant now) {
        stores.channels().markGone(Map.of(channel, problem), now);
    }

    /** Its links can never work again; those of the team file are the file's to change. */
    private void deleted(ChannelAddress channel, Directory known, Instant now) {
        var shown = shown(channel);
        if (stores.links().deleteAll(channel) > 0) {
            stores.version().raise();
            record("unlink", channel, now);
        }
        stores.channels().delete(channel);
        tell(
                channel,
                shown + " was deleted, so nothing is linked to it any more."
                        + inFile(channel, " The team file still names it: change it there.", known),
                known,
                now);
    }

    private void moved(ChannelAddress from, ChannelAddress to, Directory known, Instant now) {
        if (from.equals(to)) return;
        var shown = shown(from);
        stores.links().move(from, to);
        stores.channels().delete(from);
        stores.outbox().readdress(from, to);
        stores.version().raise();
        record("link", to, now);
        var inFile = inFile(from, " The team file still says " + from + ": write " + to + " there.", known);
        if (!inFile.isEmpty()) tell(from, shown + " has another address now." + inFile, known, now);
    }

    private String shown(ChannelAddress channel) {
        return stores.channels().find(channel).map(ChannelState::shown).orElseGet(channel::toString);
    }

    private static String inFile(ChannelAddress channel, String sentence, Directory known) {
        return known.channels().inFile(channel).findAny().isPresent() ? sentence : "";
    }

    private void tell(ChannelAddress channel, String words, Directory known, Instant now) {
        tellAdmins.tell(known.channels().teamsAt(channel), words, known, now);
        transactions.afterCommit(wakeSender);
    }

    private void record(String verb, ChannelAddress channel, Instant now) {
        stores.audit()
                .append(List.of(new AuditStore.AuditEntry(
                        ids.next(),
                        now,
                        new Actor.Arke().word(),
                        channel.platform().word(),
                        verb,
                        channel.toString(),
                        true)));
    }
}
