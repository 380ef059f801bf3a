package dev.arke.engine.calendar;

import dev.arke.calendar.AbsenceConflict;
import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.Interval;
import dev.arke.calendar.LocalTimes;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Act;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Somebody is on vacation on some days, or is not after all. On every team: fillings pass them over. */
public final class RecordAbsence {
    private static final long LONGEST_DAYS = 366;

    /** What came of it. */
    public sealed interface Outcome {
        /** {@code conflicts} are their duties in that time. */
        record Away(CalendarChange change, Shift absence, List<AbsenceConflict> conflicts) implements Outcome {}

        /** The vacation is over now or does not happen. */
        record Back(CalendarChange change) implements Outcome {}

        record Already(Shift absence) implements Outcome {}

        record NoVacationThen() implements Outcome {}

        record EndsBeforeItStarts() implements Outcome {}

        record TooLong(long days) implements Outcome {}

        record Past() implements Outcome {}

        record InNoTeam(UUID who) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    private final CalendarUseCases.Needs needs;
    private final WriteCalendar write;

    RecordAbsence(CalendarUseCases.Needs needs, WriteCalendar write) {
        this.needs = needs;
        this.write = write;
    }

    /** Who does it for whom, as it stands under the locks of their teams. */
    private record Case(By by, Responder who, List<Team> teams, Directory directory, Instant now) {
        ZoneId zone() {
            return who.zone();
        }
    }

    /** Both days are of the vacation; days begin in the person's zone. */
    public Outcome vacation(By by, UUID who, LocalDate first, LocalDate last) {
        return within(by, who, "vacation", one -> away(one, first, last));
    }

    /** Ends those that hold this day. */
    public Outcome cancel(By by, UUID who, LocalDate day) {
        return within(by, who, "vacation cancel", one -> back(one, day));
    }

    private interface Work {
        Outcome of(Case one);
    }

    private Outcome within(By by, UUID who, String verb, Work work) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            var directory = needs.directory().current();
            var teams = teams(who, directory);
            var refusal = refusal(by.actor(), who, teams, directory);
            var now = needs.clock().instant();
            if (refusal.isPresent()) {
                write.audit(by, verb, directory.responder(who).name(), false, now);
                return new Outcome.Refused(refusal.get());
            }
            if (teams.isEmpty()) return new Outcome.InNoTeam(who);
            needs.rotations().lockCalendars(teams.stream().map(Team::id).toList());
            write.audit(by, verb, directory.responder(who).name(), true, now);
            return work.of(new Case(by, directory.responder(who), teams, directory, now));
        });
    }

    /** Those that somebody is in, by name. */
    static List<Team> teams(UUID who, Directory directory) {
        return directory.teams().stream()
                .filter(team -> team.members().contains(who))
                .sorted(Comparator.comparing(Team::name))
                .toList();
    }

    /** One's own, or of somebody in a team that one is an admin of. */
    static Optional<Refusal> refusal(Actor actor, UUID who, List<Team> teams, Directory directory) {
        var own = Standings.refusalOfAny(actor, directory);
        if (own.isPresent()
                || (actor instanceof Actor.Person person && person.id().equals(who))) return own;
        var asAdmin = teams.stream()
                .map(team -> Standings.refusal(actor, Optional.of(team.id()), Act.CHANGE_TEAM, directory))
                .toList();
        return asAdmin.isEmpty() || asAdmin.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : asAdmin.getFirst();
    }

    private Outcome away(Case one, LocalDate first, LocalDate last) {
        if (last.isBefore(first)) return new Outcome.EndsBeforeItStarts();
        var days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days > LONGEST_DAYS) return new Outcome.TooLong(days);
        var coming = days(first, last, one.zone()).from(one.now().truncatedTo(ChronoUnit.SECONDS));
        if (coming.isEmpty()) return new Outcome.Past();
        var interval = coming.get();
        var present = needs.shifts().ofResponders(List.of(one.who().id()), interval);
        var same = present.stream()
                .filter(shift -> shift.role() == Role.Absence.VACATION
                        && !shift.interval().start().isAfter(interval.start())
                        && !shift.interval().end().isBefore(interval.end()))
                .findFirst();
        if (same.isPresent()) return new Outcome.Already(same.get());
        var changeId = needs.ids().next();
        var absence = new Shift(
                needs.ids().next(),
                one.teams().getFirst().id(),
                Role.Absence.VACATION,
                Optional.of(one.who().id()),
                interval,
                new Provenance.Edited(Optional.empty(), Optional.empty(), Optional.of(changeId)));
        var change = keep(one, changeId, new ShiftDiff(List.of(absence), List.of(), List.of()));
        write.away(one.by().actor(), one.who(), one.teams(), interval, one.directory(), one.now());
        return new Outcome.Away(change, absence, AbsenceConflict.of(present, one.now()));
    }

    private static Interval days(LocalDate first, LocalDate last, ZoneId zone) {
        return new Interval(
                LocalTimes.resolve(first.atStartOfDay(), zone),
                LocalTimes.resolve(last.plusDays(1).atStartOfDay(), zone));
    }

    private Outcome back(Case one, LocalDate day) {
        var now = one.now().truncatedTo(ChronoUnit.SECONDS);
        var coming = days(day, day, one.zone()).from(now);
        if (coming.isEmpty()) return new Outcome.Past();
        var vacations = needs.shifts().ofResponders(List.of(one.who().id()), coming.get()).stream()
                .filter(shift -> shift.role() == Role.Absence.VACATION)
                .toList();
        if (vacations.isEmpty()) return new Outcome.NoVacationThen();
        var removed = new ArrayList<Shift>();
        var moved = new ArrayList<ShiftDiff.Move>();
        for (var vacation : vacations) {
            Interval.between(vacation.interval().start(), now)
                    .ifPresentOrElse(
                            past -> moved.add(new ShiftDiff.Move(vacation, vacation.during(past))),
                            () -> removed.add(vacation));
        }
        var change = keep(one, needs.ids().next(), new ShiftDiff(List.of(), moved, removed));
        write.back(one.by().actor(), one.who(), one.teams(), one.directory(), one.now());
        return new Outcome.Back(change);
    }

    private CalendarChange keep(Case one, UUID changeId, ShiftDiff diff) {
        var change = new CalendarChange(
                changeId, one.teams().getFirst().id(), one.by().actor().word(), one.now(), diff, Optional.empty());
        write.apply(diff, one.now());
        needs.changes().insert(change);
        needs.rotations().fillSoonOf(one.who().id(), one.now());
        return change;
    }
}
