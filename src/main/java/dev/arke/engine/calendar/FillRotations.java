package dev.arke.engine.calendar;

import dev.arke.calendar.Filling;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.RotationStore;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftStore;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills rotations: each daily, and as soon as the rotation, its roster or its people were changed. Every node asks for
 * what is due; a rotation is filled by the one that takes it first.
 */
public final class FillRotations {
    private static final Logger LOG = LoggerFactory.getLogger(FillRotations.class);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final RotationStore rotations;
    private final ShiftStore shifts;
    private final Ids ids;
    private final InstantSource clock;

    public FillRotations(
            Transactions transactions, RotationStore rotations, ShiftStore shifts, Ids ids, InstantSource clock) {
        this.transactions = transactions;
        this.rotations = rotations;
        this.shifts = shifts;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Fills all that are due, in the order in which they became so, and answers how many were. One that fails leaves
     * its shifts as they are, is tried again in five minutes, and keeps none of the others.
     */
    public int fillAllDue() {
        int filled = 0;
        for (var id : transactions.read(() -> rotations.due(clock.instant()))) if (fill(id)) filled++;
        return filled;
    }

    private boolean fill(UUID id) {
        try {
            return transactions
                    .write(Durability.RELAXED, () -> {
                        var now = clock.instant();
                        return rotations.claim(id, now).map(rotation -> fill(rotation, now));
                    })
                    .isPresent();
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("rotation", id).log("rotation not filled");
            transactions.write(
                    Durability.RELAXED,
                    () -> rotations.fillAgainAt(id, clock.instant().plus(AFTER_A_FAILURE)));
            return false;
        }
    }

    private Filling fill(Rotation rotation, Instant now) {
        var filling = Filling.of(
                rotation, shifts.ofRotation(rotation.id(), now), shifts.elsewhere(rotation, now), ids::next, now);
        shifts.apply(filling);
        rotations.fillAgainAt(rotation.id(), now.plus(EVERY));
        transactions.afterCommit(() -> log(rotation, filling));
        return filling;
    }

    private static void log(Rotation rotation, Filling filling) {
        if (filling.isEmpty()) return;
        LOG.atInfo()
                .addKeyValue("rotation", rotation.name())
                .addKeyValue("team", rotation.fills().teamId())
                .addKeyValue("added", filling.added().size())
                .addKeyValue("moved", filling.moved().size())
                .addKeyValue("removed", filling.removed().size())
                .log("rotation filled");
        firstGap(filling)
                .ifPresent(gap -> LOG.atWarn()
                        .addKeyValue("rotation", rotation.name())
                        .addKeyValue("team", rotation.fills().teamId())
                        .addKeyValue("from", gap.interval().start())
                        .log("nobody can take a shift"));
    }

    private static Optional<Shift> firstGap(Filling filling) {
        return Stream.concat(filling.added().stream(), filling.moved().stream().map(Filling.Move::after))
                .filter(Shift::isGap)
                .min((one, other) ->
                        one.interval().start().compareTo(other.interval().start()));
    }
}
