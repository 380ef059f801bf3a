package dev.arke.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who could best take a part of a calendar: of those who have nothing else then, first whoever has enough rest around it,
 * then whoever is on a roster of the duty, then whoever had least of the duty in the 12 weeks before.
 */
public final class Suggest {
    private static final Comparator<Candidate> BEST = Comparator.comparing(
                    (Candidate one) -> one.rest().isPresent())
            .thenComparing(one -> !one.onRoster())
            .thenComparing(Candidate::stood)
            .thenComparing(Candidate::who);

    private Suggest() {}

    /** What is to be taken: a duty of a team, in these times, in order; at least one. */
    public record Wanted(UUID teamId, Role.Duty duty, List<Interval> times) {
        public Wanted {
            times = List.copyOf(times);
        }

        Interval whole() {
            return new Interval(times.getFirst().start(), times.getLast().end());
        }

        /** What must be known of people's shifts. */
        public Interval around() {
            return new Interval(
                    whole().start().minus(History.REMEMBERED), whole().end().plus(Coverage.USUAL_REST));
        }
    }

    /** {@code rest}: how little there would be before or after, where it is too little; {@code stood}: of the duty. */
    public record Candidate(UUID who, Optional<Duration> rest, boolean onRoster, Duration stood) {}

    /**
     * The best first; whoever is away, has another duty or this one already then is none of them.
     *
     * @param shifts of these people on all teams, in {@link Wanted#around} at least
     * @param roster those who take turns in the duty
     */
    public static List<Candidate> of(
            Wanted wanted, Collection<UUID> people, Collection<Shift> shifts, Set<UUID> roster, Duration minimumRest) {
        return people.stream()
                .distinct()
                .flatMap(who -> candidate(
                        wanted,
                        who,
                        shifts.stream().filter(shift -> shift.isOf(who)).toList(),
                        roster.contains(who),
                        minimumRest)
                        .stream())
                .sorted(BEST)
                .toList();
    }

    private static Optional<Candidate> candidate(
            Wanted wanted, UUID who, List<Shift> own, boolean onRoster, Duration minimumRest) {
        boolean isBusy = own.stream().anyMatch(shift -> wanted.times().stream().anyMatch(shift.interval()::overlaps));
        if (isBusy) return Optional.empty();
        return Optional.of(new Candidate(who, littleRest(wanted, own, minimumRest), onRoster, stood(wanted, own)));
    }

    /** The shortest time between this and another duty, where it is under the minimum. */
    private static Optional<Duration> littleRest(Wanted wanted, List<Shift> own, Duration minimum) {
        return own.stream()
                .filter(shift -> shift.role() instanceof Role.Duty)
                .map(shift -> shift.interval().end().isAfter(wanted.whole().start())
                        ? between(wanted.whole().end(), shift.interval().start())
                        : between(shift.interval().end(), wanted.whole().start()))
                .filter(rest -> !rest.isNegative() && rest.compareTo(minimum) < 0)
                .min(Comparator.naturalOrder());
    }

    private static Duration between(Instant earlier, Instant later) {
        return Duration.between(earlier, later);
    }

    private static Duration stood(Wanted wanted, List<Shift> own) {
        var weeks = new Interval(
                wanted.whole().start().minus(History.REMEMBERED), wanted.whole().start());
        return own.stream()
                .filter(shift ->
                        shift.teamId().equals(wanted.teamId()) && shift.role().equals(wanted.duty()))
                .flatMap(shift -> shift.interval().common(weeks).stream())
                .map(Interval::length)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
