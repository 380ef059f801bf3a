package dev.arke.teams.web;

import dev.arke.delivery.TimeLimit;
import java.time.Duration;

/** How long Teams may take: {@code read} between two bytes, {@code limit} for all of one call, and of one delivery. */
record TeamsTimes(Duration read, TimeLimit limit) {
    static final TeamsTimes STANDARD = new TeamsTimes(Duration.ofSeconds(8), TimeLimit.STANDARD);
}
