package dev.arke.calendar;

import dev.arke.responder.Region;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What somebody stood of one duty of a team, and what came of it. Nights are from 22:00 to 6:00 and weekends are Saturday and
 * Sunday, both in the person's own zone, and holidays are those of their own country or region; {@code covers}: shifts taken for others; {@code covered}: own ones that others took.
 */
public record Tally(
        Held held,
        Duration time,
        Duration nights,
        Duration weekends,
        Duration holidays,
        int turns,
        Paged paged,
        int covers,
        int covered) {
    private static final WeeklyWindow NIGHT =
            new WeeklyWindow(EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 0), 1, LocalTime.of(6, 0));

    /** Whose time it is, and what as; without a duty for pages to somebody who had none then. */
    public record Held(UUID who, UUID teamId, Optional<Role.Duty> duty) {}

    /** How often somebody was paged, and how often of that in their night. */
    public record Paged(int all, int atNight) {}

    /** What is night and what is a holiday for somebody. */
    public record Place(ZoneId zone, Optional<Region> holidays) {}

    /** One page that reached somebody, for a service of a team. */
    public record Page(UUID who, UUID teamId, Instant at) {}

    /** Of these shifts and pages what lies in the interval, a tally for each person, team and duty. */
    public static List<Tally> of(
            Collection<Shift> shifts, Collection<Page> pages, Interval during, Function<UUID, Place> places) {
        var sums = new Sums(during, places);
        var duties = shifts.stream()
                .filter(shift -> shift.role() instanceof Role.Duty && !shift.isGap())
                .sorted(Comparator.comparing((Shift shift) -> (Role.Duty) shift.role(), Role.Duty.ORDER))
                .toList();
        duties.forEach(sums::add);
        for (var page : pages)
            if (during.contains(page.at()))
                sums.add(
                        page,
                        duties.stream()
                                .filter(shift -> shift.isOf(page.who())
                                        && shift.teamId().equals(page.teamId())
                                        && shift.interval().contains(page.at()))
                                .map(shift -> (Role.Duty) shift.role())
                                .findFirst());
        return sums.all();
    }

    /** What is counted up. */
    private static final class Sums {
        private final Interval during;
        private final Function<UUID, Place> places;
        private final Map<UUID, List<Interval>> free = new HashMap<>();
        private final Map<Held, Sum> sums = new LinkedHashMap<>();

        private static final class Sum {
            private Duration time = Duration.ZERO;
            private Duration nights = Duration.ZERO;
            private Duration weekends = Duration.ZERO;
            private Duration holidays = Duration.ZERO;
            private final Set<Object> turns = new HashSet<>();
            private int pages;
            private int pagesAtNight;
            private int covers;
            private int covered;
        }

        Sums(Interval during, Function<UUID, Place> places) {
            this.during = during;
            this.places = places;
        }

        private Sum of(UUID who, UUID teamId, Optional<Role.Duty> duty) {
            return sums.computeIfAbsent(new Held(who, teamId, duty), any -> new Sum());
        }

        void add(Shift shift) {
            shift.interval().common(during).ifPresent(stood -> {
                var who = shift.responder().orElseThrow();
                var duty = Optional.of((Role.Duty) shift.role());
                var zone = places.apply(who).zone();
                var sum = of(who, shift.teamId(), duty);
                sum.time = sum.time.plus(stood.length());
                sum.nights = sum.nights.plus(within(NIGHT, stood, zone));
                sum.weekends = sum.weekends.plus(within(WeeklyWindow.WEEKEND, stood, zone));
                sum.holidays = sum.holidays.plus(sum(free(who).stream().flatMap(day -> day.common(stood).stream())));
                sum.turns.add(shift.turn());
                if (shift.provenance() instanceof Provenance.Edited edited)
                    edited.insteadOf().filter(other -> !other.equals(who)).ifPresent(other -> {
                        sum.covers++;
                        of(other, shift.teamId(), duty).covered++;
                    });
            });
        }

        void add(Page page, Optional<Role.Duty> duty) {
            var sum = of(page.who(), page.teamId(), duty);
            sum.pages++;
            var local = page.at().atZone(places.apply(page.who()).zone()).toLocalTime();
            if (local.isBefore(NIGHT.to()) || !local.isBefore(NIGHT.from())) sum.pagesAtNight++;
        }

        private static Duration within(WeeklyWindow window, Interval interval, ZoneId zone) {
            return sum(window.within(interval, zone));
        }

        private static Duration sum(Stream<Interval> intervals) {
            return intervals.map(Interval::length).reduce(Duration.ZERO, Duration::plus);
        }

        /** Their holidays, which a report of a year asks for once. */
        private List<Interval> free(UUID who) {
            return free.computeIfAbsent(who, id -> {
                var place = places.apply(id);
                return place.holidays()
                        .map(region -> List.copyOf(
                                FreeDays.within(region, during, place.zone()).values()))
                        .orElse(List.of());
            });
        }

        List<Tally> all() {
            return sums.entrySet().stream()
                    .map(entry -> tally(entry.getKey(), entry.getValue()))
                    .toList();
        }

        private static Tally tally(Held held, Sum sum) {
            return new Tally(
                    held,
                    sum.time,
                    sum.nights,
                    sum.weekends,
                    sum.holidays,
                    sum.turns.size(),
                    new Paged(sum.pages, sum.pagesAtNight),
                    sum.covers,
                    sum.covered);
        }
    }
}
