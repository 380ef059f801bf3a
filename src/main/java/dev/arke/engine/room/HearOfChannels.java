package dev.arke.engine.room;

import dev.arke.chat.ChannelState;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.TellPeople;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.ChannelAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keeps links right when a chat tells that a channel was archived, renamed, deleted, moved, or that Arke is not in it. */
public final class HearOfChannels {
    private final RoomUseCases.Needs needs;
    private final TellPeople tell;

    HearOfChannels(RoomUseCases.Needs needs, TellPeople tell) {
        this.needs = needs;
        this.tell = tell;
    }

    /** The same news may come twice. Channels that concern nobody are left aside. */
    public void hear(ChannelAddress channel, ChannelNews news) {
        needs.transactions().write(Durability.SYNCED, () -> {
            var known = needs.directory().current();
            if (news instanceof ChannelNews.Archived || news instanceof ChannelNews.Deleted)
                needs.incidents().rooms().close(channel);
            if (known.channels().teamsAt(channel).isEmpty()) return;
            var now = needs.clock().instant();
            switch (news) {
                case ChannelNews.Archived ignored ->
                    gone(channel, "It is archived. Unarchive it, or unlink it and link another channel.", now);
                case ChannelNews.Left ignored -> gone(channel, "I was removed from it. Invite me again.", now);
                case ChannelNews.Unarchived ignored -> needs.channels().markWorking(List.of(channel));
                case ChannelNews.Joined ignored -> needs.channels().markWorking(List.of(channel));
                case ChannelNews.Renamed renamed -> needs.channels().name(channel, renamed.name());
                case ChannelNews.Deleted ignored -> deleted(channel, known, now);
                case ChannelNews.Moved moved -> moved(channel, moved.to(), known, now);
            }
        });
    }

    private void gone(ChannelAddress channel, String problem, Instant now) {
        needs.channels().markGone(Map.of(channel, problem), now);
    }

    /** Its links can never work again; those of the team file are the file's to change. */
    private void deleted(ChannelAddress channel, Directory known, Instant now) {
        var shown = shown(channel);
        if (needs.links().deleteAll(channel) > 0) {
            needs.version().raise();
            record("unlink", channel, now);
        }
        needs.channels().delete(channel);
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
        needs.links().move(from, to);
        needs.channels().delete(from);
        needs.outbox().readdress(from, to);
        needs.version().raise();
        record("link", to, now);
        var inFile = inFile(from, " The team file still says " + from + ": write " + to + " there.", known);
        if (!inFile.isEmpty()) tell(from, shown + " has another address now." + inFile, known, now);
    }

    private String shown(ChannelAddress channel) {
        return needs.channels().find(channel).map(ChannelState::shown).orElseGet(channel::toString);
    }

    private static String inFile(ChannelAddress channel, String sentence, Directory known) {
        return known.channels().inFile(channel).findAny().isPresent() ? sentence : "";
    }

    private void tell(ChannelAddress channel, String words, Directory known, Instant now) {
        tell.tellAdmins(known.channels().teamsAt(channel), words, known, now);
        needs.transactions().afterCommit(needs.wakeSender());
    }

    private void record(String verb, ChannelAddress channel, Instant now) {
        needs.audit()
                .append(List.of(AuditStore.AuditEntry.of(
                        needs.ids().next(),
                        now,
                        new By(new Actor.Arke(), channel.platform().word()),
                        verb,
                        channel.toString(),
                        true)));
    }
}
