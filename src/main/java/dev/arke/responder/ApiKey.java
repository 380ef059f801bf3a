package dev.arke.responder;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A key of a program, of one team or of all; {@code madeBy} is an actor's word. */
public record ApiKey(UUID id, String name, ApiScope scope, Optional<UUID> teamId, String madeBy, Instant madeAt) {
    public Actor.ApiKey actor() {
        return new Actor.ApiKey(name, scope, teamId);
    }
}
