package dev.arke.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a rotation's calendar lacks, as a difference: once it is carried out the next one is empty. It begins with the
 * occurrence that contains now, of which only the rest counts, and leaves alone what a person made or changed. Planned
 * shifts stay with whom they were published for, even when the roster changes; only those who left the roster or are away
 * lose them, and not within {@link Fill#PROMISED}. Of a shift that has begun only the end changes.
 */
public final class Filling {
    private Filling() {}

    /**
     * Fills the rotation.
     *
     * @param own the rotation's shifts: all that end after now, and enough of those before to see whose turn it was
     * @param elsewhere what the roster's people do in other roles of the team, and their absences on any team
     * @param history what they have had of the duty; round-robin does without
     * @param ids new identities for added shifts
     */
    public static ShiftDiff of(
            Rotation rotation,
            List<Shift> own,
            List<Shift> elsewhere,
            History history,
            Supplier<UUID> ids,
            Instant now) {
        return of(rotation, own, elsewhere, Optional.empty(), history, ids, now);
    }

    /** A filling, and until when later ones have nothing to do if nothing changes; empty where that is not known. */
    public record Filled(ShiftDiff diff, Optional<Instant> quietUntil) {}

    /** The same; {@code helped}: a helping rotation has turns only in these times. */
    public static ShiftDiff of(
            Rotation rotation,
            List<Shift> own,
            List<Shift> elsewhere,
            Optional<List<Interval>> helped,
            History history,
            Supplier<UUID> ids,
            Instant now) {
        return filled(rotation, own, elsewhere, helped, history, ids, now).diff();
    }

    /** The same, and how long it lasts. */
    public static Filled filled(
            Rotation rotation,
            List<Shift> own,
            List<Shift> elsewhere,
            Optional<List<Interval>> helped,
            History history,
            Supplier<UUID> ids,
            Instant now) {
        var fill = new Fill(rotation, own, elsewhere, helped, history, ids, now);
        var diff = fill.fill();
        return new Filled(diff, fill.quietUntil());
    }
}
