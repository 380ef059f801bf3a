package dev.arke.calendar;

import static dev.arke.calendar.CalendarFixture.cadence;
import static dev.arke.calendar.CalendarFixture.interval;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyWindowTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon-fri 09:00-17:00 | mon-fri 09:00-17:00",
                "Mon - Fri  9:00 - 17:00 | mon-fri 09:00-17:00",
                "mon-fri 20:00-08:00 | mon-fri 20:00-08:00",
                "sat,sun 00:00-24:00 | sat-sun 00:00-24:00",
                "fri-mon 10:00-12:00 | mon,fri-sun 10:00-12:00",
                "monday,wednesday 08:30-12:00 | mon,wed 08:30-12:00",
                "fri 18:00-mon 09:00 | fri 18:00-mon 09:00",
                "fri 18:00-sun 24:00 | fri 18:00-mon 00:00",
                "mon 09:00-mon 09:00 | mon 09:00-mon 09:00",
                "mon 09:00-09:00 | mon 09:00-09:00",
                "sun 22:00-06:00 | sun 22:00-06:00"
            })
    void isWrittenAsItIsRead(String text, String written) {
        var window = WeeklyWindow.parse(text).orElseThrow();

        assertThat(window.text()).isEqualTo(written);
        assertThat(WeeklyWindow.parse(written)).contains(window);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mon",
                "09:00-17:00",
                "mon-fri",
                "xyz 09:00-17:00",
                "mon 25:00-26:00",
                "mon 09:60-10:00",
                "mon-fri 18:00-sat 09:00",
                "mon-wed-fri 09:00-10:00",
                "mon 09-10",
                "mo 09:00-10:00",
                "mon 9:00-24:30"
            })
    void whatIsNoWindowIsRefused(String text) {
        assertThat(WeeklyWindow.parse(text)).isEmpty();
    }

    @Test
    void nightsCrossMidnightAndTheNightOfTheClockChangeIsShorter() {
        var recurrence = weekly("2026-03-23T20:00", "mon-sun 20:00-08:00");

        var parts = recurrence
                .between(Instant.parse("2026-03-23T19:00:00Z"), Instant.parse("2026-03-24T00:00:00Z"))
                .getFirst()
                .parts();

        assertThat(parts).hasSize(7);
        assertThat(parts.getFirst()).isEqualTo(interval("2026-03-23T19:00:00Z", "2026-03-24T07:00:00Z"));
        assertThat(parts.get(5)).isEqualTo(interval("2026-03-28T19:00:00Z", "2026-03-29T06:00:00Z"));
        assertThat(parts.getLast()).isEqualTo(interval("2026-03-29T18:00:00Z", "2026-03-30T06:00:00Z"));
    }

    @Test
    void weekendsAreOnePieceEachAcrossTheEndOfTheWeek() {
        var recurrence = weekly("2026-01-05T09:00", "fri 18:00-mon 09:00");

        var occurrence = recurrence
                .between(Instant.parse("2026-01-05T08:00:00Z"), Instant.parse("2026-01-10T08:00:00Z"))
                .getFirst();

        assertThat(occurrence.parts()).containsExactly(interval("2026-01-09T17:00:00Z", "2026-01-12T08:00:00Z"));
    }

    @Test
    void windowsThatTouchMakeOnePart() {
        var recurrence = weekly("2026-01-05T09:00", "mon-sun 09:00-09:00");

        var occurrence = recurrence
                .between(Instant.parse("2026-01-05T08:00:00Z"), Instant.parse("2026-01-06T08:00:00Z"))
                .getFirst();

        assertThat(occurrence.parts()).containsExactly(interval("2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z"));
    }

    @Test
    void windowThatBeganBeforeTheHandoffIsCutThere() {
        var recurrence = weekly("2026-01-05T00:00", "sun 22:00-06:00");

        var parts = recurrence
                .between(Instant.parse("2026-01-11T23:00:00Z"), Instant.parse("2026-01-12T23:00:00Z"))
                .getFirst()
                .parts();

        assertThat(parts)
                .containsExactly(
                        interval("2026-01-11T23:00:00Z", "2026-01-12T05:00:00Z"),
                        interval("2026-01-18T21:00:00Z", "2026-01-18T23:00:00Z"));
    }

    @Test
    void businessHoursOverAYearAreWhatAWatcherOfTheClockSees() {
        var recurrence = weekly("2026-01-05T09:00", "mon-fri 09:00-17:00", "sat 22:30-03:15");
        var from = Instant.parse("2026-01-05T08:00:00Z");
        var parts = recurrence.between(from, Instant.parse("2027-01-05T08:00:00Z")).stream()
                .flatMap(occurrence -> occurrence.parts().stream())
                .toList();

        var part = 0;
        for (var at = from; at.isBefore(Instant.parse("2026-12-31T00:00:00Z")); at = at.plusSeconds(900)) {
            while (!parts.get(part).end().isAfter(at)) part++;
            assertThat(parts.get(part).contains(at)).as(at.toString()).isEqualTo(watcherSeesOpenHours(at));
        }
    }

    /** Knows only what hands and calendar on the wall show; valid while no clock change falls into a window's end. */
    private static boolean watcherSeesOpenHours(Instant at) {
        var shown = LocalDateTime.ofInstant(at, PARIS);
        var minutes = shown.getHour() * 60 + shown.getMinute();
        return switch (shown.getDayOfWeek()) {
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> minutes >= 9 * 60 && minutes < 17 * 60;
            case SATURDAY -> minutes >= 22 * 60 + 30;
            case SUNDAY -> minutes < 3 * 60 + 15;
        };
    }

    @Test
    void daysAreKeptAsASet() {
        assertThat(WeeklyWindow.parse("sat,sun,sat 10:00-11:00").orElseThrow().days())
                .containsExactly(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    private static Recurrence weekly(String anchor, String... windows) {
        var read = Arrays.stream(windows)
                .map(text -> WeeklyWindow.parse(text).orElseThrow())
                .toList();
        return new Recurrence(
                LocalDateTime.parse(anchor),
                cadence("1w"),
                PARIS,
                List.copyOf(read),
                Optional.empty(),
                Optional.empty());
    }
}
