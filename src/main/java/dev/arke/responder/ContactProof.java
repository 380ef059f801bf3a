package dev.arke.responder;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A code was sent to a contact method, to be typed by whose it says it is: for 15 minutes, five tries, five codes an hour. */
public record ContactProof(
        UUID methodId, Optional<String> codeHash, Instant expiresAt, int tries, int requests, Instant countedFrom) {
    public static final Duration LIFETIME = Duration.ofMinutes(15);
    public static final int MOST_TRIES = 5;
    private static final int MOST_REQUESTS = 5;
    private static final Duration COUNTED = Duration.ofHours(1);

    public static ContactProof first(UUID methodId, Instant now) {
        return new ContactProof(methodId, Optional.empty(), now.plus(LIFETIME), 0, 1, now);
    }

    /** Whether it has asked for as many codes as it may for now. */
    public boolean isSpent(Instant now) {
        return requests >= MOST_REQUESTS && now.isBefore(countedFrom.plus(COUNTED));
    }

    /** Another code is to be sent; the one before proves nothing any more. */
    public ContactProof again(Instant now) {
        boolean anew = !now.isBefore(countedFrom.plus(COUNTED));
        return new ContactProof(
                methodId, Optional.empty(), now.plus(LIFETIME), 0, anew ? 1 : requests + 1, anew ? now : countedFrom);
    }

    public ContactProof afterWrongCode() {
        return new ContactProof(methodId, codeHash, expiresAt, tries + 1, requests, countedFrom);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(expiresAt) || tries >= MOST_TRIES;
    }

    /** Whether this is the code, in a time that does not tell how much of it is right. */
    public boolean isProvedBy(String code, Instant now) {
        boolean same = Sha256.same(hash(methodId, code), codeHash.orElse(""));
        return same && codeHash.isPresent() && !isOver(now);
    }

    public static String hash(UUID methodId, String code) {
        return Sha256.of(methodId + " " + code);
    }
}
