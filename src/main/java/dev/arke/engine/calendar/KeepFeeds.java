package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarFeed;
import dev.arke.calendar.CalendarFeed.Subject;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Act;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.LinkToken;
import dev.arke.responder.Refusal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes and revokes the secret addresses under which calendar programs read shifts. Each is one person's. */
public final class KeepFeeds {
    /** What came of making one. */
    public sealed interface Outcome {
        /** {@code address} is shown now and never again. {@code replaces}: an older one leads nowhere any more. */
        record Made(CalendarFeed feed, URI address, boolean replaces) implements Outcome {}

        /** They have one of this, whose address nobody can tell. */
        record There(CalendarFeed feed) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** What came of revoking. */
    public sealed interface Revoking {
        /** Perhaps none. */
        record Revoked(List<CalendarFeed> feeds) implements Revoking {}

        record Refused(Refusal why) implements Revoking {}
    }

    private final FeedUseCases.Needs needs;

    KeepFeeds(FeedUseCases.Needs needs) {
        this.needs = needs;
    }

    /** {@code anew}: also where they have one, which is then revoked. */
    public Outcome make(By by, Subject subject, boolean anew) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            var directory = needs.directory().current();
            var refusal = Standings.refusal(by.actor(), subject.teamId(), Act.OWN, directory);
            if (refusal.isPresent() || !(by.actor() instanceof Actor.Person person)) {
                audit(by, "feed", words(subject, directory), false);
                return new Outcome.Refused(refusal.orElse(Refusal.PEOPLE_FEED));
            }
            var present = like(person.id(), subject);
            if (!present.isEmpty() && !anew) return new Outcome.There(present.getFirst());
            needs.feeds().delete(present);
            var feed = new CalendarFeed(
                    needs.ids().next(), person.id(), subject, needs.clock().instant());
            var token = LinkToken.fresh();
            needs.feeds().insert(feed, token.hash());
            audit(by, "feed", words(subject, directory), true);
            return new Outcome.Made(feed, needs.settings().feed(token.text()), !present.isEmpty());
        });
    }

    /** Somebody's feeds, of everything without {@code subject}; others' than one's own are an admin's to revoke. */
    public Revoking revoke(By by, UUID whose, Optional<Subject> subject) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            var directory = needs.directory().current();
            boolean isOwn =
                    by.actor() instanceof Actor.Person person && person.id().equals(whose);
            var refusal = Standings.refusal(by.actor(), Optional.empty(), isOwn ? Act.OWN : Act.ADMINISTER, directory);
            var name = directory.responder(whose).name();
            audit(by, "feed revoke", name, refusal.isEmpty());
            if (refusal.isPresent()) return new Revoking.Refused(refusal.get());
            var revoked = subject.map(one -> like(whose, one))
                    .orElseGet(() -> needs.feeds().of(whose));
            needs.feeds().delete(revoked);
            return new Revoking.Revoked(revoked);
        });
    }

    /** A person's, the oldest first. */
    public List<CalendarFeed> of(UUID responderId) {
        return needs.transactions().read(() -> needs.feeds().of(responderId));
    }

    private List<CalendarFeed> like(UUID responderId, Subject subject) {
        return needs.feeds().of(responderId).stream()
                .filter(feed -> feed.subject().equals(subject))
                .toList();
    }

    private static String words(Subject subject, Directory directory) {
        return subject.teamId()
                .map(id -> subject.duty().map(duty -> duty.word() + " of ").orElse("")
                        + directory.team(id).name())
                .orElse("own shifts");
    }

    private void audit(By by, String verb, String subject, boolean allowed) {
        needs.audit()
                .append(List.of(AuditStore.AuditEntry.of(
                        needs.ids().next(), needs.clock().instant(), by, verb, subject, allowed)));
    }
}
