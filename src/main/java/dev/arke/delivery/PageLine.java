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

    /** Nobody waits for longer for who was told to come, and may have been called off. Who comes later has kept the place. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration KEPT = Duration.ofSeconds(30);

    /** {@code isTurn}: not only to hear how far the line has come. */
    private record Told(Instant at, boolean isTurn) {
        boolean isAwaited(Instant now) {
            return !at.plus(GRACE).isBefore(now);
        }
    }

    private final Map<String, Told> line = new LinkedHashMap<>();
    private final Duration each;

    PageLine(Duration each) {
        this.each = each;
    }

    boolean isEmpty() {
        return line.isEmpty();
    }

    /** How many have not come yet though it is their turn. */
    int expected(Instant now) {
        line.values().removeIf(told -> told.at().plus(KEPT).isBefore(now));
        return (int) line.values().stream()
                .filter(told -> told.isTurn() && !told.at().isAfter(now) && told.isAwaited(now))
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
        if (isTurnOf(address, now)) return tell(address, new Told(chance, true));
        var told = line.get(address);
        if (told != null && told.at().isAfter(now)) return told.at();
        var turn = chance.plus(each.multipliedBy(ahead(address, now)));
        var end = later(now.plus(LONGEST), chance);
        return tell(address, turn.isAfter(end) ? new Told(end, false) : new Told(turn, true));
    }

    private Instant tell(String address, Told told) {
        line.put(address, told);
        return told.at();
    }

    private long ahead(String address, Instant now) {
        return line.entrySet().stream()
                .takeWhile(other -> !other.getKey().equals(address))
                .filter(other -> other.getValue().isAwaited(now))
                .count();
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
