package dev.arke.calendar;

import dev.arke.calendar.AbsenceCalendars.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes somebody's vacations those of a calendar kept elsewhere: what is new is added, what was moved moves, what is gone is
 * removed, but not the time of what lay within it and stays. What a person took back here stays away until the event itself changes; what is past stays as it was.
 */
public final class AbsenceImport {
    /** An event that was taken over; without a shift where a vacation was kept there already. */
    public record Known(Interval interval, Optional<UUID> shift) {}

    /** {@code known} is what is kept for the next time. */
    public record Result(ShiftDiff diff, Map<String, Known> known) {}

    private final List<Shift> before;
    private final Map<UUID, Shift> present = new HashMap<>();
    private final Function<Interval, Shift> made;
    private final Instant now;
    private final List<Shift> added = new ArrayList<>();
    private final List<ShiftDiff.Move> moved = new ArrayList<>();
    private final List<Shift> removed = new ArrayList<>();

    private AbsenceImport(Collection<Shift> present, Function<Interval, Shift> made, Instant now) {
        before = List.copyOf(present);
        present.forEach(shift -> this.present.put(shift.id(), shift));
        this.made = made;
        this.now = now;
    }

    /** {@code present}: the person's vacations; {@code made}: a new one. */
    public static Result of(
            Collection<Event> events,
            Map<String, Known> known,
            Collection<Shift> present,
            Function<Interval, Shift> made,
            Instant now) {
        return new AbsenceImport(present, made, now).of(events, known);
    }

    private Result of(Collection<Event> events, Map<String, Known> known) {
        var earlier = underKeysOf(events, known);
        var kept = new LinkedHashMap<String, Known>();
        var keys = events.stream().map(Event::key).collect(Collectors.toSet());
        // What goes and what moves is first: what is new must not count as kept by it.
        earlier.forEach((key, before) -> {
            if (keys.contains(key)) return;
            if (before.interval().end().isAfter(now)) before.shift().ifPresent(this::remove);
            else kept.put(key, before);
        });
        events.stream()
                .sorted(Comparator.comparing(event -> !isPresent(earlier.get(event.key()))))
                .forEach(event -> Optional.ofNullable(earlier.get(event.key()))
                        .map(before -> again(before, event.interval()))
                        .or(() -> first(event.interval()))
                        .ifPresent(one -> kept.put(event.key(), one)));
        return new Result(new ShiftDiff(added, moved, removed), kept);
    }

    /** What was known by a key that is gone is the same as what is new at the same times: a calendar may be made anew. */
    private Map<String, Known> underKeysOf(Collection<Event> events, Map<String, Known> known) {
        var all = new HashMap<>(known);
        var gone = new HashMap<>(known);
        events.forEach(event -> gone.remove(event.key()));
        gone.values().removeIf(before -> before.shift().isEmpty());
        for (var event : events) {
            if (known.containsKey(event.key())) continue;
            gone.entrySet().stream()
                    .filter(one -> one.getValue().interval().equals(event.interval()))
                    .max(Comparator.comparing(one -> isPresent(one.getValue())))
                    .map(Map.Entry::getKey)
                    .ifPresent(key -> {
                        all.remove(key);
                        all.put(event.key(), gone.remove(key));
                    });
        }
        return all;
    }

    private boolean isPresent(@Nullable Known before) {
        return before != null && before.shift().filter(present::containsKey).isPresent();
    }

    private Optional<Known> first(Interval interval) {
        return interval.from(now)
                .map(coming -> new Known(
                        interval, keeps(present.values(), coming) ? Optional.empty() : Optional.of(add(coming))));
    }

    /** What was kept as a part of another one that goes or moves now is kept by itself; where that was taken back before, it is not. */
    private boolean loses(Known known) {
        return known.shift().isEmpty()
                && known.interval()
                        .from(now)
                        .filter(coming -> keeps(before, coming) && !keeps(present.values(), coming))
                        .isPresent();
    }

    private static boolean keeps(Collection<Shift> vacations, Interval coming) {
        return vacations.stream()
                .anyMatch(shift -> !shift.interval().start().isAfter(coming.start())
                        && !shift.interval().end().isBefore(coming.end()));
    }

    private UUID add(Interval interval) {
        var shift = made.apply(interval);
        added.add(shift);
        present.put(shift.id(), shift);
        return shift.id();
    }

    private Known again(Known before, Interval interval) {
        if (before.interval().equals(interval))
            return loses(before) ? first(interval).orElse(before) : before;
        var coming = interval.from(now);
        var shift = before.shift().map(present::get);
        if (shift.isEmpty()) return first(interval).orElse(new Known(interval, Optional.empty()));
        if (coming.isEmpty()) remove(shift.get().id());
        else {
            var begun = shift.get().interval().start();
            var start = begun.isBefore(now) ? begun : coming.get().start();
            var after = shift.get().during(new Interval(start, interval.end()));
            moved.add(new ShiftDiff.Move(shift.get(), after));
            present.put(after.id(), after);
        }
        return new Known(interval, coming.isEmpty() ? Optional.empty() : before.shift());
    }

    /** What has begun ends now. */
    private void remove(UUID id) {
        var shift = present.remove(id);
        if (shift == null) return;
        Interval.between(shift.interval().start(), now)
                .ifPresentOrElse(
                        past -> moved.add(new ShiftDiff.Move(shift, shift.during(past))), () -> removed.add(shift));
    }
}
