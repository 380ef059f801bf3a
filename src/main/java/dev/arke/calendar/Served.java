package dev.arke.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What each person has had of the duty that is being filled, with what this filling gives them. */
final class Served {
    private record Stand(Interval interval, long minutes) {}

    private final History history;
    private final ZoneId zone;
    private final Map<UUID, List<Stand>> stands = new HashMap<>();

    Served(History history, ZoneId zone) {
        this.history = history;
        this.zone = zone;
        for (var shift : history.recent()) shift.responder().ifPresent(person -> add(person, shift.interval()));
    }

    void add(UUID person, Interval interval) {
        stands.computeIfAbsent(person, any -> new ArrayList<>()).add(new Stand(interval, weighed(person, interval)));
    }

    /** When the last of their shifts that is over by then ended; empty when they never had one. */
    Optional<Instant> lastEnded(UUID person, Instant by) {
        var before = Optional.ofNullable(history.ever().get(person)).map(Interval::end);
        return stands.getOrDefault(person, List.of()).stream()
                .map(stand -> stand.interval().end())
                .filter(end -> !end.isAfter(by))
                .max(Comparator.naturalOrder())
                .filter(end -> before.isEmpty() || end.isAfter(before.get()))
                .or(() -> before);
    }

    /** When the first of their shifts began, if before then. */
    Optional<Instant> firstBegan(UUID person, Instant by) {
        var before = Optional.ofNullable(history.ever().get(person)).map(Interval::start);
        return before.or(() -> stands.getOrDefault(person, List.of()).stream()
                .map(stand -> stand.interval().start())
                .filter(start -> start.isBefore(by))
                .min(Comparator.naturalOrder()));
    }

    /** How long they stood in that time, in minutes; those of a weekend and of their public holidays count twice. */
    long minutes(UUID person, Interval within) {
        long sum = 0;
        for (var stand : stands.getOrDefault(person, List.of())) {
            var common = stand.interval().common(within);
            if (common.isEmpty()) continue;
            sum += common.get().equals(stand.interval()) ? stand.minutes() : weighed(person, common.get());
        }
        return sum;
    }

    private long weighed(UUID person, Interval interval) {
        var twice = new ArrayList<>(WeeklyWindow.WEEKEND.within(interval, zone).toList());
        var region = history.holidays().get(person);
        if (region != null) twice.addAll(FreeDays.within(region, interval, zone).values());
        return interval.length().toMinutes()
                + Interval.joined(twice).stream()
                        .mapToLong(free -> free.length().toMinutes())
                        .sum();
    }
}
