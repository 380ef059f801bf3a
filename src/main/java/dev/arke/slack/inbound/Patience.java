package dev.arke.slack.inbound;

import java.time.Duration;

/**
 * How long Slack is kept waiting. It gives up after 3 seconds: a change is waited for 2.5 of them, so that who is told of
 * success has it, a look only shortly.
 */
final class Patience {
    static final Duration LOOK = Duration.ofMillis(300);
    static final Duration CHANGE = Duration.ofMillis(2500);

    private Patience() {}
}
