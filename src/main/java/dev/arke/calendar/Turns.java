package dev.arke.calendar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Whose turn it is. Round robin goes on in roster order after the last one who had a turn and is still on the roster,
 * so that a changed roster makes nobody stand twice or wait longer; only a rotation without any shift counts from its
 * anchor. Who is passed over waits for the next round.
 */
final class Turns {
    private final Rotation rotation;
    private final List<Shift> elsewhere;
    private final List<UUID> taken = new ArrayList<>();

    Turns(Rotation rotation, List<Shift> elsewhere) {
        this.rotation = rotation;
        this.elsewhere = List.copyOf(elsewhere);
    }

    /** Notes a turn; later ones are noted later. */
    void taken(UUID responder) {
        taken.add(responder);
    }

    /**
     * The next in turn who can stand, if anybody can: rather not the one before nor {@code following}, who has the
     * next turn already, so that a vacated place in a published calendar gives nobody two turns on end.
     */
    Optional<UUID> next(Occurrence occurrence, Optional<UUID> following) {
        var able = inTurn(occurrence).stream()
                .filter(responder -> isFree(responder, occurrence))
                .toList();
        var rested = able.stream()
                .filter(responder -> taken.isEmpty() || !taken.getLast().equals(responder))
                .filter(responder -> following.isEmpty() || !following.get().equals(responder))
                .findFirst();
        return rested.or(() -> able.stream().findFirst());
    }

    /** Whether somebody may keep a published turn: on the roster, and not absent. Another duty is no reason. */
    boolean canStand(UUID responder, Occurrence occurrence) {
        return rotation.roster().contains(responder)
                && hindrances(responder, occurrence).stream().noneMatch(shift -> shift.role() instanceof Role.Absence);
    }

    private List<UUID> inTurn(Occurrence occurrence) {
        return switch (rotation.strategy()) {
            case ROUND_ROBIN -> {
                var order = new ArrayList<>(rotation.roster());
                if (!order.isEmpty()) Collections.rotate(order, -firstInTurn(occurrence));
                yield order;
            }
        };
    }

    private int firstInTurn(Occurrence occurrence) {
        var roster = rotation.roster();
        for (var last : taken.reversed()) {
            var position = roster.indexOf(last);
            if (position >= 0) return position + 1;
        }
        return Math.floorMod(rotation.recurrence().turnsBefore(occurrence), roster.size());
    }

    private boolean isFree(UUID responder, Occurrence occurrence) {
        return hindrances(responder, occurrence).isEmpty();
    }

    private List<Shift> hindrances(UUID responder, Occurrence occurrence) {
        return elsewhere.stream()
                .filter(shift -> shift.isOf(responder) && hinders(shift))
                .filter(shift -> occurrence.parts().stream().anyMatch(part -> part.overlaps(shift.interval())))
                .toList();
    }

    /** An absence on any team does, another duty only on this one. */
    private boolean hinders(Shift shift) {
        return switch (shift.role()) {
            case Role.Absence ignored -> true;
            case Role.Duty duty ->
                shift.teamId().equals(rotation.fills().teamId())
                        && !duty.equals(rotation.fills().duty());
        };
    }
}
