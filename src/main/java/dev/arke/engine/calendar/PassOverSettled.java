package dev.arke.engine.calendar;

import dev.arke.calendar.Filling.Filled;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.RotationStore.DueRotation;
import dev.arke.calendar.SettledStore;
import dev.arke.calendar.SettledStore.Settled;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.Durability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rotations that nothing has changed for since they stood as they should: very many are passed over together, which
 * takes a tenth of the time that filling them would. Whatever is in doubt is filled.
 */
final class PassOverSettled {
    private static final Logger LOG = LoggerFactory.getLogger(PassOverSettled.class);
    /** More would be slower on H2, which looks through all of them for each row that it finds. */
    private static final int BATCH = 500;

    private final CalendarUseCases.Needs needs;
    private final SettledStore settled;

    PassOverSettled(CalendarUseCases.Needs needs) {
        this.needs = needs;
        settled = needs.filling().settled();
    }

    /** Which of these need no filling; they are due again {@code later}. */
    Set<UUID> among(List<DueRotation> due, Duration later) {
        var all = new HashSet<UUID>();
        for (int from = 0; from < due.size(); from += BATCH)
            all.addAll(among(
                    due.subList(from, Math.min(due.size(), from + BATCH)).stream()
                            .map(DueRotation::id)
                            .toList(),
                    later));
        return all;
    }

    private Set<UUID> among(Collection<UUID> due, Duration later) {
        try {
            return needs.transactions().write(Durability.RELAXED, () -> {
                var now = needs.clock().instant();
                return settled.putOff(due, now.plus(later), now);
            });
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            // A damaged row keeps none of the others: each is filled for itself, and that one is told.
            LOG.atWarn().setCause(e).log("rotations are filled one by one");
            return Set.of();
        }
    }

    /** Of what these are to be filled by, before it is read. */
    Map<UUID, String> marks(Collection<Rotation> rotations, Instant now) {
        return settled.marks(rotations, now);
    }

    /** Keeps which of these fillings had nothing to do. */
    void settle(Map<Rotation, Filled> fillings, Map<UUID, String> marks, Instant now) {
        var quiet = new ArrayList<Settled>();
        fillings.forEach((rotation, filled) -> filled.quietUntil()
                .filter(until -> filled.diff().isEmpty())
                .ifPresent(until -> quiet.add(
                        new Settled(rotation.id(), Objects.requireNonNull(marks.get(rotation.id())), until))));
        settled.settle(quiet, now);
    }
}
