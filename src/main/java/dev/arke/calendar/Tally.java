package dev.arke.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What somebody stood of one duty of a team, and what came of it. Nights are from 22:00 to 6:00 and weekends are Saturday and
 * Sunday, both in the person's own zone; {@code covers}: shifts taken for others; {@code covered}: own ones that others took.
 */
public record Tally(
        Held held, Duration time, Duration nights, Duration weekends, int turns, Paged paged, int covers, int covered) {
    private static final WeeklyWindow NIGHT =
            new WeeklyWindow(EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 0), 1, LocalTime.of(6, 0));

    /** Whose time it is, and what as; without a duty for pages to somebody who had none then. */
    public record Held(UUID who, UUID teamId, Optional<Role.Duty> duty) {}

    /** How often somebody was paged, and how often of that in their night. */
    public record Paged(int all, int atNight) {}

    /** One page that reached somebody, for a service of a team. */
    public record Page(UUID who, UUID teamId, Instant at) {}

    /** Of these shifts and pages what lies in the interval, a tally for each person, team and duty. */
    public static List<Tally> of(
            Collection<Shift> shifts, Collection<Page> pages, Interval during, Function<UUID, ZoneId> zones) {
        var sums = new Sums(during, zones);
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
        private final Function<UUID, ZoneId> zones;
        private final Map<Held, Sum> sums = new LinkedHashMap<>();

        private static final class Sum {
            private Duration time = Duration.ZERO;
            private Duration nights = Duration.ZERO;
            private Duration weekends = Duration.ZERO;
            private final Set<Object> turns = new HashSet<>();
            private int pages;
            private int pagesAtNight;
            private int covers;
            private int covered;
        }

        Sums(Interval during, Function<UUID, ZoneId> zones) {
            this.during = during;
            this.zones = zones;
        }

        private Sum of(UUID who, UUID teamId, Optional<Role.Duty> duty) {
            return sums.computeIfAbsent(new Held(who, teamId, duty), any -> new Sum());
        }

        void add(Shift shift) {
            shift.interval().common(during).ifPresent(stood -> {
                var who = shift.responder().orElseThrow();
                var duty = Optional.of((Role.Duty) shift.role());
                var zone = zones.apply(who);
                var sum = of(who, shift.teamId(), duty);
                sum.time = sum.time.plus(stood.length());
                sum.nights = sum.nights.plus(within(NIGHT, stood, zone));
                sum.weekends = sum.weekends.plus(within(WeeklyWindow.WEEKEND, stood, zone));
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
            var local = page.at().atZone(zones.apply(page.who())).toLocalTime();
            if (local.isBefore(NIGHT.to()) || !local.isBefore(NIGHT.from())) sum.pagesAtNight++;
        }

        private static Duration within(WeeklyWindow window, Interval interval, ZoneId zone) {
            return window.within(interval, zone).map(Interval::length).reduce(Duration.ZERO, Duration::plus);
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
                    sum.turns.size(),
                    new Paged(sum.pages, sum.pagesAtNight),
                    sum.covers,
                    sum.covered);
        }
    }
}
