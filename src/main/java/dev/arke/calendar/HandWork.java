package dev.arke.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Shifts made, moved and taken away by hand. What is past changes only where {@code mayPast}: a shift that runs keeps its
 * begin, and taken away it ends now. Taken out of a rotation's place nobody stands there, on purpose, until somebody covers.
 */
public final class HandWork {
    private static final Duration LONGEST = Duration.ofDays(366);

    private HandWork() {}

    /** What comes of it. */
    public sealed interface Result {
        /** {@code shifts}: as they are now, or as they were that were taken away; the one that was meant is the first. */
        record Done(ShiftDiff diff, List<Shift> shifts) implements Result {
            public Done {
                shifts = List.copyOf(shifts);
            }

            Shift shift() {
                return shifts.getFirst();
            }
        }

        record NoLength() implements Result {}

        record EndsBeforeItStarts() implements Result {}

        record TooLong() implements Result {}

        /** Only admins change it, and say why. */
        record Past() implements Result {}

        record Same(Shift shift) implements Result {}

        /** Parts of one turn would be at the same time. */
        record PartsOverlap() implements Result {}
    }

    /** A shift of somebody's; {@code own} are theirs in this duty and time. */
    public static Result add(
            TeamRole fills,
            UUID who,
            Instant from,
            Instant to,
            List<Shift> own,
            UUID change,
            boolean mayPast,
            Supplier<UUID> ids,
            Instant now) {
        var wrong = wrong(from, to);
        if (wrong.isPresent()) return wrong.get();
        if (from.isBefore(now.truncatedTo(ChronoUnit.MINUTES)) && !mayPast) return new Result.Past();
        var interval = new Interval(from, to);
        var present = own.stream()
                .filter(shift -> shift.isOf(who) && shift.role().equals(fills.duty()))
                .filter(shift -> shift.teamId().equals(fills.teamId())
                        && shift.interval().overlaps(interval))
                .findFirst();
        if (present.isPresent()) return new Result.Same(present.get());
        var shift = new Shift(
                ids.get(),
                fills.teamId(),
                fills.duty(),
                Optional.of(who),
                interval,
                new Provenance.Edited(Optional.empty(), Optional.empty(), Optional.of(change)));
        return new Result.Done(new ShiftDiff(List.of(shift), List.of(), List.of()), List.of(shift));
    }

    /** Another time for a shift; without {@code from} it keeps its begin. */
    public static Result move(
            Shift shift, Optional<Instant> from, Instant to, UUID change, boolean mayPast, Instant now) {
        var begin = from.orElse(shift.interval().start());
        var wrong = wrong(begin, to);
        if (wrong.isPresent()) return wrong.get();
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var begun = shift.interval().start().isBefore(second);
        var movesPast = shift.interval().end().isBefore(second)
                || to.isBefore(second)
                || (!begin.equals(shift.interval().start()) && (begun || begin.isBefore(second)));
        if (movesPast && !mayPast) return new Result.Past();
        var after = byHand(shift, shift.responder(), new Interval(begin, to), change);
        if (after.interval().equals(shift.interval())) return new Result.Same(shift);
        return new Result.Done(
                new ShiftDiff(List.of(), List.of(new ShiftDiff.Move(shift, after)), List.of()), List.of(after));
    }

    /** Nobody has it any more, from now on; {@code mayPast}: nor had. */
    public static Result remove(Shift shift, UUID change, boolean mayPast, Supplier<UUID> ids, Instant now) {
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var whole = shift.interval();
        if (!whole.end().isAfter(second) && !mayPast) return new Result.Past();
        var rest = mayPast ? Optional.of(whole) : whole.from(second);
        var stood = mayPast ? Optional.<Interval>empty() : Interval.between(whole.start(), second);
        var isPlanned = shift.provenance().place().isPresent();
        var free = byHand(shift, Optional.empty(), rest.orElseThrow(), change);
        if (stood.isPresent()) {
            var kept = new ShiftDiff.Move(shift, shift.during(stood.get()));
            var added = isPlanned ? List.of(free.as(ids.get())) : List.<Shift>of();
            return new Result.Done(new ShiftDiff(added, List.of(kept), List.of()), List.of(shift));
        }
        return new Result.Done(
                isPlanned
                        ? new ShiftDiff(List.of(), List.of(new ShiftDiff.Move(shift, free)), List.of())
                        : new ShiftDiff(List.of(), List.of(), List.of(shift)),
                List.of(shift));
    }

    private static Optional<Result> wrong(Instant from, Instant to) {
        if (from.equals(to)) return Optional.of(new Result.NoLength());
        if (from.isAfter(to)) return Optional.of(new Result.EndsBeforeItStarts());
        return Duration.between(from, to).compareTo(LONGEST) > 0 ? Optional.of(new Result.TooLong()) : Optional.empty();
    }

    private static Shift byHand(Shift shift, Optional<UUID> who, Interval interval, UUID change) {
        var before = who.equals(shift.responder()) ? Optional.<UUID>empty() : shift.responder();
        return new Shift(
                shift.id(),
                shift.teamId(),
                shift.role(),
                who,
                interval,
                new Provenance.Edited(
                        shift.provenance().place(),
                        before,
                        Optional.of(change),
                        who.isPresent() ? shift.provenance().link() : Optional.empty()));
    }
}
