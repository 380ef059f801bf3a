package dev.arke.engine.room;

import dev.arke.chat.ChangePhrases;
import dev.arke.chat.ChannelLink;
import dev.arke.chat.LinkChange;
import dev.arke.chat.LinkWords;
import dev.arke.database.Durability;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Act;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.ChannelAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links channels to teams and services and ends such links: rights, audit, and one line for everybody in the channel. */
public final class LinkChannels {
    private final RoomUseCases.Needs needs;

    LinkChannels(RoomUseCases.Needs needs) {
        this.needs = needs;
    }

    /** Makes the link, or changes the options named of one that is there. */
    public LinkOutcome link(By by, ChannelAddress channel, RoomSubject subject, LinkChange change) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            var now = needs.directory().current();
            var refusal = refusal(by, "link", channel, subject.teamId(), now);
            if (refusal.isPresent()) return refusal.get();
            // Its lock takes those who link one channel at the same time one after the other.
            needs.version().raise();
            var before = needs.links().find(channel, subject.id());
            var options = change.of(before.map(ChannelLink::options).orElse(ChannelLink.Options.DEFAULT));
            var link = new ChannelLink(
                    before.map(ChannelLink::id).orElseGet(needs.ids()::next),
                    channel,
                    subject.teamId(),
                    subject.serviceId(),
                    options);
            if (before.filter(link::equals).isPresent()) return new LinkOutcome.Already(link);
            needs.links().save(link);
            record(by, "link", channel, true);
            var said = subject.named(now) + ": " + String.join(", ", LinkWords.words(options, ChangePhrases.ENGLISH))
                    + ".";
            say(
                    channel,
                    by.actor().label()
                            + (before.isEmpty() ? " linked this channel to " : " changed the link to ")
                            + said);
            return new LinkOutcome.Linked(link, before.map(ChannelLink::options));
        });
    }

    /** Without a subject the only link there is. */
    public LinkOutcome unlink(By by, ChannelAddress channel, Optional<RoomSubject> subject) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            var now = needs.directory().current();
            var links = now.channels().linksAt(channel);
            if (subject.isEmpty() && links.size() > 1) return new LinkOutcome.Which(links);
            var wanted = subject.or(() -> links.stream().findFirst().map(RoomSubject::of));
            if (wanted.isEmpty())
                return new LinkOutcome.NotLinked(
                        now.channels().inFile(channel).findAny().isPresent());
            return unlink(by, channel, wanted.get(), now);
        });
    }

    private LinkOutcome unlink(By by, ChannelAddress channel, RoomSubject subject, Directory now) {
        var refusal = refusal(by, "unlink", channel, subject.teamId(), now);
        if (refusal.isPresent()) return refusal.get();
        needs.version().raise();
        var link = needs.links().find(channel, subject.id());
        if (link.isEmpty())
            return new LinkOutcome.NotLinked(
                    now.channels().inFile(channel).anyMatch(team -> team.id().equals(subject.id())));
        needs.links().delete(link.get().id());
        record(by, "unlink", channel, true);
        say(channel, by.actor().label() + " ended the link of this channel to " + subject.named(now) + ".");
        return new LinkOutcome.Unlinked(link.get());
    }

    private Optional<LinkOutcome> refusal(By by, String verb, ChannelAddress channel, UUID teamId, Directory now) {
        var sentence = Standings.refusal(by.actor(), Optional.of(teamId), Act.CHANGE_TEAM, now);
        if (sentence.isPresent()) record(by, verb, channel, false);
        return sentence.map(LinkOutcome.Refused::new);
    }

    private void record(By by, String verb, ChannelAddress channel, boolean allowed) {
        needs.audit()
                .append(List.of(AuditStore.AuditEntry.of(
                        needs.ids().next(), needs.clock().instant(), by, verb, channel.toString(), allowed)));
    }

    private void say(ChannelAddress channel, String words) {
        needs.deliveries()
                .plan(List.of(PlannedDelivery.notice(
                        needs.ids().next(), channel, words, needs.clock().instant())));
        needs.transactions().afterCommit(needs.wakeSender());
    }
}
