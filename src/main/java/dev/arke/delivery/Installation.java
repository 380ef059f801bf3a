package dev.arke.delivery;

import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.util.Optional;

/**
 * A workspace where people installed a chat's app. {@code sealed} holds its tokens, readable for the adapter alone;
 * empty {@code refreshesAt}: they do not expire. An installation that has ended is history.
 */
public record Installation(
        ContactKind platform,
        String tenant,
        String name,
        String botId,
        String sealed,
        Optional<Instant> refreshesAt,
        Instant installedAt,
        Optional<Instant> endedAt) {
    @Override
    public String toString() {
        return "Installation[" + platform.word() + ":" + tenant + ", ended " + endedAt + "]";
    }
}
