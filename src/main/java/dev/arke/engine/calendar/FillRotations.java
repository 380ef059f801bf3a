package dev.arke.engine.calendar;

import dev.arke.calendar.CoverageWatchStore;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.RotationStore;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftDiff;
import dev.arke.calendar.ShiftStore;
import dev.arke.calendar.Suggest.Wanted;
import dev.arke.chat.ChannelSyncStore;
import dev.arke.chat.GapWords;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import dev.arke.engine.people.ReadDirectory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
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
    private final ChannelSyncStore syncs;
    private final CoverageWatchStore coverage;
    private final ReadDirectory directory;
    private final CalendarNotices notices;
    private final SuggestPeople suggest;
    private final PlanFilling plan;
    private final InstantSource clock;

    FillRotations(CalendarUseCases.Needs needs, CalendarNotices notices, SuggestPeople suggest) {
        transactions = needs.transactions();
        rotations = needs.rotations();
        shifts = needs.shifts();
        syncs = needs.syncs();
        coverage = needs.coverage();
        directory = needs.directory();
        this.notices = notices;
        this.suggest = suggest;
        plan = new PlanFilling(needs);
        clock = needs.clock();
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

    /** Fills it at once, inside a unit and under the lock of its team's calendar. */
    ShiftDiff fill(Rotation rotation, Instant now) {
        if (rotation.paused()) {
            rotations.fillAgainAt(rotation.id(), now.plus(EVERY));
            return new ShiftDiff(List.of(), List.of(), List.of());
        }
        var diff = plan.fill(rotation, now);
        shifts.apply(diff, now);
        if (!diff.isEmpty()) {
            syncs.wantAll(now);
            coverage.want(diff.teams(), now);
            rotations.fillHelpersSoon(List.of(rotation.fills().teamId()), now);
        }
        rotations.fillAgainAt(rotation.id(), now.plus(EVERY));
        var gaps = newGaps(diff);
        if (!gaps.isEmpty()) tell(rotation, gaps, now);
        transactions.afterCommit(() -> log(rotation, diff, gaps));
        return diff;
    }

    /** Those that were none before: each is told once. */
    private static List<Shift> newGaps(ShiftDiff diff) {
        return Stream.concat(
                        diff.added().stream(),
                        diff.moved().stream()
                                .filter(move -> !move.before().isGap())
                                .map(ShiftDiff.Move::after))
                .filter(Shift::isGap)
                .sorted(Comparator.comparing(shift -> shift.interval().start()))
                .toList();
    }

    private void tell(Rotation rotation, List<Shift> gaps, Instant now) {
        var names = directory.current();
        var team = names.team(rotation.fills().teamId());
        var first = new Wanted(
                team.id(), rotation.fills().duty(), List.of(gaps.getFirst().interval()));
        var words = GapWords.of(
                rotation,
                gaps,
                team.name(),
                suggest.of(first, Optional.empty(), names),
                id -> names.responder(id).name());
        notices.tellOrAdmins(team.admins(), words, names, now);
    }

    private static void log(Rotation rotation, ShiftDiff diff, List<Shift> gaps) {
        if (diff.isEmpty()) return;
        LOG.atInfo()
                .addKeyValue("rotation", rotation.name())
                .addKeyValue("team", rotation.fills().teamId())
                .addKeyValue("added", diff.added().size())
                .addKeyValue("moved", diff.moved().size())
                .addKeyValue("removed", diff.removed().size())
                .log("rotation filled");
        if (!gaps.isEmpty())
            LOG.atWarn()
                    .addKeyValue("rotation", rotation.name())
                    .addKeyValue("team", rotation.fills().teamId())
                    .addKeyValue("gaps", gaps.size())
                    .addKeyValue("from", gaps.getFirst().interval().start())
                    .log("nobody can take a shift");
    }
}
