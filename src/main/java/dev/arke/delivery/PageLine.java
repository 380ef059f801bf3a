package dev.arke.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Pages that wait for a limit: one address after the other, a permit apart. Those to one address share its place, so that they
 * become one message.
 */
final class PageLine {
    /** What is further back has no place yet and comes again: much of what is ahead may be called off until then. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Who has not come for that long after their turn was called off. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Map<String, Instant> places = new HashMap<>();
    private final NavigableSet<Instant> taken = new TreeSet<>();
    private final Duration each;

    PageLine(Duration each) {
        this.each = each;
    }

    /** How many have not come yet though it is their turn. */
    int expected(Instant now) {
        taken.headSet(now.minus(GRACE)).clear();
        if (taken.isEmpty()) places.clear();
        return taken.headSet(now, true).size();
    }

    boolean isTurnOf(String address, Instant now) {
        var place = places.get(address);
        return place != null && !place.isAfter(now) && taken.contains(place);
    }

    void leave(String address) {
        var place = places.remove(address);
        if (place != null) taken.remove(place);
    }

    /** At {@code earliest} or later. Whose turn has come waits for the next permit only. */
    Instant place(String address, Instant earliest, Instant now) {
        if (isTurnOf(address, now)) return earliest;
        var known = places.get(address);
        if (known != null && taken.contains(known)) return later(known, earliest);
        var next = taken.isEmpty() ? earliest : later(taken.last().plus(each), earliest);
        var end = later(now.plus(LONGEST), earliest);
        if (next.isAfter(end)) return end;
        places.put(address, next);
        taken.add(next);
        return next;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
