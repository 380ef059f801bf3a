package dev.arke.calendar;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a calendar is to become another: nothing is changed by making it. */
public record ShiftDiff(List<Shift> added, List<Move> moved, List<Shift> removed) {
    /** A shift that becomes another with the same id: other ends, other person. */
    public record Move(Shift before, Shift after) {}

    public ShiftDiff {
        added = List.copyOf(added);
        moved = List.copyOf(moved);
        removed = List.copyOf(removed);
    }

    /** Several as one. */
    public static ShiftDiff all(Collection<ShiftDiff> diffs) {
        return new ShiftDiff(
                diffs.stream().flatMap(diff -> diff.added().stream()).toList(),
                diffs.stream().flatMap(diff -> diff.moved().stream()).toList(),
                diffs.stream().flatMap(diff -> diff.removed().stream()).toList());
    }

    /** Whose calendars it changes. */
    public Set<UUID> teams() {
        return Stream.of(added.stream(), removed.stream(), moved.stream().map(Move::after))
                .flatMap(shifts -> shifts)
                .map(Shift::teamId)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean isEmpty() {
        return added.isEmpty() && moved.isEmpty() && removed.isEmpty();
    }
}
