package dev.arke.responder;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An account that is to be linked to a responder: whose it says it is, the hash of the link that proves it, and what it
 * wants done then. Without {@code claimed} it has only been refused something.
 */
public record PendingLink(
        UUID id,
        Actor.Unlinked account,
        Optional<Wanted> wanted,
        Optional<Instant> wantedAt,
        Optional<UUID> claimed,
        Optional<String> tokenHash,
        Optional<Instant> expiresAt,
        int requests,
        Instant countedFrom) {
    /** How long a link can be used, and how long what was wanted is remembered. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final int MOST_REQUESTS = 5;
    private static final Duration COUNTED = Duration.ofHours(1);

    public static PendingLink of(UUID id, Actor.Unlinked account, Instant now) {
        return new PendingLink(
                id,
                account,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                now);
    }

    public PendingLink wanting(Wanted what, Instant now) {
        return new PendingLink(
                id, account, Optional.of(what), Optional.of(now), claimed, tokenHash, expiresAt, requests, countedFrom);
    }

    /** Whether it has asked for as many links as it may for now. */
    public boolean isSpent(Instant now) {
        return requests >= MOST_REQUESTS && now.isBefore(countedFrom.plus(COUNTED));
    }

    /** Claims to be this responder's; a link that was sent before proves nothing any more. */
    public PendingLink claiming(UUID responderId, Instant now) {
        boolean anew = !now.isBefore(countedFrom.plus(COUNTED));
        return new PendingLink(
                id,
                account,
                wanted,
                wantedAt,
                Optional.of(responderId),
                Optional.empty(),
                Optional.of(now.plus(LIFETIME)),
                anew ? 1 : requests + 1,
                anew ? now : countedFrom);
    }

    /** What is still to be done: nobody wants done today what they typed yesterday. */
    public Optional<Wanted> stillWanted(Instant now) {
        return wantedAt.filter(at -> now.isBefore(at.plus(LIFETIME).plus(LIFETIME)))
                .flatMap(at -> wanted);
    }

    public boolean isOver(Instant now) {
        return expiresAt.filter(now::isBefore).isEmpty();
    }
}
