package dev.arke.chat;

import dev.arke.calendar.Interval;
import dev.arke.calendar.PersonShift;
import dev.arke.calendar.Role;
import dev.arke.calendar.TeamOnCall;
import dev.arke.card.Phrases;
import dev.arke.responder.Region;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which public holidays of somebody fall on their duties or their days away. */
public final class HolidayWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final int MOST = 5;

    private HolidayWords() {}

    /** A sentence, if any do; {@code zone}: the person's own. */
    public static Optional<String> of(Region region, List<PersonShift> shifts, ZoneId zone, Phrases say) {
        var duties = shifts.stream()
                .filter(shift -> shift.role() instanceof Role.Duty)
                .map(PersonShift::interval)
                .toList();
        return said("holidays.shifts", days(region, duties, zone), say);
    }

    /** Which of the days of an absence are free anyway. */
    public static Optional<String> free(Region region, Interval away, ZoneId zone, Phrases say) {
        return said("holidays.time", days(region, List.of(away), zone), say);
    }

    /** Which of those who come on call in a team have a holiday of theirs then. */
    public static Optional<String> coming(
            TeamOnCall team, Function<UUID, Optional<Region>> regions, Function<UUID, ZoneId> zones, Phrases say) {
        var days = new TreeMap<LocalDate, String>();
        for (var duty : team.duties())
            for (var stretch :
                    duty.coming().subList(0, Math.min(MOST, duty.coming().size())))
                stretch.responder()
                        .flatMap(who -> regions.apply(who)
                                .map(region -> days(region, List.of(stretch.interval()), zones.apply(who))))
                        .ifPresent(days::putAll);
        return said("holidays.shifts", days, say);
    }

    private static SortedMap<LocalDate, String> days(Region region, List<Interval> times, ZoneId zone) {
        var days = new TreeMap<LocalDate, String>();
        for (var time : times)
            days.putAll(region.holidays(
                    time.start().atZone(zone).toLocalDate(),
                    time.end().minusNanos(1).atZone(zone).toLocalDate()));
        return days;
    }

    private static Optional<String> said(String key, Map<LocalDate, String> days, Phrases say) {
        if (days.isEmpty()) return Optional.empty();
        var format = DAY.withLocale(say.language());
        return Optional.of(say.say(
                key,
                days.entrySet().stream()
                        .limit(MOST)
                        .map(day -> format.format(day.getKey()) + " (" + day.getValue() + ")")
                        .collect(Collectors.joining(", "))));
    }
}
