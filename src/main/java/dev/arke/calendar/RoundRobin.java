package dev.arke.calendar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * In roster order after the last one who had a turn and is still on the roster, so that a changed roster makes nobody
 * stand twice or wait longer; only a rotation without any shift counts from its anchor.
 */
final class RoundRobin implements TurnOrder {
    private final Rotation rotation;
    private final List<UUID> taken;

    RoundRobin(Rotation rotation, List<UUID> taken) {
        this.rotation = rotation;
        this.taken = taken;
    }

    @Override
    public List<UUID> order(Occurrence occurrence) {
        var order = new ArrayList<>(rotation.roster());
        if (!order.isEmpty()) Collections.rotate(order, -first(occurrence));
        return order;
    }

    private int first(Occurrence occurrence) {
        var roster = rotation.roster();
        for (var last : taken.reversed()) {
            var position = roster.indexOf(last);
            if (position >= 0) return position + 1;
        }
        return Math.floorMod(rotation.recurrence().turnsBefore(occurrence), roster.size());
    }

    @Override
    public Reason why(UUID chosen, Occurrence occurrence) {
        var last = taken.reversed().stream().filter(rotation.roster()::contains).findFirst();
        return new Reason(Reason.Ground.IN_TURN, last, Optional.empty(), Optional.empty(), List.of());
    }
}
