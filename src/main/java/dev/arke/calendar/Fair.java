package dev.arke.calendar;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * First whoever had least of this duty in the 12 weeks before, in hours of which those of a weekend (Saturday and
 * Sunday in the rotation's zone) count twice; then whoever is off for longest. For the part of these weeks that lies
 * before somebody's first shift they are taken to have had what the middle one of the others had, so that a newcomer
 * begins beside the others and does not take every turn until they have caught up.
 */
final class Fair implements TurnOrder {
    private final Rotation rotation;
    private final Served served;

    Fair(Rotation rotation, Served served) {
        this.rotation = rotation;
        this.served = served;
    }

    private record Load(UUID person, long minutes) {}

    @Override
    public List<UUID> order(Occurrence occurrence) {
        var longestOff = new LeastRecent(rotation, served).order(occurrence);
        var median = median(occurrence);
        return longestOff.stream()
                .map(person -> new Load(person, minutes(person, occurrence, median)))
                .sorted(Comparator.comparingLong(Load::minutes))
                .map(Load::person)
                .toList();
    }

    @Override
    public Reason why(UUID chosen, Occurrence occurrence) {
        return new Reason(
                Reason.Ground.FEWEST_HOURS,
                Optional.empty(),
                served.lastEnded(chosen, occurrence.start()),
                Optional.of(minutes(chosen, occurrence, median(occurrence))),
                List.of());
    }

    private static Interval before(Occurrence occurrence) {
        return new Interval(occurrence.start().minus(History.REMEMBERED), occurrence.start());
    }

    private long minutes(UUID person, Occurrence occurrence, long median) {
        var weeks = before(occurrence);
        var first = served.firstBegan(person, occurrence.start()).orElse(occurrence.start());
        var without = Interval.between(weeks.start(), first)
                .map(time -> time.length().toMinutes())
                .orElse(0L);
        return served.minutes(person, weeks)
                + Math.round((double) median * without / weeks.length().toMinutes());
    }

    /** Of what those who ever had this duty had in these weeks; 0 when nobody has. */
    private long median(Occurrence occurrence) {
        var had = rotation.roster().stream()
                .filter(person -> served.firstBegan(person, occurrence.start()).isPresent())
                .map(person -> served.minutes(person, before(occurrence)))
                .sorted()
                .toList();
        if (had.isEmpty()) return 0;
        int middle = had.size() / 2;
        return had.size() % 2 == 1 ? had.get(middle) : (had.get(middle - 1) + had.get(middle)) / 2;
    }
}
