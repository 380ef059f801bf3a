package dev.arke.chat;

import dev.arke.calendar.LocalTimes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Instants as people type them: {@code fri 9am}, {@code tomorrow 9:00}, {@code 2027-03-05T18:00}, {@code in 2h},
 * {@code 14:30}, {@code 14:30 utc}. A weekday or a bare time means the next one; a day without a time means 9:00.
 */
public final class TimePhrase {
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Pattern DATE = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}");
    private static final Pattern DATE_AND_TIME = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}t\\d{2}:\\d{2}(?::\\d{2})?");
    private static final Pattern EXACT = Pattern.compile(
            "[12]\\d{3}-\\d{2}-\\d{2}t\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:z|[+-]\\d{2}:\\d{2})");

    private final List<String> words;
    private final ZoneId zone;
    private final Instant now;

    private TimePhrase(List<String> words, ZoneId zone, Instant now) {
        this.words = words;
        this.zone = zone;
        this.now = now;
    }

    /** An instant and how many words said it. */
    public record Read(Instant at, int words) {}

    /** Reads as many words from the start as say a time in {@code zone}; empty when they say none. */
    public static Optional<Read> read(List<String> words, ZoneId zone, Instant now) {
        var plain = words.stream()
                .limit(12)
                .map(word -> WordReader.withoutPause(word.toLowerCase(Locale.ROOT)))
                .toList();
        return plain.isEmpty() ? Optional.empty() : new TimePhrase(plain, zone, now).read();
    }

    /** A day that one word says; a weekday is the next one from {@code from} on. */
    static Optional<LocalDate> readDay(String word, ZoneId zone, Instant now, LocalDate from) {
        try {
            return day(WordReader.withoutPause(word.toLowerCase(Locale.ROOT))).map(day -> switch (day) {
                case Day.On on -> on.date();
                case Day.InDays in -> now.atZone(zone).toLocalDate().plusDays(in.days());
                case Day.Next next ->
                    from.with(TemporalAdjusters.nextOrSame(next.weekday().orElseThrow()));
            });
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    private Optional<Read> read() {
        var first = words.getFirst();
        if (first.equals("now")) return Optional.of(new Read(now, 1));
        if (first.equals("in"))
            return DurationPhrase.read(words.subList(1, words.size()))
                    .map(length -> new Read(now.plus(length.length()), 1 + length.words()));
        try {
            if (EXACT.matcher(first).matches())
                return Optional.of(new Read(
                        OffsetDateTime.parse(first.toUpperCase(Locale.ROOT)).toInstant(), 1));
            if (DATE_AND_TIME.matcher(first).matches()) return dateAndTime(first);
            return day(first).map(this::fromDay).orElseGet(this::fromClock);
        } catch (DateTimeParseException noSuchDay) {
            // 2027-02-30 has the form of a date and is none
            return Optional.empty();
        }
    }

    private Optional<Read> dateAndTime(String word) {
        var local = LocalDateTime.parse(word.toUpperCase(Locale.ROOT));
        return Optional.of(new Read(LocalTimes.resolve(local, zoneAfter(1)), 1 + zoneWords(1)));
    }

    /** A day, then perhaps "at" and a time. */
    private Optional<Read> fromDay(Day day) {
        int at = words.size() > 1 && words.get(1).equals("at") ? 2 : 1;
        var clock = ClockPhrase.read(words.subList(at, words.size()), true);
        if (clock.isEmpty()) return at == 2 ? Optional.empty() : Optional.of(new Read(on(day, MORNING, zone), 1));
        int used = at + clock.get().words();
        return Optional.of(new Read(on(day, clock.get().time(), zoneAfter(used)), used + zoneWords(used)));
    }

    /** A time, then perhaps a day: "9am", "9am tomorrow". */
    private Optional<Read> fromClock() {
        return ClockPhrase.read(words, false).map(clock -> {
            int used = clock.words() + zoneWords(clock.words());
            var where = zoneAfter(clock.words());
            var day = used < words.size() ? day(words.get(used)) : Optional.<Day>empty();
            return new Read(on(day.orElse(Day.SOONEST), clock.time(), where), day.isPresent() ? used + 1 : used);
        });
    }

    private ZoneId zoneAfter(int used) {
        return zoneWords(used) == 0 ? zone : ZoneOffset.UTC;
    }

    private int zoneWords(int used) {
        return used < words.size()
                        && (words.get(used).equals("utc") || words.get(used).equals("gmt"))
                ? 1
                : 0;
    }

    /** Which day: a date, or the next that is this weekday, or the next at all. */
    private sealed interface Day {
        Day SOONEST = new Next(Optional.empty());

        record On(LocalDate date) implements Day {}

        record InDays(int days) implements Day {}

        record Next(Optional<DayOfWeek> weekday) implements Day {}
    }

    private static Optional<Day> day(String word) {
        if (word.equals("today")) return Optional.of(new Day.InDays(0));
        if (word.equals("tomorrow") || word.equals("tmr")) return Optional.of(new Day.InDays(1));
        if (DATE.matcher(word).matches()) return Optional.of(new Day.On(LocalDate.parse(word)));
        for (var weekday : DayOfWeek.values()) {
            var name = weekday.name().toLowerCase(Locale.ROOT);
            if (word.length() >= 3 && name.startsWith(word)) return Optional.of(new Day.Next(Optional.of(weekday)));
        }
        return Optional.empty();
    }

    private Instant on(Day day, LocalTime clock, ZoneId where) {
        var today = now.atZone(where).toLocalDate();
        return switch (day) {
            case Day.On on -> LocalTimes.resolve(on.date().atTime(clock), where);
            case Day.InDays in -> LocalTimes.resolve(today.plusDays(in.days()).atTime(clock), where);
            case Day.Next next -> soonest(next, clock, where);
        };
    }

    /** Eight days ahead at most, as today's may be over; one more where a zone skips a day. */
    private Instant soonest(Day.Next next, LocalTime clock, ZoneId where) {
        var date = now.atZone(where).toLocalDate();
        for (; ; date = date.plusDays(1)) {
            var day = date.getDayOfWeek();
            var at = LocalTimes.resolve(date.atTime(clock), where);
            if (next.weekday().map(day::equals).orElse(true) && !at.isBefore(now)) return at;
        }
    }
}
