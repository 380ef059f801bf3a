package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.CalendarRequest;
import dev.arke.calendar.CalendarRequest.Part;
import dev.arke.calendar.CalendarRequest.State;
import dev.arke.calendar.Clash;
import dev.arke.calendar.Covering;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import dev.arke.card.Phrases;
import dev.arke.chat.RequestWords;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Accepts or declines what one was asked to take, or withdraws what one asked; and ends what nobody answered in time. */
public final class AnswerRequest {
    /** What came of it. */
    public sealed interface Outcome {
        record Accepted(CalendarRequest request, CalendarChange change) implements Outcome {}

        record Declined(CalendarRequest request) implements Outcome {}

        record Withdrawn(CalendarRequest request) implements Outcome {}

        /** Somebody has answered it, or its time is over. */
        record Over(CalendarRequest request) implements Outcome {}

        /** The shifts are not any more as they were when it was asked. */
        record ChangedSince(CalendarRequest request) implements Outcome {}

        /** It can be done, but one of the two has these at that time too; to be confirmed. */
        record Doubtful(CalendarRequest request, List<Shift> clashes) implements Outcome {}

        /** None is open for the one who answers, or several are and none was named. */
        record Which(List<CalendarRequest> open) implements Outcome {}

        record NotAsked(CalendarRequest request) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    private final CalendarUseCases.Needs needs;
    private final WriteCalendar write;
    private final CalendarNotices notices;

    AnswerRequest(CalendarUseCases.Needs needs, WriteCalendar write, CalendarNotices notices) {
        this.needs = needs;
        this.write = write;
        this.notices = notices;
    }

    /** One person's answer under way. */
    private record Case(By by, UUID who, CalendarRequest request, Directory directory, Instant now) {}

    private interface Work {
        Outcome of(Case one);
    }

    /** What was asked for on a team's calendar and is open, the oldest first. */
    public List<CalendarRequest> open(UUID teamId) {
        return needs.transactions().read(() -> needs.requests().open()).stream()
                .filter(request -> request.teamId().equals(teamId))
                .toList();
    }

    /** Without an id the only open one that was put to them; {@code anyway}: whatever else they have then. */
    public Outcome accept(By by, Optional<UUID> id, boolean anyway) {
        return acceptAs(Optional.empty(), by, id, anyway);
    }

    /** The same for somebody, by an admin of the team. */
    public Outcome acceptAs(Optional<UUID> whom, By by, Optional<UUID> id, boolean anyway) {
        return within(by, whom, id, one -> {
            if (!one.request().asked().contains(one.who())) return new Outcome.NotAsked(one.request());
            return accept(one, anyway);
        });
    }

    /** By the one who asked: withdraws it. */
    public Outcome decline(By by, Optional<UUID> id) {
        return declineAs(Optional.empty(), by, id);
    }

    /** The same for somebody, by an admin of the team. */
    public Outcome declineAs(Optional<UUID> whom, By by, Optional<UUID> id) {
        return within(by, whom, id, one -> {
            var request = one.request();
            if (request.asker().equals(one.who())) {
                needs.requests().update(request.ended(State.WITHDRAWN, Optional.of(one.who())));
                return new Outcome.Withdrawn(request);
            }
            if (!request.asked().contains(one.who())) return new Outcome.NotAsked(request);
            var declined = request.declinedBy(one.who());
            needs.requests().update(declined);
            tell(
                    declined,
                    say -> RequestWords.declined(declined, team(one), name(one.directory(), one.who()), say),
                    one.directory(),
                    one.now());
            return new Outcome.Declined(declined);
        });
    }

    private Outcome within(By by, Optional<UUID> whom, Optional<UUID> id, Work work) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            var directory = needs.directory().current();
            var refusal = Standings.refusalOfAny(by.actor(), directory);
            if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
            var who = whom.or(
                    () -> by.actor() instanceof Actor.Person person ? Optional.of(person.id()) : Optional.empty());
            if (who.isEmpty()) return new Outcome.Refused(Refusal.PEOPLE_ANSWER);
            var open = openFor(who.get());
            var meant = id.or(
                            () -> open.size() == 1 ? Optional.of(open.getFirst().id()) : Optional.empty())
                    .flatMap(needs.requests()::byId);
            if (meant.isEmpty()) return new Outcome.Which(open);
            var notFor = Standings.refusalFor(by.actor(), who.get(), meant.get().teamId(), directory);
            if (notFor.isPresent()) return new Outcome.Refused(notFor.get());
            needs.rotations().lockCalendars(List.of(meant.get().teamId()));
            var request = needs.requests().byId(meant.get().id()).orElseThrow();
            var now = needs.clock().instant();
            if (!request.isOpen() || !request.expiresAt().isAfter(now)) return new Outcome.Over(request);
            return work.of(new Case(by, who.get(), request, directory, now));
        });
    }

    private List<CalendarRequest> openFor(UUID who) {
        return needs.requests().open().stream()
                .filter(request -> request.waitsFor(who))
                .toList();
    }

    private Outcome accept(Case one, boolean anyway) {
        var request = one.request();
        var changeId = needs.ids().next();
        var given = cover(request.give(), one.who(), request.whose(), changeId, one);
        if (given.isEmpty()) return changedSince(one);
        var back = request.back().flatMap(part -> cover(part, request.whose(), one.who(), changeId, one));
        if (request.back().isPresent() && back.isEmpty()) return changedSince(one);
        var clashes = new ArrayList<Shift>();
        if (!anyway) {
            clashes.addAll(clashes(one.who(), given.get()));
            back.ifPresent(other -> clashes.addAll(clashes(request.whose(), other)));
        }
        if (!clashes.isEmpty()) return new Outcome.Doubtful(request, clashes);
        return accepted(one, changeId, given.get(), back);
    }

    private List<Shift> clashes(UUID who, Covering.Result.Done done) {
        var whole = AskForCover.part(done.duty(), done.covered()).interval();
        return Clash.of(needs.shifts().ofResponders(List.of(who), whole), done.covered());
    }

    private Optional<Covering.Result.Done> cover(Part part, UUID by, UUID insteadOf, UUID changeId, Case one) {
        var wanted = new Covering.Wanted(
                by,
                Optional.of(insteadOf),
                Optional.of(part.duty()),
                part.interval().start(),
                part.interval().end());
        var shifts = needs.shifts()
                .withTheirTurns(needs.shifts().ofTeam(one.request().teamId(), part.interval()));
        return Covering.of(shifts, wanted, changeId, needs.ids()::next, one.now()) instanceof Covering.Result.Done done
                ? Optional.of(done)
                : Optional.empty();
    }

    private Outcome changedSince(Case one) {
        needs.requests().update(one.request().ended(State.WITHDRAWN, Optional.empty()));
        return new Outcome.ChangedSince(one.request());
    }

    private Outcome accepted(Case one, UUID changeId, Covering.Result.Done given, Optional<Covering.Result.Done> back) {
        var diff = back.map(other -> ShiftDiff.all(List.of(given.diff(), other.diff())))
                .orElse(given.diff());
        var change = new CalendarChange(
                changeId, one.request().teamId(), one.by().actor().word(), one.now(), diff, Optional.empty());
        write.apply(diff, one.now());
        needs.changes().insert(change);
        var request = one.request().ended(State.ACCEPTED, Optional.of(one.who()));
        needs.requests().update(request);
        write.audit(one.by(), "accept", team(one), true, one.now());
        write.covered(one.by().actor(), given.duty(), given.covered(), one.directory(), one.now());
        back.ifPresent(
                other -> write.covered(one.by().actor(), other.duty(), other.covered(), one.directory(), one.now()));
        return new Outcome.Accepted(request, change);
    }

    /** Ends what nobody has answered in time and tells who asked. */
    public void expireAllDue() {
        for (var due : needs.transactions()
                .read(() -> needs.requests().due(needs.clock().instant())))
            needs.transactions().write(Durability.RELAXED, () -> expire(due.id()));
    }

    private void expire(UUID id) {
        var found = needs.requests().byId(id).orElseThrow();
        needs.rotations().lockCalendars(List.of(found.teamId()));
        var request = needs.requests().byId(id).orElseThrow();
        var now = needs.clock().instant();
        if (!request.isOpen() || request.expiresAt().isAfter(now)) return;
        needs.requests().update(request.ended(State.EXPIRED, Optional.empty()));
        var directory = needs.directory().current();
        var team = directory.team(request.teamId());
        tell(request, say -> RequestWords.expired(request, team, say), directory, now);
    }

    private void tell(CalendarRequest request, Function<Phrases, String> words, Directory directory, Instant now) {
        notices.tell(List.of(request.asker()), words, directory, now);
    }

    private static String team(Case one) {
        return one.directory().team(one.request().teamId()).name();
    }

    private static String name(Directory directory, UUID id) {
        return directory.responder(id).name();
    }
}
