package dev.arke.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hours of the week, by a rotation's wall clock: on each of {@code days} from {@code from} until {@code to}, so many
 * days later (0 to 7). It may cross midnight and the end of the week; on several days it lasts 24 hours at most.
 */
public record WeeklyWindow(Set<DayOfWeek> days, LocalTime from, int endsDaysLater, LocalTime to) {
    /** From Saturday 0:00 to Monday 0:00. */
    static final WeeklyWindow WEEKEND =
            new WeeklyWindow(Set.of(DayOfWeek.SATURDAY), LocalTime.MIDNIGHT, 2, LocalTime.MIDNIGHT);

    public WeeklyWindow {
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        var longEnough = endsDaysLater > 0 || (endsDaysLater == 0 && to.isAfter(from));
        var shortEnough = endsDaysLater < 7 || (endsDaysLater == 7 && !to.isAfter(from));
        if (!longEnough || !shortEnough) throw new IllegalArgumentException("a window lasts up to a week");
        if (days.size() > 1 && (endsDaysLater > 1 || (endsDaysLater == 1 && to.isAfter(from))))
            throw new IllegalArgumentException("a window of several days lasts up to 24 hours");
    }

    /** Reads "mon-fri 20:00-08:00", "sat,sun 00:00-24:00" or "fri 18:00-mon 09:00"; empty when it is none of these. */
    public static Optional<WeeklyWindow> parse(String text) {
        return WeeklyWindowText.parse(text);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return WeeklyWindowText.of(this);
    }

    /** The parts of {@code whole} that lie in this window. Each end is a local time, resolved by itself. */
    Stream<Interval> within(Interval whole, ZoneId zone) {
        var first = LocalDate.ofInstant(whole.start(), zone).minusDays(endsDaysLater);
        var last = LocalDate.ofInstant(whole.end(), zone);
        return first.datesUntil(last.plusDays(1))
                .filter(date -> days.contains(date.getDayOfWeek()))
                .flatMap(date -> beginningOn(date, zone).stream())
                .flatMap(hours -> hours.common(whole).stream());
    }

    private Optional<Interval> beginningOn(LocalDate date, ZoneId zone) {
        return Interval.between(
                LocalTimes.resolve(date.atTime(from), zone),
                LocalTimes.resolve(date.plusDays(endsDaysLater).atTime(to), zone));
    }
}
