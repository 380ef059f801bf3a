package dev.arke.calendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Somebody covers a part of a team's calendar: whatever of it lies in the interval is theirs, each piece in its own place,
 * and nothing else moves. What is left of a cut shift stays whose and what it was. Only from now on.
 */
public final class Covering {
    private final Wanted wanted;
    private final UUID change;
    private final Supplier<UUID> ids;
    private final Instant second;

    private final List<Shift> added = new ArrayList<>();
    private final List<ShiftDiff.Move> moved = new ArrayList<>();
    private final List<Shift> covered = new ArrayList<>();

    private Covering(Wanted wanted, UUID change, Supplier<UUID> ids, Instant second) {
        this.wanted = wanted;
        this.change = change;
        this.ids = ids;
        this.second = second;
    }

    /**
     * Who covers what; without {@code insteadOf} whoever stands there, and nobody; without {@code duty} the only one, or of
     * whoever stands there the primary. {@code turn}: the whole turns of those who stand there at {@code from}.
     */
    public record Wanted(
            UUID by, Optional<UUID> insteadOf, Optional<Role.Duty> duty, Instant from, Instant to, boolean turn) {
        public Wanted(UUID by, Optional<UUID> insteadOf, Optional<Role.Duty> duty, Instant from, Instant to) {
            this(by, insteadOf, duty, from, to, false);
        }

        /** In which lies whatever is touched first. */
        public Optional<Interval> interval() {
            return turn ? Optional.of(new Interval(from, from.plusSeconds(1))) : Interval.between(from, to);
        }
    }

    /** What comes of it. */
    public sealed interface Result {
        /** {@code covered} are the pieces as they are then, in order of time, each with who stood there. */
        record Done(ShiftDiff diff, Role.Duty duty, List<Shift> covered) implements Result {
            public Done {
                covered = List.copyOf(covered);
            }
        }

        record NoLength() implements Result {}

        record EndsBeforeItStarts() implements Result {}

        record Past() implements Result {}

        /** Nobody stands in for themselves. */
        record SamePerson() implements Result {}

        /** {@code instead} is who has the duty in that time, in order of time. */
        record NothingToCover(List<Shift> instead) implements Result {
            public NothingToCover {
                instead = List.copyOf(instead);
            }
        }

        record SayWhichDuty(List<Role.Duty> duties) implements Result {
            public SayWhichDuty {
                duties = List.copyOf(duties);
            }
        }
    }

    /**
     * Covers.
     *
     * @param shifts of the team: all that overlap the interval, with what is linked with them, at least
     * @param change what the pieces are marked with
     */
    public static Result of(Collection<Shift> shifts, Wanted wanted, UUID change, Supplier<UUID> ids, Instant now) {
        if (wanted.insteadOf().filter(wanted.by()::equals).isPresent()) return new Result.SamePerson();
        if (!wanted.turn() && wanted.from().equals(wanted.to())) return new Result.NoLength();
        if (wanted.from().isAfter(wanted.to())) return new Result.EndsBeforeItStarts();
        // Whole seconds, so that a cover that begins now stays equal through any database.
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var interval = wanted.interval().orElseThrow().from(second);
        if (interval.isEmpty()) return new Result.Past();
        return new Covering(wanted, change, ids, second).cover(shifts, interval.get());
    }

    private Result cover(Collection<Shift> shifts, Interval interval) {
        var there = shifts.stream()
                .filter(shift ->
                        shift.role() instanceof Role.Duty && shift.interval().overlaps(interval))
                .filter(shift -> wanted.duty().isEmpty() || wanted.duty().get().equals(shift.role()))
                .sorted(Comparator.comparing(shift -> shift.interval().start()))
                .toList();
        var touched = there.stream().filter(this::isMeant).toList();
        if (touched.isEmpty()) return new Result.NothingToCover(there);
        var duties = touched.stream()
                .map(shift -> (Role.Duty) shift.role())
                .distinct()
                .sorted(Role.Duty.ORDER)
                .toList();
        var whoever = wanted.insteadOf().isEmpty() && duties.contains(Role.Duty.PRIMARY);
        if (duties.size() > 1 && !whoever) return new Result.SayWhichDuty(duties);
        var duty = duties.getFirst();
        var meant = touched.stream().filter(shift -> shift.role().equals(duty)).toList();
        if (wanted.turn()) turns(meant, shifts);
        else meant.forEach(shift -> cut(shift, interval, isOfPartOfATurn(shift, shifts, interval)));
        return new Result.Done(new ShiftDiff(added, moved, List.of()), duty, covered);
    }

    /** All that is to come of what these are parts of; it stays linked. */
    private void turns(List<Shift> meant, Collection<Shift> shifts) {
        shifts.stream()
                .filter(shift -> meant.stream().anyMatch(shift::isLinkedWith))
                .sorted(Comparator.comparing(shift -> shift.interval().start()))
                .forEach(shift -> shift.interval().from(second).ifPresent(rest -> cut(shift, rest, false)));
    }

    private boolean isMeant(Shift shift) {
        return wanted.insteadOf().map(shift::isOf).orElseGet(() -> !shift.isOf(wanted.by()));
    }

    /** Whether it is linked with others of which some do not change hands: then what does is linked no more. */
    private boolean isOfPartOfATurn(Shift shift, Collection<Shift> shifts, Interval interval) {
        var turn = shifts.stream()
                .filter(other -> other.isLinkedWith(shift))
                .flatMap(other -> other.interval().from(second).stream())
                .toList();
        return turn.size() > 1
                && turn.stream()
                        .anyMatch(time -> time.start().isBefore(interval.start())
                                || time.end().isAfter(interval.end()));
    }

    /** What is left before keeps the row; else what is left after; else the row itself changes hands. */
    private void cut(Shift shift, Interval interval, boolean isUnlinked) {
        var whole = shift.interval();
        var common = whole.common(interval).orElseThrow();
        var before = Interval.between(whole.start(), common.start());
        var after = Interval.between(common.end(), whole.end());
        if (before.isPresent()) {
            move(shift, shift.during(before.get()));
            after.ifPresent(rest -> added.add(shift.during(rest).as(ids.get())));
        } else after.ifPresent(rest -> move(shift, shift.during(rest)));
        var hasKept = before.isPresent() || after.isPresent();
        var id = hasKept ? ids.get() : shift.id();
        var link = isUnlinked ? Optional.of(id) : shift.provenance().link();
        var piece = piece(shift, common, id, link);
        covered.add(piece);
        if (hasKept) added.add(piece);
        else move(shift, piece);
    }

    private void move(Shift before, Shift after) {
        moved.add(new ShiftDiff.Move(before, after));
    }

    private Shift piece(Shift shift, Interval interval, UUID id, Optional<UUID> link) {
        return new Shift(
                id,
                shift.teamId(),
                shift.role(),
                Optional.of(wanted.by()),
                interval,
                new Provenance.Edited(shift.provenance().place(), shift.responder(), Optional.of(change), link));
    }
}
