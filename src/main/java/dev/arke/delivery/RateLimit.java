package dev.arke.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts what carriers allow, in buckets by the scope's name. In memory and so for one node: what several nodes send
 * together beyond a limit, the carrier refuses, and {@link #block} keeps all that follows from it. Safe for many threads.
 */
public final class RateLimit {
    private static final int FORGET_ABOVE = 10_000;

    private final Map<String, Bucket> buckets = new HashMap<>();

    /**
     * Takes one permit of every scope, or none. Empty: it may be sent. Else when to come back: pages together, at the
     * first chance, so that those for one person become one message; others one after the other.
     */
    public synchronized Optional<Instant> take(List<RateScope> scopes, boolean page, Instant now) {
        if (buckets.size() > FORGET_ABOVE) buckets.values().removeIf(bucket -> bucket.isFull(now));
        Optional<Instant> until = Optional.empty();
        for (var scope : scopes) {
            var free = bucket(scope, now).nextFree(now);
            if (free.isAfter(now) && until.filter(at -> !at.isBefore(free)).isEmpty()) until = Optional.of(free);
        }
        if (until.isEmpty()) {
            scopes.forEach(scope -> bucket(scope, now).take());
            return Optional.empty();
        }
        if (page) return until;
        var queued = until.get();
        for (var scope : scopes) queued = bucket(scope, now).queue(queued, now);
        return Optional.of(queued);
    }

    /** The carrier itself said "not before": nothing of this scope is sent until then. */
    public synchronized void block(RateScope scope, Instant until, Instant now) {
        bucket(scope, now).block(until);
    }

    private Bucket bucket(RateScope scope, Instant now) {
        return buckets.computeIfAbsent(scope.name(), ignored -> new Bucket(scope, now))
                .refilled(now);
    }

    /** Permits that come back evenly; all of them are there at the start. */
    private static final class Bucket {
        private final int permits;
        private final Duration each;
        private double tokens;
        private Instant at;
        private Instant blockedUntil = Instant.MIN;
        private Instant lastQueued = Instant.MIN;

        Bucket(RateScope scope, Instant now) {
            permits = scope.permits();
            each = scope.per().dividedBy(scope.permits());
            tokens = permits;
            at = now;
        }

        Bucket refilled(Instant now) {
            if (now.isAfter(at)) {
                tokens = Math.min(
                        permits, tokens + (double) Duration.between(at, now).toNanos() / each.toNanos());
                at = now;
            }
            return this;
        }

        boolean isFull(Instant now) {
            return refilled(now).tokens >= permits && !blockedUntil.isAfter(now);
        }

        Instant nextFree(Instant now) {
            var free = tokens >= 1 ? now : now.plusNanos((long) Math.ceil((1 - tokens) * each.toNanos()));
            return free.isAfter(blockedUntil) ? free : blockedUntil;
        }

        void take() {
            tokens -= 1;
        }

        /** A place in the queue, at {@code earliest} or later; the next one's is a permit later. */
        Instant queue(Instant earliest, Instant now) {
            if (!nextFree(now).isAfter(now)) return earliest;
            var after = lastQueued.isAfter(now) ? lastQueued.plus(each) : earliest;
            lastQueued = after.isAfter(earliest) ? after : earliest;
            return lastQueued;
        }

        void block(Instant until) {
            if (until.isAfter(blockedUntil)) blockedUntil = until;
        }
    }
}
