package dev.arke.calendar;

import java.util.List;

/** How a calendar is to become another: nothing is changed by making it. */
public record ShiftDiff(List<Shift> added, List<Move> moved, List<Shift> removed) {
    /** A shift that becomes another with the same id: other ends, other person. */
    public record Move(Shift before, Shift after) {}

    public ShiftDiff {
        added = List.copyOf(added);
        moved = List.copyOf(moved);
        removed = List.copyOf(removed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && moved.isEmpty() && removed.isEmpty();
    }
}
