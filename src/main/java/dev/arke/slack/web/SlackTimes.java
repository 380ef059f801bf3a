package dev.arke.slack.web;

import dev.arke.delivery.TimeLimit;
import java.time.Duration;

/** How long Slack may take: {@code read} between two bytes, {@code limit} for all of one call, and of one delivery. */
record SlackTimes(Duration read, TimeLimit limit) {
    static final SlackTimes STANDARD = new SlackTimes(Duration.ofSeconds(8), TimeLimit.STANDARD);
}
