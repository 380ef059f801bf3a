package dev.arke.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stretch of time, half-open: {@code start} belongs to it, {@code end} does not. Never empty. */
public record Interval(Instant start, Instant end) {
    public Interval {
        if (!start.isBefore(end)) throw new IllegalArgumentException("an interval ends after it starts: " + start);
    }

    /** What lies between two instants; nothing when the second is not after the first. */
    public static Optional<Interval> between(Instant start, Instant end) {
        return start.isBefore(end) ? Optional.of(new Interval(start, end)) : Optional.empty();
    }

    /** From the start of the first day to the end of the last, both included. */
    public static Interval ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        return new Interval(
                LocalTimes.resolve(first.atStartOfDay(), zone),
                LocalTimes.resolve(last.plusDays(1).atStartOfDay(), zone));
    }

    /** The same time in order, with those that overlap or touch made one. */
    public static List<Interval> joined(Collection<Interval> intervals) {
        var joined = new ArrayList<Interval>();
        for (var next :
                intervals.stream().sorted(Comparator.comparing(Interval::start)).toList()) {
            if (!joined.isEmpty() && !next.start.isAfter(joined.getLast().end)) {
                var last = joined.removeLast();
                joined.add(new Interval(last.start, last.end.isAfter(next.end) ? last.end : next.end));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    /** From the earliest start to the latest end; of some. */
    public static Interval around(Collection<Interval> intervals) {
        return intervals.stream().reduce(Interval::spanning).orElseThrow();
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** What belongs to both. */
    public Optional<Interval> common(Interval other) {
        return between(start.isAfter(other.start) ? start : other.start, end.isBefore(other.end) ? end : other.end);
    }

    /** What lies in this one from the instant on. */
    public Optional<Interval> from(Instant instant) {
        return between(start.isAfter(instant) ? start : instant, end);
    }

    /** From the earlier start to the later end. */
    Interval spanning(Interval other) {
        return new Interval(
                start.isBefore(other.start) ? start : other.start, end.isAfter(other.end) ? end : other.end);
    }

    /** What is left without those, in order. */
    List<Interval> without(Collection<Interval> others) {
        var left = List.of(this);
        for (var other : others)
            left = left.stream().flatMap(part -> part.without(other).stream()).toList();
        return left;
    }

    private List<Interval> without(Interval other) {
        if (!overlaps(other)) return List.of(this);
        var left = new ArrayList<Interval>();
        between(start, other.start).ifPresent(left::add);
        between(other.end, end).ifPresent(left::add);
        return left;
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
