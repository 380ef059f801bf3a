package dev.arke.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Pages that wait for a limit: one address after the other, a permit apart. Those to one address share its place, so that they
 * become one message.
 */
final class PageLine {
    /** Nobody is told to come later: much of what is ahead may have been called off by then. The place in line is kept. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Who has not come for that long after they were told to was called off. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** {@code isTurn}: not only to hear how far the line has come. */
    private record Told(Instant at, boolean isTurn) {}

    private final Map<String, Told> line = new LinkedHashMap<>();
    private final Duration each;

    PageLine(Duration each) {
        this.each = each;
    }

    /** How many have not come yet though it is their turn. */
    int expected(Instant now) {
        line.values().removeIf(told -> told.at().plus(GRACE).isBefore(now));
        return (int) line.values().stream()
                .filter(told -> told.isTurn() && !told.at().isAfter(now))
                .count();
    }

    boolean isTurnOf(String address, Instant now) {
        var told = line.get(address);
        return told != null && told.isTurn() && !told.at().isAfter(now);
    }

    void leave(String address) {
        line.remove(address);
    }

    /** When to come; {@code chance}: when the next permit is there. Whose turn has come waits for that only. */
    Instant place(String address, Instant chance, Instant now) {
        if (isTurnOf(address, now)) return chance;
        var told = line.get(address);
        if (told != null && told.at().isAfter(now)) return told.at();
        var turn = chance.plus(each.multipliedBy(ahead(address)));
        var end = later(now.plus(LONGEST), chance);
        var fresh = new Told(turn.isAfter(end) ? end : turn, !turn.isAfter(end));
        line.put(address, fresh);
        return fresh.at();
    }

    private long ahead(String address) {
        return line.keySet().stream().takeWhile(other -> !other.equals(address)).count();
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
