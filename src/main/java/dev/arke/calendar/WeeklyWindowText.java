package dev.arke.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a weekly window is written and read. */
final class WeeklyWindowText {
    private static final String DAY = "[a-z]{3,9}";
    private static final String CLOCK = "\\d{1,2}:\\d{2}";
    private static final Pattern WINDOW =
            Pattern.compile("(?<days>DAY(?:[-,]DAY)*) (?<from>CLOCK)-(?:(?<until>DAY) )?(?<to>CLOCK)"
                    .replace("DAY", DAY)
                    .replace("CLOCK", CLOCK));

    private WeeklyWindowText() {}

    static Optional<WeeklyWindow> parse(String text) {
        var plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*([-,])\\s*", "$1")
                .replaceAll("\\s+", " ");
        var match = WINDOW.matcher(plain);
        if (!match.matches()) return Optional.empty();
        return days(match.group("days")).flatMap(days -> window(days, match));
    }

    private static Optional<WeeklyWindow> window(Set<DayOfWeek> days, Matcher match) {
        var midnight = match.group("to").equals("24:00");
        var from = clock(match.group("from"));
        var to = midnight ? Optional.of(LocalTime.MIDNIGHT) : clock(match.group("to"));
        if (from.isEmpty() || to.isEmpty()) return Optional.empty();
        var until = match.group("until");
        if (until == null)
            return Optional.of(new WeeklyWindow(days, from.get(), to.get().isAfter(from.get()) ? 0 : 1, to.get()));
        var last = day(until);
        if (last.isEmpty() || days.size() > 1) return Optional.empty();
        var later = Math.floorMod(last.get().getValue() - days.iterator().next().getValue(), 7) + (midnight ? 1 : 0);
        var wraps = later == 0 && !to.get().isAfter(from.get());
        return Optional.of(new WeeklyWindow(days, from.get(), wraps ? 7 : later, to.get()));
    }

    private static Optional<Set<DayOfWeek>> days(String text) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var range : text.split(",", -1)) {
            var ends = range.split("-", -1);
            var first = day(ends[0]);
            var last = day(ends[ends.length - 1]);
            if (ends.length > 2 || first.isEmpty() || last.isEmpty()) return Optional.empty();
            for (var day = first.get(); ; day = day.plus(1)) {
                days.add(day);
                if (day == last.get()) break;
            }
        }
        return Optional.of(days);
    }

    private static Optional<DayOfWeek> day(String word) {
        for (var day : DayOfWeek.values()) if (name(day).startsWith(word)) return Optional.of(day);
        return Optional.empty();
    }

    private static Optional<LocalTime> clock(String text) {
        var parts = text.split(":", -1);
        var hour = Integer.parseInt(parts[0]);
        var minute = Integer.parseInt(parts[1]);
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    static String of(WeeklyWindow window) {
        var from = window.from() + "-";
        var sameDay = window.endsDaysLater() == 0;
        if (sameDay || (window.endsDaysLater() == 1 && !window.to().isAfter(window.from())))
            return days(window.days()) + " " + from + (window.to().equals(LocalTime.MIDNIGHT) ? "24:00" : window.to());
        var day = window.days().iterator().next();
        return shortName(day) + " " + from + shortName(day.plus(window.endsDaysLater())) + " " + window.to();
    }

    private static String days(Set<DayOfWeek> days) {
        var text = new StringJoiner(",");
        for (var first = 1; first <= 7; first++) {
            if (!days.contains(DayOfWeek.of(first))) continue;
            var last = first;
            while (last < 7 && days.contains(DayOfWeek.of(last + 1))) last++;
            text.add(
                    first == last
                            ? shortName(DayOfWeek.of(first))
                            : shortName(DayOfWeek.of(first)) + "-" + shortName(DayOfWeek.of(last)));
            first = last;
        }
        return text.toString();
    }

    private static String shortName(DayOfWeek day) {
        return name(day).substring(0, 3);
    }

    private static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
