package dev.arke.engine.delivery;

import java.util.Set;
import java.util.UUID;

/**
 * A turn of an incident in which nothing arrived and nothing is left to try, other than what goes on retrying; {@code
 * permanent}: nothing ever will arrive. {@code responders} are those it was for.
 */
public record UnreachedTurn(UUID incidentId, int turn, Set<UUID> responders, boolean permanent) {
    public UnreachedTurn {
        responders = Set.copyOf(responders);
    }
}
