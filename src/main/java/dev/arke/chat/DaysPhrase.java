package dev.arke.chat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whole days as people type them: {@code last month}, {@code this week}, {@code 2027-03}, {@code 2027-03-01 to
 * 2027-03-14}, {@code 2027-03-01..2027-03-14}, and {@code 4w} for as long up to today. Weeks begin on Monday.
 */
final class DaysPhrase {
    static final Set<String> ENDS = Set.of("to", "until", "till", "-", "–", "..");

    private DaysPhrase() {}

    /** From the first to the last day, both included. */
    record Days(LocalDate first, LocalDate last) {}

    static Days thisMonth(ZoneId zone, Instant now) {
        return month(YearMonth.from(now.atZone(zone)));
    }

    /** What all these words say together; empty when they do not. */
    static Optional<Days> read(List<String> words, ZoneId zone, Instant now) {
        var texts = apart(words).stream()
                .map(word -> WordReader.withoutPause(word.toLowerCase(Locale.ROOT)))
                .toList();
        var today = now.atZone(zone).toLocalDate();
        return switch (texts.size()) {
            case 1 -> one(texts.getFirst(), today);
            case 2 -> named(texts.getFirst(), texts.getLast(), today);
            case 3 -> ENDS.contains(texts.get(1)) ? fromTo(texts.getFirst(), texts.getLast()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** With the first "2027-08-02..2027-08-15" taken apart. */
    static List<String> apart(List<String> words) {
        if (words.isEmpty()) return words;
        var first = words.getFirst();
        int dots = first.indexOf("..");
        if (dots <= 0 || dots + 2 >= first.length()) return words;
        var texts = new ArrayList<>(List.of(first.substring(0, dots), "..", first.substring(dots + 2)));
        texts.addAll(words.subList(1, words.size()));
        return texts;
    }

    private static Optional<Days> one(String word, LocalDate today) {
        try {
            if (word.matches("\\d{4}-\\d{2}")) return Optional.of(month(YearMonth.parse(word)));
        } catch (DateTimeParseException noSuchMonth) {
            return Optional.empty();
        }
        return DurationPhrase.read(List.of(word))
                .filter(length -> length.length().toDays() > 0)
                .map(length -> new Days(today.minusDays(length.length().toDays() - 1), today));
    }

    private static Optional<Days> named(String which, String unit, LocalDate today) {
        boolean isLast = which.equals("last") || which.equals("previous");
        if (!isLast && !which.equals("this")) return Optional.empty();
        return switch (unit) {
            case "month" -> Optional.of(month(YearMonth.from(today).minusMonths(isLast ? 1 : 0)));
            case "week" -> {
                var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(isLast ? 1 : 0);
                yield Optional.of(new Days(monday, monday.plusDays(6)));
            }
            case "year" -> {
                var first = LocalDate.of(today.getYear() - (isLast ? 1 : 0), 1, 1);
                yield Optional.of(new Days(first, first.plusYears(1).minusDays(1)));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Days> fromTo(String first, String last) {
        try {
            var days = new Days(LocalDate.parse(first), LocalDate.parse(last));
            return Optional.of(days).filter(it -> !it.last().isBefore(it.first()));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Days month(YearMonth month) {
        return new Days(month.atDay(1), month.atEndOfMonth());
    }
}
