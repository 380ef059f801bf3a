package dev.arke.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Pages that wait for a limit: one address after the other. Those to one address share its place, so that they become one message. */
final class PageLine {
    /** Nobody stands in line for longer: those ahead may have been called off. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Map<String, Instant> places = new HashMap<>();
    private final Duration each;
    private Instant last = Instant.MIN;

    PageLine(Duration each) {
        this.each = each;
    }

    boolean isEmpty(Instant now) {
        return !last.isAfter(now);
    }

    boolean isTurnOf(String address, Instant now) {
        var place = places.get(address);
        return place != null && !place.isAfter(now);
    }

    void leave(String address) {
        places.remove(address);
    }

    /** At {@code earliest} or later. */
    Instant place(String address, Instant earliest, Instant now) {
        if (isEmpty(now)) places.clear();
        var place = places.get(address);
        if (place == null || !place.isAfter(now)) {
            var end = now.plus(LONGEST);
            var next = isEmpty(now) ? earliest : last.plus(each);
            place = later(next.isAfter(end) ? end : next, earliest);
            last = later(last, place);
            places.put(address, place);
        }
        return later(place, earliest);
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
