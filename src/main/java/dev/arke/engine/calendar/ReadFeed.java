package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarFeed;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.PublishedShift;
import dev.arke.calendar.Role;
import dev.arke.engine.people.Directory;
import dev.arke.responder.LinkToken;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What is behind the address of a feed. */
public final class ReadFeed {
    /** So long a shift that is over stays. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final FeedUseCases.Needs needs;

    ReadFeed(FeedUseCases.Needs needs) {
        this.needs = needs;
    }

    /**
     * Empty for whatever is no token of a feed any more: never one, revoked, of somebody deactivated, of a team that is
     * gone. Each is one hash and one look-up, whatever is asked for.
     */
    public Optional<PublishedFeed> read(String token) {
        var hash = new LinkToken(token).hash();
        return needs.transactions().read(() -> {
            var directory = needs.directory().current();
            return needs.feeds()
                    .ofToken(hash)
                    .filter(feed -> isInForce(feed, directory))
                    .map(feed -> published(feed, directory));
        });
    }

    private static boolean isInForce(CalendarFeed feed, Directory directory) {
        return directory.responder(feed.responderId()).active()
                && feed.subject().teamId().map(directory::team).stream().allMatch(team -> team.active());
    }

    private PublishedFeed published(CalendarFeed feed, Directory directory) {
        var after = needs.clock().instant().minus(KEPT);
        return new PublishedFeed(
                title(feed, directory),
                feed.subject().teamId().isPresent(),
                needs.feeds().shifts(feed, after).stream()
                        .map(one -> event(one, directory))
                        .toList());
    }

    private static String title(CalendarFeed feed, Directory directory) {
        var subject = feed.subject();
        return subject.teamId()
                .map(id -> directory.team(id).name()
                        + subject.duty().map(duty -> " " + duty.word()).orElse(" on call"))
                .orElse("on call: " + directory.responder(feed.responderId()).name());
    }

    private static PublishedFeed.Event event(PublishedShift published, Directory directory) {
        var shift = published.shift();
        return new PublishedFeed.Event(
                shift.id(),
                directory.team(shift.teamId()).name(),
                (Role.Duty) shift.role(),
                shift.responder().map(id -> name(id, directory)),
                insteadOf(shift.provenance()).map(id -> name(id, directory)),
                shift.interval(),
                published.changedAt(),
                published.sequence());
    }

    private static Optional<UUID> insteadOf(Provenance provenance) {
        return provenance instanceof Provenance.Edited edited ? edited.insteadOf() : Optional.empty();
    }

    private static String name(UUID id, Directory directory) {
        return directory.responder(id).fullName();
    }
}
