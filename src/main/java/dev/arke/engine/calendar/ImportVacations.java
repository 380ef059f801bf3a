package dev.arke.engine.calendar;

import dev.arke.calendar.AbsenceCalendars.Answer;
import dev.arke.calendar.AbsenceConflict;
import dev.arke.calendar.AbsenceImport;
import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import dev.arke.calendar.VacationCalendarStore.Origin;
import dev.arke.database.Durability;
import dev.arke.engine.people.Directory;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import dev.arke.responder.Team;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes somebody's vacations those of a calendar file. */
public final class ImportVacations {
    /** What came of it. */
    public sealed interface Outcome {
        record Done(Imported imported) implements Outcome {}

        record NotRead(Answer.Failed why) implements Outcome {}

        record InNoTeam() implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** {@code conflicts}: their duties in the times that are new. {@code change} is there where something changed. */
    public record Imported(
            Answer.Read read, ShiftDiff diff, List<AbsenceConflict> conflicts, Optional<CalendarChange> change) {}

    private final CalendarUseCases.Needs needs;
    private final WriteCalendar write;

    ImportVacations(CalendarUseCases.Needs needs, WriteCalendar write) {
        this.needs = needs;
        this.write = write;
    }

    /** Takes a file over; the same file again changes nothing, and another follows what was moved and removed. */
    public Outcome file(By by, UUID who, String file) {
        var zone = needs.transactions()
                .read(() -> needs.directory().current().responder(who).zone());
        return switch (needs.absences().read(file, zone, now())) {
            case Answer.Failed failed -> new Outcome.NotRead(failed);
            case Answer.Read read ->
                needs.transactions().write(Durability.SYNCED, () -> {
                    var directory = needs.directory().current();
                    var teams = RecordAbsence.teams(who, directory);
                    var refusal = RecordAbsence.refusal(by.actor(), who, teams, directory);
                    var name = directory.responder(who).name();
                    write.audit(by, "vacation import", name, refusal.isEmpty(), now());
                    if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
                    if (teams.isEmpty()) return new Outcome.InNoTeam();
                    return new Outcome.Done(apply(by.actor(), who, Origin.FILE, read, directory));
                });
        };
    }

    private Instant now() {
        return needs.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Inside a unit. The person is in a team. */
    Imported apply(Actor actor, UUID who, Origin origin, Answer.Read read, Directory directory) {
        var teams = RecordAbsence.teams(who, directory);
        needs.rotations().lockCalendars(teams.stream().map(Team::id).toList());
        var now = now();
        var changeId = needs.ids().next();
        var present = needs.shifts().ofResponder(who, now, Integer.MAX_VALUE);
        var result = AbsenceImport.of(
                read.events(),
                needs.vacationCalendars().known(who, origin),
                present.stream()
                        .filter(shift -> shift.role() == Role.Absence.VACATION)
                        .toList(),
                interval -> new Shift(
                        needs.ids().next(),
                        teams.getFirst().id(),
                        Role.Absence.VACATION,
                        Optional.of(who),
                        interval,
                        new Provenance.Edited(Optional.empty(), Optional.empty(), Optional.of(changeId))),
                now);
        needs.vacationCalendars().replace(who, origin, result.known());
        var diff = result.diff();
        if (diff.isEmpty()) return new Imported(read, diff, List.of(), Optional.empty());
        var change = new CalendarChange(changeId, teams.getFirst().id(), actor.word(), now, diff, Optional.empty());
        write.apply(diff, now);
        needs.changes().insert(change);
        needs.rotations().fillSoonOf(who, now);
        write.imported(directory.responder(who), teams, diff, now);
        return new Imported(read, diff, conflicts(diff, present, now), Optional.of(change));
    }

    private static List<AbsenceConflict> conflicts(ShiftDiff diff, List<Shift> present, Instant now) {
        var away = Stream.concat(diff.added().stream(), diff.moved().stream().map(ShiftDiff.Move::after))
                .map(Shift::interval)
                .toList();
        var hit = new LinkedHashSet<Shift>();
        for (var shift : present) if (away.stream().anyMatch(shift.interval()::overlaps)) hit.add(shift);
        return AbsenceConflict.of(hit, now);
    }
}
