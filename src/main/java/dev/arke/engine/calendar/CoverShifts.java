package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.CalendarRequest;
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
import dev.arke.responder.Refusal;
import dev.arke.responder.Roster;
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

        /** Nobody stands in for themselves. */
        record SamePerson() implements Outcome {}

        record NotInTeam(UUID who) implements Outcome {}

        /** They were asked whether they do; nothing has moved yet. {@code unreached} of them could not be told. */
        record Asked(CalendarRequest request, List<UUID> unreached) implements Outcome {}

        /** Nobody in the team is without something else in that time. */
        record NobodyIsFree() implements Outcome {}

        /** The team has none of that name; {@code names} are those it has. */
        record NoRoster(List<String> names) implements Outcome {}

        /** Only the one who is to cover may say so, or who is covered asks them, or an admin of the team does it. */
        record NotTheirs(UUID who) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** {@code anyway}: also if whoever is to cover has something else then. */
    public record Request(UUID teamId, Covering.Wanted wanted, boolean anyway) {}

    private final CalendarUseCases.Needs needs;
    private final WriteCalendar write;
    private final AskForCover ask;

    CoverShifts(CalendarUseCases.Needs needs, WriteCalendar write, AskForCover ask) {
        this.needs = needs;
        this.write = write;
        this.ask = ask;
    }

    /**
     * Asks everybody in the team, or in one of its rosters, who is free then to cover somebody: the first who accepts does.
     * {@code wanted} is by nobody.
     */
    public Outcome askAnybody(By by, UUID teamId, Optional<String> roster, Covering.Wanted wanted) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            needs.rotations().lockCalendars(List.of(teamId));
            var directory = needs.directory().current();
            var now = needs.clock().instant();
            var whose = wanted.insteadOf().orElseThrow();
            var refusal = Standings.refusal(by.actor(), Optional.of(teamId), Act.OWN, directory);
            if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
            if (!may(by.actor(), whose, teamId, directory)) return new Outcome.NotTheirs(whose);
            var rosters = directory.team(teamId).rosters();
            var asked = roster.flatMap(name -> rosters.stream()
                    .filter(one -> one.name().equalsIgnoreCase(name.strip()))
                    .findFirst());
            if (roster.isPresent() && asked.isEmpty())
                return new Outcome.NoRoster(
                        rosters.stream().map(Roster::name).sorted().toList());
            return switch (covering(teamId, wanted, needs.ids().next(), now)) {
                case Covering.Result.Done done -> {
                    var free = ask.free(teamId, done, whose, directory).stream()
                            .filter(id -> asked.isEmpty() || takesTurns(asked.get(), id))
                            .toList();
                    yield free.isEmpty()
                            ? new Outcome.NobodyIsFree()
                            : asked(by, teamId, whose, free, done, directory, now);
                }
                case Covering.Result other -> refused(other);
            };
        });
    }

    private static boolean takesTurns(Roster roster, UUID who) {
        return roster.entries().contains(new Roster.Entry(who, true));
    }

    private Outcome asked(
            By by,
            UUID teamId,
            UUID whose,
            List<UUID> people,
            Covering.Result.Done done,
            Directory directory,
            Instant now) {
        if (!(by.actor() instanceof Actor.Person person)) return new Outcome.Refused(Refusal.PEOPLE_COVER);
        var give = AskForCover.part(done.duty(), done.covered());
        var sent = ask.ask(person.id(), whose, teamId, people, give, Optional.empty(), directory, now);
        return new Outcome.Asked(sent.request(), sent.unreached());
    }

    private Covering.Result covering(UUID teamId, Covering.Wanted wanted, UUID changeId, Instant now) {
        var shifts = wanted.interval()
                .map(interval -> needs.shifts().withTheirTurns(needs.shifts().ofTeam(teamId, interval)))
                .orElse(List.of());
        return Covering.of(shifts, wanted, changeId, needs.ids()::next, now);
    }

    private Outcome refused(Covering.Result result) {
        return switch (result) {
            case Covering.Result.NoLength ignored -> new Outcome.NoLength();
            case Covering.Result.EndsBeforeItStarts ignored -> new Outcome.EndsBeforeItStarts();
            case Covering.Result.Past ignored -> new Outcome.Past();
            case Covering.Result.SamePerson ignored -> new Outcome.SamePerson();
            case Covering.Result.SayWhichDuty which -> new Outcome.SayWhichDuty(which.duties());
            case Covering.Result.NothingToCover nothing -> nothing(nothing.instead());
            case Covering.Result.Done done -> throw new IllegalStateException("that can be done: " + done.duty());
        };
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
        var mayAct = may(by.actor(), wanted.by(), team.id(), directory);
        if (!mayAct && !isCovered(by.actor(), wanted)) return new Outcome.NotTheirs(wanted.by());
        var changeId = needs.ids().next();
        return switch (covering(team.id(), wanted, changeId, now)) {
            case Covering.Result.Done done
            when !mayAct ->
                asked(by, team.id(), wanted.insteadOf().orElseThrow(), List.of(wanted.by()), done, directory, now);
            case Covering.Result.Done done -> {
                var clashes = request.anyway() ? List.<Shift>of() : clashes(wanted.by(), done);
                yield clashes.isEmpty()
                        ? done(by, team.id(), changeId, done, directory, now)
                        : new Outcome.Doubtful(done.duty(), clashes);
            }
            case Covering.Result other -> refused(other);
        };
    }

    private static boolean isCovered(Actor actor, Covering.Wanted wanted) {
        return actor instanceof Actor.Person person
                && wanted.insteadOf().filter(person.id()::equals).isPresent();
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
