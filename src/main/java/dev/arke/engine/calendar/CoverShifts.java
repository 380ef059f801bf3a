package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.Clash;
import dev.arke.calendar.Covering;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Act;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts somebody in the place of whoever has a duty, for a while: {@code override}, {@code cover} and {@code take}. */
public final class CoverShifts {
    /** What came of it. */
    public sealed interface Outcome {
        /** {@code covered} are the pieces, in order of time. */
        record Done(CalendarChange change, Role.Duty duty, List<Shift> covered) implements Outcome {}

        /** Nobody has the duty then whom one could cover; {@code instead} are those who have it, by whose change. */
        record NothingToCover(List<Shift> instead, Map<UUID, CalendarChange> changes) implements Outcome {}

        /** It can be done, but whoever is to cover has these at that time too; to be confirmed. */
        record Doubtful(Role.Duty duty, List<Shift> clashes) implements Outcome {}

        record SayWhichDuty(List<Role.Duty> duties) implements Outcome {}

        record NoLength() implements Outcome {}

        record EndsBeforeItStarts() implements Outcome {}

        record Past() implements Outcome {}

        record NotInTeam(UUID who) implements Outcome {}

        /** Only the one who is to cover may say so, or an admin of the team. */
        record NotTheirs(UUID who) implements Outcome {}

        record Refused(String sentence) implements Outcome {}
    }

    /** {@code anyway}: also if whoever is to cover has something else then. */
    public record Request(UUID teamId, Covering.Wanted wanted, boolean anyway) {}

    private final CalendarUseCases.Needs needs;
    private final WriteCalendar write;

    CoverShifts(CalendarUseCases.Needs needs, WriteCalendar write) {
        this.needs = needs;
        this.write = write;
    }

    public Outcome cover(By by, Request request) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            needs.rotations().lockCalendars(List.of(request.teamId()));
            var directory = needs.directory().current();
            var now = needs.clock().instant();
            var outcome = cover(by, request, directory, now);
            write.audit(by, "cover", directory.team(request.teamId()).name(), allowed(outcome), now);
            return outcome;
        });
    }

    private static boolean allowed(Outcome outcome) {
        return !(outcome instanceof Outcome.Refused || outcome instanceof Outcome.NotTheirs);
    }

    private Outcome cover(By by, Request request, Directory directory, Instant now) {
        var team = directory.team(request.teamId());
        var wanted = request.wanted();
        var refusal = Standings.refusal(by.actor(), Optional.of(team.id()), Act.OWN, directory);
        if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
        if (!team.members().contains(wanted.by())
                || !directory.responder(wanted.by()).active()) return new Outcome.NotInTeam(wanted.by());
        if (!may(by.actor(), wanted.by(), team.id(), directory)) return new Outcome.NotTheirs(wanted.by());
        var changeId = needs.ids().next();
        var shifts = Interval.between(wanted.from(), wanted.to())
                .map(interval -> needs.shifts().ofTeam(team.id(), interval))
                .orElse(List.of());
        return switch (Covering.of(shifts, wanted, changeId, needs.ids()::next, now)) {
            case Covering.Result.NoLength ignored -> new Outcome.NoLength();
            case Covering.Result.EndsBeforeItStarts ignored -> new Outcome.EndsBeforeItStarts();
            case Covering.Result.Past ignored -> new Outcome.Past();
            case Covering.Result.SayWhichDuty which -> new Outcome.SayWhichDuty(which.duties());
            case Covering.Result.NothingToCover nothing -> nothing(nothing.instead());
            case Covering.Result.Done done -> {
                var clashes = request.anyway() ? List.<Shift>of() : clashes(wanted.by(), done);
                yield clashes.isEmpty()
                        ? done(by, team.id(), changeId, done, directory, now)
                        : new Outcome.Doubtful(done.duty(), clashes);
            }
        };
    }

    private static boolean may(Actor actor, UUID who, UUID teamId, Directory directory) {
        return (actor instanceof Actor.Person person && person.id().equals(who))
                || Standings.refusal(actor, Optional.of(teamId), Act.CHANGE_TEAM, directory)
                        .isEmpty();
    }

    private Outcome nothing(List<Shift> instead) {
        var changes = new ArrayList<UUID>();
        for (var shift : instead)
            if (shift.provenance() instanceof Provenance.Edited edited)
                edited.change().ifPresent(changes::add);
        return new Outcome.NothingToCover(instead, needs.changes().byId(changes));
    }

    private List<Shift> clashes(UUID who, Covering.Result.Done done) {
        var pieces = done.covered();
        var whole = new Interval(
                pieces.getFirst().interval().start(),
                pieces.getLast().interval().end());
        return Clash.of(needs.shifts().ofResponders(List.of(who), whole), pieces);
    }

    private Outcome done(
            By by, UUID teamId, UUID changeId, Covering.Result.Done done, Directory directory, Instant now) {
        var change = new CalendarChange(changeId, teamId, by.actor().word(), now, done.diff(), Optional.empty());
        write.apply(done.diff(), now);
        needs.changes().insert(change);
        write.covered(by.actor(), done.duty(), done.covered(), directory, now);
        return new Outcome.Done(change, done.duty(), done.covered());
    }
}
