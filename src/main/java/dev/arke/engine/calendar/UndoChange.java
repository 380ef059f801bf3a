package dev.arke.engine.calendar;

import dev.arke.calendar.CalendarChange;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import dev.arke.calendar.Undoing;
import dev.arke.database.Durability;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Act;
import dev.arke.responder.By;
import dev.arke.responder.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes back what somebody changed last on a calendar, while nothing else has changed it since. */
public final class UndoChange {
    /** What came of it. */
    public sealed interface Outcome {
        record Undone(CalendarChange change) implements Outcome {}

        record NothingToUndo() implements Outcome {}

        /** They changed something else after it. */
        record NotTheLast(CalendarChange last) implements Outcome {}

        record Already(CalendarChange change) implements Outcome {}

        record ChangedSince(CalendarChange change) implements Outcome {}

        record Past(CalendarChange change) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    private final CalendarUseCases.Needs needs;
    private final WriteCalendar write;

    UndoChange(CalendarUseCases.Needs needs, WriteCalendar write) {
        this.needs = needs;
        this.write = write;
    }

    /** {@code token}: of the change that is meant, if one is; else the last of this actor. */
    public Outcome undo(By by, Optional<String> token) {
        return needs.transactions().write(Durability.SYNCED, () -> {
            var directory = needs.directory().current();
            var last = needs.changes().lastOf(by.actor().word());
            var refusal = Standings.refusal(by.actor(), last.map(CalendarChange::teamId), Act.OWN, directory);
            if (refusal.isPresent()) return new Outcome.Refused(refusal.get());
            if (last.isEmpty()) return new Outcome.NothingToUndo();
            needs.rotations().lockCalendars(List.of(last.get().teamId()));
            return undo(by, needs.changes().lastOf(by.actor().word()).orElseThrow(), token);
        });
    }

    private Outcome undo(By by, CalendarChange last, Optional<String> token) {
        if (token.isPresent() && !token.get().equals(last.token())) return new Outcome.NotTheLast(last);
        if (last.undoneAt().isPresent()) return new Outcome.Already(last);
        var now = needs.clock().instant();
        return switch (Undoing.of(last.diff(), needs.shifts().byId(ids(last.diff())), needs.ids()::next, now)) {
            case Undoing.Result.ChangedSince ignored -> new Outcome.ChangedSince(last);
            case Undoing.Result.Past ignored -> new Outcome.Past(last);
            case Undoing.Result.Done done -> undone(by, last, done.diff(), now);
        };
    }

    private static List<UUID> ids(ShiftDiff diff) {
        return Stream.concat(diff.added().stream(), diff.moved().stream().map(ShiftDiff.Move::after))
                .map(Shift::id)
                .toList();
    }

    /** Those whose absence comes or goes with it: rotations take note. */
    private static Set<UUID> absent(ShiftDiff diff) {
        return Stream.of(
                        diff.added(),
                        diff.removed(),
                        diff.moved().stream().map(ShiftDiff.Move::before).toList())
                .flatMap(List::stream)
                .filter(shift -> shift.role() instanceof Role.Absence)
                .flatMap(shift -> shift.responder().stream())
                .collect(Collectors.toSet());
    }

    private Outcome undone(By by, CalendarChange change, ShiftDiff diff, Instant now) {
        var directory = needs.directory().current();
        write.apply(diff, now);
        needs.changes().undone(change.id(), now);
        absent(change.diff()).forEach(person -> needs.rotations().fillSoonOf(person, now));
        write.audit(by, "undo", directory.team(change.teamId()).name(), true, now);
        write.undone(by.actor(), change, directory, now);
        return new Outcome.Undone(change);
    }
}
