package dev.arke.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a rotation hands over. Occurrence k begins at the anchor plus k cadences by the zone's wall clock; there is none
 * before the anchor, and none in a turn that is nobody's. With windows only their hours count. Active from the start of one date to the start of another.
 */
public record Recurrence(
        LocalDateTime anchor,
        Cadence cadence,
        ZoneId zone,
        List<WeeklyWindow> windows,
        Optional<LocalDate> activeFrom,
        Optional<LocalDate> activeUntil) {
    public Recurrence {
        windows = List.copyOf(windows);
    }

    /** Around the clock and without end. */
    public static Recurrence of(LocalDateTime anchor, Cadence cadence, ZoneId zone) {
        return new Recurrence(anchor, cadence, zone, List.of(), Optional.empty(), Optional.empty());
    }

    public Instant startOf(long number) {
        return LocalTimes.resolve(cadence.after(anchor, number), zone);
    }

    /** The occurrences that are not empty, end after {@code from} and begin before {@code until}, in order. */
    public List<Occurrence> between(Instant from, Instant until) {
        var found = new ArrayList<Occurrence>();
        var number = numberAt(from);
        for (var start = startOf(number); start.isBefore(until); number++) {
            var end = startOf(number + 1);
            var occurrence = new Occurrence(number, cadence.isNobodys(number) ? List.of() : parts(start, end));
            if (!occurrence.isEmpty()
                    && occurrence.end().isAfter(from)
                    && occurrence.start().isBefore(until)) found.add(occurrence);
            start = end;
        }
        return found;
    }

    /** How many turns were or would have been taken before this occurrence. */
    long turnsBefore(Occurrence occurrence) {
        return between(startOf(0), occurrence.start()).stream()
                .filter(earlier -> earlier.number() < occurrence.number())
                .count();
    }

    /** The last occurrence that begins no later than the instant, the first one before the anchor. */
    private long numberAt(Instant instant) {
        var number = Math.max(0, cadence.times(anchor, LocalDateTime.ofInstant(instant, zone)));
        while (number > 0 && startOf(number).isAfter(instant)) number--;
        while (!startOf(number + 1).isAfter(instant)) number++;
        return number;
    }

    private List<Interval> parts(Instant start, Instant end) {
        var whole = Interval.between(start, end).flatMap(this::whileActive);
        if (windows.isEmpty() || whole.isEmpty()) return whole.map(List::of).orElse(List.of());
        return Interval.joined(windows.stream()
                .flatMap(window -> window.within(whole.get(), zone))
                .toList());
    }

    private Optional<Interval> whileActive(Interval interval) {
        var from = activeFrom
                .map(this::midnight)
                .filter(interval.start()::isBefore)
                .orElse(interval.start());
        var until =
                activeUntil.map(this::midnight).filter(interval.end()::isAfter).orElse(interval.end());
        return Interval.between(from, until);
    }

    private Instant midnight(LocalDate date) {
        return LocalTimes.resolve(date.atStartOfDay(), zone);
    }
}
