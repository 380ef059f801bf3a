package dev.arke.http.rest;

import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.Interval;
import dev.arke.calendar.ReportLine;
import dev.arke.calendar.Role;
import dev.arke.chat.ReportCsv;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.RecordAbsence.Outcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Vacations, and reports of what was stood. */
final class AbsenceOperations {
    private static final long LONGEST_DAYS = 366;
    private static final Parameter PERSON = Parameter.query("person", String.class, "Whose.");
    private static final Parameter DAY = Parameter.query("day", LocalDate.class, "A day of the vacation.");
    private static final Parameter FIRST =
            Parameter.query("first", LocalDate.class, "The first day, in the team's zone.");
    private static final Parameter LAST =
            Parameter.query("last", LocalDate.class, "The last day; at most 366 days from the first.");

    private final CalendarUseCases calendar;

    AbsenceOperations(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    List<Operation> all() {
        return List.of(
                Operation.post(
                        "/vacations",
                        "addVacation",
                        "Somebody is away from the first day to the last, both included, on all teams.",
                        Bodies.VacationWanted.class,
                        Answers.Vacation.class,
                        this::away),
                Operation.delete(
                        "/vacations",
                        "endVacation",
                        "The vacation that holds this day is over, or does not happen.",
                        Answers.Vacation.class,
                        this::back,
                        PERSON,
                        DAY),
                Operation.get(
                        "/teams/{team}/report",
                        "reportDuties",
                        "How much everybody of a team was on call and how often they were paged, up to now.",
                        Answers.Report.class,
                        this::report,
                        Parameter.TEAM,
                        FIRST,
                        LAST),
                Operation.csv(
                        "/teams/{team}/report.csv",
                        "reportDutiesAsCsv",
                        "The same as CSV (RFC 4180), for on-call pay.",
                        this::csv,
                        Parameter.TEAM,
                        FIRST,
                        LAST));
    }

    private Object away(Call call) {
        var body = call.body(Bodies.VacationWanted.class);
        var who = call.person(body.person());
        return answer(call, calendar.absence().vacation(call.by(), who.id(), body.first(), body.last()));
    }

    private Object back(Call call) {
        var who = call.person(call.query("person")
                .orElseThrow(() -> RestRefusal.unreadable("person is missing.", "Say whose vacation it is.")));
        return answer(call, calendar.absence().cancel(call.by(), who.id(), call.day("day")));
    }

    private static Object answer(Call call, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Away away ->
                vacation(
                        away.change(),
                        Optional.of(away.absence().interval()),
                        away.conflicts().stream()
                                .map(conflict -> ShiftPages.shift(call, conflict.shift()))
                                .toList());
            case Outcome.Back back -> vacation(back.change(), Optional.empty(), List.of());
            case Outcome.Already(var absence) ->
                throw RestRefusal.conflict(
                        "They are away already from " + absence.interval().start() + " to "
                                + absence.interval().end() + ".",
                        "Nothing needs to be done.");
            case Outcome.NoVacationThen ignored ->
                throw RestRefusal.conflict("They have no vacation on that day.", "Name a day of it.");
            case Outcome.EndsBeforeItStarts ignored ->
                throw RestRefusal.unreadable("last is before first.", "Give a later last day.");
            case Outcome.TooLong(var days) ->
                throw RestRefusal.unreadable(days + " days are more than a year.", "Give an earlier last day.");
            case Outcome.Past ignored -> throw RestRefusal.unreadable("That is past.", "Give days in the future.");
            case Outcome.InNoTeam ignored -> throw ShiftChanges.notInTeam();
            case Outcome.Refused(var why) -> throw RestRefusal.forbidden(why.sentence());
        };
    }

    private static Answers.Vacation vacation(
            CalendarChange change, Optional<Interval> time, List<Answers.Shift> conflicts) {
        return new Answers.Vacation(change.token(), time.map(Interval::start), time.map(Interval::end), conflicts);
    }

    private record Days(LocalDate first, LocalDate last, Interval during) {}

    private static Days days(Call call) {
        var first = call.day("first");
        var last = call.day("last");
        if (last.isBefore(first)) throw RestRefusal.unreadable("last is before first.", "Give a later last day.");
        if (ChronoUnit.DAYS.between(first, last) >= LONGEST_DAYS)
            throw RestRefusal.unreadable("That is more than 366 days.", "Ask for a year at a time.");
        return new Days(first, last, Interval.ofDays(first, last, call.team().zone()));
    }

    private Object report(Call call) {
        var days = days(call);
        return new Answers.Report(
                days.first(),
                days.last(),
                calendar.report().ofTeam(call.team(), days.during()).stream()
                        .map(AbsenceOperations::line)
                        .toList());
    }

    private static Answers.ReportLine line(ReportLine line) {
        var tally = line.tally();
        return new Answers.ReportLine(
                line.who(),
                line.team(),
                tally.held().duty().map(Role.Duty::word),
                tally.turns(),
                tally.time().toMinutes(),
                tally.nights().toMinutes(),
                tally.weekends().toMinutes(),
                tally.holidays().toMinutes(),
                tally.paged().all(),
                tally.paged().atNight(),
                tally.covers(),
                tally.covered());
    }

    private Object csv(Call call) {
        var days = days(call);
        return ReportCsv.of(days.first(), days.last(), calendar.report().ofTeam(call.team(), days.during()));
    }
}
