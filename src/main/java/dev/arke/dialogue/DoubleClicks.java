package dev.arke.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A nervous finger: what somebody clicks again within three seconds, with nothing else clicked there between, counts once. Safe
 * for many threads; of this node only.
 */
public final class DoubleClicks {
    private static final Duration DOUBLE = Duration.ofSeconds(3);
    private static final int MOST = 1000;

    private record Click(String what, Instant at) {}

    private final InstantSource clock;
    private final Map<String, Click> recent = new LinkedHashMap<>();

    public DoubleClicks(InstantSource clock) {
        this.clock = clock;
    }

    /** {@code where}: who clicks on which message; {@code what}: the button. */
    public synchronized boolean isDouble(String where, String what) {
        var now = clock.instant();
        var before = recent.put(where, new Click(what, now));
        if (recent.size() > MOST) recent.remove(recent.keySet().iterator().next());
        return before != null
                && before.what().equals(what)
                && now.isBefore(before.at().plus(DOUBLE));
    }
}
