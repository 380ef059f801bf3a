package dev.arke.testkit.teams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often Teams lets a bot do something, counted by a test's clock
 * (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit): in each conversation, a channel's threads together,
 * and in the tenant.
 */
final class TeamsRates {
    private static final Map<Duration, Integer> WRITING = Map.of(
            Duration.ofSeconds(1), 7, Duration.ofSeconds(2), 8, Duration.ofSeconds(30), 60, Duration.ofHours(1), 1800);
    private static final Map<Duration, Integer> READING = Map.of(
            Duration.ofSeconds(1),
            14,
            Duration.ofSeconds(2),
            16,
            Duration.ofSeconds(30),
            120,
            Duration.ofHours(1),
            3600);
    private static final Map<Duration, Integer> TENANT = Map.of(Duration.ofSeconds(1), 50);

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> done = new HashMap<>();

    TeamsRates(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one call that writes to, or reads of, a conversation; answers the limit that it exceeds. */
    Optional<String> count(String conversation, boolean isWriting) {
        var tenant = count("the tenant", TENANT);
        var place = (isWriting ? "writing to " : "reading of ") + TeamsTenant.place(conversation);
        return count(place, isWriting ? WRITING : READING).or(() -> tenant);
    }

    private Optional<String> count(String scope, Map<Duration, Integer> limits) {
        var now = clock.instant();
        var times = done.computeIfAbsent(scope, any -> new ArrayDeque<>());
        times.addLast(now);
        return limits.entrySet().stream()
                .filter(limit -> since(times, now.minus(limit.getKey())) > limit.getValue())
                .map(limit -> scope + " more than " + limit.getValue() + " times in " + limit.getKey())
                .sorted()
                .findFirst();
    }

    private static long since(Deque<Instant> times, Instant start) {
        return times.stream().filter(start::isBefore).count();
    }
}
