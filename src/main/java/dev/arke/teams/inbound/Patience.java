package dev.arke.teams.inbound;

import java.time.Duration;

/** How long Teams is kept waiting. It gives up on a dialog after 5 seconds, and sends a message again. */
final class Patience {
    static final Duration INVOKE = Duration.ofMillis(3500);
    static final Duration MESSAGE = Duration.ofMillis(2500);

    private Patience() {}
}
