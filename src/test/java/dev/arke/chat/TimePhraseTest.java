package dev.arke.chat;

import static dev.arke.chat.Lines.NOW;
import static dev.arke.chat.Lines.PARIS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimePhraseTest {
    /** Typed on Monday 1 March 2027 at 11:00 in Paris (UTC+1). */
    @ParameterizedTest
    @CsvSource({
        "now, 2027-03-01T10:00:00Z",
        "fri 9am, 2027-03-05T08:00:00Z",
        "FRIDAY 9 AM, 2027-03-05T08:00:00Z",
        "friday at 9:30pm, 2027-03-05T20:30:00Z",
        "tomorrow 9:00, 2027-03-02T08:00:00Z",
        "tomorrow, 2027-03-02T08:00:00Z",
        "tomorrow 14, 2027-03-02T13:00:00Z",
        "9am tomorrow, 2027-03-02T08:00:00Z",
        "today 8:00, 2027-03-01T07:00:00Z",
        "14:30, 2027-03-01T13:30:00Z",
        "11:00, 2027-03-01T10:00:00Z",
        "10:59, 2027-03-02T09:59:00Z",
        "mon 12:00, 2027-03-01T11:00:00Z",
        "mon 9:00, 2027-03-08T08:00:00Z",
        "mon, 2027-03-08T08:00:00Z",
        "noon, 2027-03-01T11:00:00Z",
        "midnight, 2027-03-01T23:00:00Z",
        "12am, 2027-03-01T23:00:00Z",
        "12pm, 2027-03-01T11:00:00Z",
        "in 2h, 2027-03-01T12:00:00Z",
        "in 1h 30 minutes, 2027-03-01T11:30:00Z",
        "2027-03-05, 2027-03-05T08:00:00Z",
        "2027-03-05 18:00, 2027-03-05T17:00:00Z",
        "2027-03-05T18:00, 2027-03-05T17:00:00Z",
        "2027-03-05t18:00:30, 2027-03-05T17:00:30Z",
        "2027-03-05T18:00Z, 2027-03-05T18:00:00Z",
        "2027-03-05T18:00+09:00, 2027-03-05T09:00:00Z",
        "14:30 utc, 2027-03-01T14:30:00Z",
        "14:30 UTC tomorrow, 2027-03-02T14:30:00Z",
        "fri 14:30 UTC, 2027-03-05T14:30:00Z",
        "2027-03-05T18:00 utc, 2027-03-05T18:00:00Z",
        "9.30, 2027-03-02T08:30:00Z"
    })
    void readsWhatPeopleType(String typed, Instant expected) {
        var words = List.of(typed.split(" ", -1));

        assertThat(TimePhrase.read(words, PARIS, NOW)).contains(new TimePhrase.Read(expected, words.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9",
                "25:00",
                "9:60",
                "13pm",
                "0am",
                "2027-02-30",
                "2027-13-01",
                "2027-03-05T25:00",
                "fr",
                "in",
                "in a while",
                "later",
                "yesterday",
                "99999-01-01",
                "0000-01-01",
                "at",
                "fri at lunch",
                "in 99999w",
                "२०:३०"
            })
    void readsNothingElse(String typed) {
        assertThat(TimePhrase.read(List.of(typed.split(" ", -1)), PARIS, NOW)).isEmpty();
    }

    @Test
    void leavesTheWordsAfterTheTime() {
        assertThat(read("fri waiting for the vendor", PARIS, NOW)).contains(at("2027-03-05T08:00:00Z", 1));
        assertThat(read("tomorrow 9:00, vendor", PARIS, NOW)).contains(at("2027-03-02T08:00:00Z", 2));
        assertThat(read("tomorrow 3 pods", PARIS, NOW)).contains(at("2027-03-02T08:00:00Z", 1));
    }

    @Test
    void aTimeInTheGapIsTheFirstInstantAfterIt() {
        assertThat(read("2027-03-28T02:30", PARIS, NOW)).contains(at("2027-03-28T01:00:00Z", 1));
        assertThat(read("2027-10-03 02:10", ZoneId.of("Australia/Lord_Howe"), NOW))
                .contains(at("2027-10-02T15:30:00Z", 2));
        assertThat(read("2011-12-30 10:00", ZoneId.of("Pacific/Apia"), NOW)).contains(at("2011-12-30T10:00:00Z", 2));
    }

    @Test
    void aTimeThatComesTwiceIsTheEarlier() {
        assertThat(read("2027-10-31T02:30", PARIS, NOW)).contains(at("2027-10-31T00:30:00Z", 1));
        assertThat(read("2027-11-07 1:30am", ZoneId.of("America/New_York"), NOW))
                .contains(at("2027-11-07T05:30:00Z", 2));
    }

    @Test
    void aWeekdayAndTimeIsAlwaysWithinAWeekAheadAndOnThatDay() {
        var random = new Random(20270301);
        for (int i = 0; i < 5_000; i++) {
            var now = NOW.plusSeconds(random.nextInt(366 * 24 * 3600));
            int hour = random.nextInt(3, 24); // no gap or overlap of Paris is as late as 3
            var at = read("thu %d:00".formatted(hour), PARIS, now).orElseThrow().at();

            assertThat(at)
                    .isAfterOrEqualTo(now)
                    .isBefore(now.plus(Duration.ofDays(7).plusHours(1)));
            assertThat(at.atZone(PARIS)).satisfies(local -> {
                assertThat(local.getDayOfWeek()).isEqualTo(DayOfWeek.THURSDAY);
                assertThat(local.getHour()).isEqualTo(hour);
            });
        }
    }

    private static Optional<TimePhrase.Read> read(String typed, ZoneId zone, Instant now) {
        return TimePhrase.read(List.of(typed.split(" ", -1)), zone, now);
    }

    private static TimePhrase.Read at(String instant, int words) {
        return new TimePhrase.Read(Instant.parse(instant), words);
    }
}
