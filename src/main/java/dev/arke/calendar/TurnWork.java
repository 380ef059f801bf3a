package dev.arke.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What {@link HandWork} does to one shift, done to all that is linked with it: on the clock of {@code zone} each part moves as
 * far as the one that was named. What of the others is over stays, and so does the begin of one that runs; a part that
 * is over itself changes alone.
 */
public final class TurnWork {
    private final Shift named;
    private final UUID change;
    private final Instant now;
    private final List<ShiftDiff> diffs = new ArrayList<>();
    private final List<Shift> shifts = new ArrayList<>();

    private TurnWork(Shift named, UUID change, Instant now) {
        this.named = named;
        this.change = change;
        this.now = now;
    }

    /** {@code turn}: all pieces of the turn that it is of, at least. */
    public static HandWork.Result move(
            Shift named,
            Collection<Shift> turn,
            Optional<Instant> from,
            Instant to,
            ZoneId zone,
            UUID change,
            boolean mayPast,
            Instant now) {
        var first = HandWork.move(named, from, to, change, mayPast, now);
        return first instanceof HandWork.Result.Done done
                ? new TurnWork(named, change, now).move(done, turn, zone, mayPast)
                : first;
    }

    /** Nobody has any part of it any more, from now on. */
    public static HandWork.Result remove(
            Shift named, Collection<Shift> turn, UUID change, boolean mayPast, Supplier<UUID> ids, Instant now) {
        var first = HandWork.remove(named, change, mayPast, ids, now);
        return first instanceof HandWork.Result.Done done
                ? new TurnWork(named, change, now).remove(done, turn, ids)
                : first;
    }

    private HandWork.Result move(HandWork.Result.Done done, Collection<Shift> turn, ZoneId zone, boolean mayPast) {
        add(done);
        var after = done.shift().interval();
        var begin = new Step(zone, named.interval().start(), after.start());
        var end = new Step(zone, named.interval().end(), after.end());
        for (var other : others(turn)) {
            boolean runs = other.interval().start().isBefore(now.truncatedTo(ChronoUnit.SECONDS));
            var from = runs
                    ? other.interval().start()
                    : begin.from(other.interval().start());
            switch (HandWork.move(
                    other, Optional.of(from), end.from(other.interval().end()), change, mayPast && !runs, now)) {
                case HandWork.Result.Done one -> add(one);
                case HandWork.Result.Same ignored -> {}
                case HandWork.Result.Past past -> {
                    if (!runs) return past;
                }
                case HandWork.Result wrong -> {
                    return wrong;
                }
            }
        }
        return overlap() ? new HandWork.Result.PartsOverlap() : done();
    }

    private HandWork.Result remove(HandWork.Result.Done done, Collection<Shift> turn, Supplier<UUID> ids) {
        add(done);
        for (var other : others(turn))
            if (HandWork.remove(other, change, false, ids, now) instanceof HandWork.Result.Done one) add(one);
        return done();
    }

    private void add(HandWork.Result.Done done) {
        diffs.add(done.diff());
        shifts.addAll(done.shifts());
    }

    private HandWork.Result.Done done() {
        return new HandWork.Result.Done(ShiftDiff.all(diffs), shifts);
    }

    private List<Shift> others(Collection<Shift> turn) {
        if (!named.interval().end().isAfter(now)) return List.of();
        return turn.stream()
                .filter(other -> !other.id().equals(named.id()) && other.isLinkedWith(named))
                .filter(other -> other.interval().end().isAfter(now))
                .sorted(Comparator.comparing(other -> other.interval().start()))
                .toList();
    }

    private boolean overlap() {
        var parts = shifts.stream()
                .map(Shift::interval)
                .sorted(Comparator.comparing(Interval::start))
                .toList();
        for (int i = 1; i < parts.size(); i++) if (parts.get(i).overlaps(parts.get(i - 1))) return true;
        return false;
    }

    /** How far something moves on the clock of a zone. */
    private record Step(ZoneId zone, Duration length) {
        Step(ZoneId zone, Instant before, Instant after) {
            this(zone, Duration.between(LocalDateTime.ofInstant(before, zone), LocalDateTime.ofInstant(after, zone)));
        }

        Instant from(Instant at) {
            return length.isZero()
                    ? at
                    : LocalTimes.resolve(LocalDateTime.ofInstant(at, zone).plus(length), zone);
        }
    }
}
