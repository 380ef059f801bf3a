package dev.arke.calendar;

import java.time.Instant;
import java.util.List;

/**
 * One turn of a rotation: its number, counted from the anchor's 0, and the time somebody is on call in it, in order.
 * Several parts are linked: one person takes them all. Without parts it is empty: no shift, and nobody's turn.
 */
public record Occurrence(long number, List<Interval> parts) {
    public Occurrence {
        parts = List.copyOf(parts);
    }

    /** What of it lies in these times. */
    Occurrence within(List<Interval> times) {
        return new Occurrence(
                number,
                Interval.joined(parts.stream()
                        .flatMap(part -> times.stream().flatMap(time -> part.common(time).stream()))
                        .toList()));
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** When it begins; an empty one never does: {@link java.util.NoSuchElementException}. */
    public Instant start() {
        return parts.getFirst().start();
    }

    /** When it is over; an empty one never is: {@link java.util.NoSuchElementException}. */
    public Instant end() {
        return parts.getLast().end();
    }

    /** From the first instant of it to the last, with what lies between its parts. */
    Interval whole() {
        return new Interval(start(), end());
    }
}
