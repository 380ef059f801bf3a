package dev.arke.responder;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where public holidays are kept: a country, or a part of one, as in ISO 3166 ({@code FR}, {@code DE-BY}, {@code US-NY}). Which
 * days these are, Jollyday knows.
 */
public record Region(String code) {
    /** Reads a code in any case; empty when nobody knows the holidays there. */
    public static Optional<Region> parse(String text) {
        var code = text.strip().toUpperCase(Locale.ROOT);
        var parts = parts(code);
        if (!countries().contains(parts[0].toUpperCase(Locale.ROOT))) return Optional.empty();
        var place = Optional.of(manager(parts[0]).getCalendarHierarchy());
        for (int at = 1; at < parts.length; at++) {
            var part = parts[at];
            place = place.flatMap(one -> child(one, part));
        }
        return place.map(known -> new Region(code));
    }

    /** The countries there are, by their names in English and by code, for whoever mistyped. */
    public static Map<String, String> names() {
        var names = new TreeMap<String, String>();
        for (var code : countries()) {
            names.put(code, code);
            names.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code);
        }
        return names;
    }

    /** The days from the first to the last, both included, that are public or bank holidays there, with their names. */
    public Map<LocalDate, String> holidays(LocalDate first, LocalDate last) {
        var parts = parts(code);
        var within = Arrays.copyOfRange(parts, 1, parts.length);
        return manager(parts[0]).getHolidays(first, last, within).stream()
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .collect(Collectors.toMap(
                        Holiday::getDate,
                        holiday -> holiday.getDescription(Locale.ENGLISH),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Set<String> countries() {
        return HolidayManager.getSupportedCalendarCodes().stream()
                .filter(code -> code.matches("[A-Z]{2}"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<CalendarHierarchy> child(CalendarHierarchy place, String part) {
        return Optional.ofNullable(place.getChildren().get(part));
    }

    /** It keeps what it has read. */
    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }

    private static String[] parts(String code) {
        return code.toLowerCase(Locale.ROOT).split("-", -1);
    }
}
