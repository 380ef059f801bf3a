package dev.arke.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who is on call in one duty of a team at an instant, and what comes after it, in order of time. Where nothing is in
 * {@code now} nobody is; a stretch without a person is a gap that a rotation could not fill.
 */
public record OnCall(Role.Duty duty, List<Stretch> now, List<Stretch> coming) {
    /** One person without a break, be it in one shift or in several that touch. */
    public record Stretch(Optional<UUID> responder, Interval interval) {}

    public OnCall {
        now = List.copyOf(now);
        coming = List.copyOf(coming);
    }

    /** Reads a team's shifts that end after the instant, in any order; a duty for each that has some. */
    public static List<OnCall> of(Collection<Shift> shifts, Instant at) {
        var byDuty = shifts.stream()
                .filter(shift -> shift.role() instanceof Role.Duty)
                .collect(groupingBy(
                        shift -> (Role.Duty) shift.role(),
                        () -> new TreeMap<>(Role.Duty.ORDER),
                        groupingBy(Shift::responder, mapping(Shift::interval, toList()))));
        return byDuty.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), at))
                .toList();
    }

    private static OnCall of(Role.Duty duty, Map<Optional<UUID>, List<Interval>> byPerson, Instant at) {
        var stretches = byPerson.entrySet().stream()
                .flatMap(person -> Interval.joined(person.getValue()).stream()
                        .map(interval -> new Stretch(person.getKey(), interval)))
                .filter(stretch -> stretch.interval().end().isAfter(at))
                .sorted(Comparator.comparing(
                                (Stretch stretch) -> stretch.interval().start())
                        .thenComparing(stretch ->
                                stretch.responder().map(UUID::toString).orElse("")))
                .collect(partitioningBy(stretch -> stretch.interval().contains(at)));
        return new OnCall(duty, stretches.getOrDefault(true, List.of()), stretches.getOrDefault(false, List.of()));
    }
}
