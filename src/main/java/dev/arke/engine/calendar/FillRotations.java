package dev.arke.engine.calendar;

import dev.arke.calendar.CoverageWatchStore;
import dev.arke.calendar.Filling.Filled;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.RotationStore;
import dev.arke.calendar.RotationStore.DueRotation;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
    /** So many are read and written together; their teams' calendars wait for them. */
    private static final int BATCH = 128;

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
    private final PassOverSettled settled;
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
        settled = new PassOverSettled(needs);
        clock = needs.clock();
    }

    /**
     * Fills all that are due, many in one unit, those of one team in the order in which they became so, and answers how many
     * were. One that fails leaves its shifts as they are, is tried again in five minutes, and keeps none of the others. Those
     * that nothing has changed for since they stood as they should count, too, and are passed over.
     */
    public int fillAllDue() {
        var due = transactions.read(() -> rotations.due(clock.instant()));
        var passedOver = settled.among(due, EVERY);
        int filled = passedOver.size();
        for (var batch : batches(
                due.stream().filter(one -> !passedOver.contains(one.id())).toList())) filled += fill(batch);
        return filled;
    }

    /** One rotation of a team at most in each, as the next one goes by what was planned before. */
    private static List<List<DueRotation>> batches(List<DueRotation> due) {
        var batches = new ArrayList<List<DueRotation>>();
        var next = new HashMap<UUID, Integer>();
        int open = 0;
        for (var one : due) {
            while (open < batches.size() && batches.get(open).size() == BATCH) open++;
            int place = Math.max(open, next.getOrDefault(one.teamId(), 0));
            while (place < batches.size() && batches.get(place).size() == BATCH) place++;
            if (place == batches.size()) batches.add(new ArrayList<>());
            batches.get(place).add(one);
            next.put(one.teamId(), place + 1);
        }
        return batches;
    }

    private int fill(List<DueRotation> batch) {
        try {
            return transactions.write(Durability.RELAXED, () -> {
                var now = clock.instant();
                var claimed = rotations.claim(batch, now);
                fill(claimed, now);
                return claimed.size();
            });
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (batch.size() > 1)
                return batch.stream().mapToInt(one -> fill(List.of(one))).sum();
            var id = batch.getFirst().id();
            LOG.atError().setCause(e).addKeyValue("rotation", id).log("rotation not filled");
            transactions.write(
                    Durability.RELAXED,
                    () -> rotations.fillAgainAt(id, clock.instant().plus(AFTER_A_FAILURE)));
            return 0;
        }
    }

    /** Fills it at once, inside a unit and under the lock of its team's calendar. */
    void fill(Rotation rotation, Instant now) {
        fill(List.of(rotation), now);
    }

    private void fill(List<Rotation> claimed, Instant now) {
        if (claimed.isEmpty()) return;
        var active = claimed.stream().filter(one -> !one.paused()).toList();
        var marks = settled.marks(active, now);
        var fillings = plan.fill(active, now);
        var whole = ShiftDiff.all(fillings.values().stream().map(Filled::diff).toList());
        shifts.apply(whole, now);
        if (!whole.isEmpty()) {
            syncs.wantAll(now);
            coverage.want(whole.teams(), now);
            rotations.fillHelpersSoon(whole.teams(), now);
        }
        settled.settle(fillings, marks, now);
        rotations.fillAgainAt(claimed.stream().map(Rotation::id).toList(), now.plus(EVERY));
        fillings.forEach((rotation, filled) -> {
            var diff = filled.diff();
            var gaps = newGaps(diff);
            if (!gaps.isEmpty()) tell(rotation, gaps, now);
            transactions.afterCommit(() -> log(rotation, diff, gaps));
        });
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
        var others = suggest.of(first, Optional.empty(), names);
        notices.tellOrAdmins(
                team.admins(),
                say -> GapWords.of(
                        rotation,
                        gaps,
                        team.name(),
                        others,
                        id -> names.responder(id).name(),
                        say),
                names,
                now);
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
