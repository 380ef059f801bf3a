package dev.arke.delivery;

import static dev.arke.delivery.PageLine.later;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Counts what carriers allow, in buckets by the scope's name. In memory and so for one node: what several nodes send
 * together beyond a limit, the carrier refuses, and {@link #block} keeps all that follows from it. Safe for many threads.
 */
public final class RateLimit {
    private static final int FORGET_ABOVE = 10_000;

    private final Map<String, Bucket> buckets = new HashMap<>();

    /** Takes one permit of every scope, or none. Empty: it may be sent. Else the first chance. */
    public Optional<Instant> take(List<RateScope> scopes, Instant now) {
        return take(scopes, now, bucket -> true);
    }

    /**
     * The same, but what may not be sent now stands in line, one after the other: to try costs as much as to send. Pages have a line
     * of their own, ahead of all else; those to one address, {@code pagesTo}, have one place in it.
     */
    public synchronized Optional<Instant> takeOrQueue(List<RateScope> scopes, Optional<String> pagesTo, Instant now) {
        var chance = take(scopes, now, bucket -> bucket.isTurnOf(pagesTo, now));
        if (chance.isEmpty())
            pagesTo.ifPresent(
                    to -> scopes.forEach(scope -> bucket(scope, now).pages.leave(to)));
        return chance.map(free -> {
            var place = free;
            for (var scope : scopes) place = later(place, bucket(scope, now).queue(pagesTo, now));
            return place;
        });
    }

    private synchronized Optional<Instant> take(List<RateScope> scopes, Instant now, Predicate<Bucket> isTurn) {
        if (buckets.size() > FORGET_ABOVE) buckets.values().removeIf(bucket -> bucket.isFull(now));
        var chance = Instant.MIN;
        for (var scope : scopes) {
            var bucket = bucket(scope, now);
            var free = bucket.nextFree(now);
            if (free.isAfter(now) || !isTurn.test(bucket)) chance = later(chance, free);
        }
        if (chance.equals(Instant.MIN))
            scopes.forEach(scope -> bucket(scope, now).take());
        return Optional.of(chance).filter(free -> !free.equals(Instant.MIN));
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
        private final PageLine pages;
        private double tokens;
        private Instant at;
        private Instant blockedUntil = Instant.MIN;
        private Instant lastQueued = Instant.MIN;

        Bucket(RateScope scope, Instant now) {
            permits = scope.permits();
            each = scope.per().dividedBy(scope.permits());
            pages = new PageLine(each);
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
            return refilled(now).tokens >= permits && !blockedUntil.isAfter(now) && pages.isEmpty();
        }

        Instant nextFree(Instant now) {
            var free = tokens >= 1 ? now : now.plusNanos((long) Math.ceil((1 - tokens) * each.toNanos()));
            return free.isAfter(blockedUntil) ? free : blockedUntil;
        }

        void take() {
            tokens -= 1;
        }

        /** Nobody takes the permit of a page whose turn it is, unless all permits are there: then such pages were called off. */
        boolean isTurnOf(Optional<String> pagesTo, Instant now) {
            int expected = pages.expected(now);
            return tokens - expected >= 1
                    || (permits > 1 && tokens >= permits)
                    || pagesTo.filter(to -> pages.isTurnOf(to, now)).isPresent();
        }

        /** A place in the line; the next one's is a permit later. */
        Instant queue(Optional<String> pagesTo, Instant now) {
            var chance = nextFree(now);
            if (isTurnOf(pagesTo, now) && !chance.isAfter(now)) return now;
            if (pagesTo.isPresent()) return pages.place(pagesTo.get(), chance, now);
            var first = chance.isAfter(now) ? chance : now.plus(each);
            lastQueued = lastQueued.isAfter(now) ? later(lastQueued.plus(each), chance) : first;
            return lastQueued;
        }

        void block(Instant until) {
            if (until.isAfter(blockedUntil)) blockedUntil = until;
        }
    }
}
