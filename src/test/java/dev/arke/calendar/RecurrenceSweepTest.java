package dev.arke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thirty years in twenty zones: at each instant there is exactly one occurrence, and a second reckoning agrees. */
class RecurrenceSweepTest {
    private static final LocalDate FROM = LocalDate.of(2000, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2030, 1, 1);

    static List<String> zones() {
        return List.of(
                "UTC",
                "Europe/Paris",
                "Europe/London",
                "Europe/Dublin",
                "Europe/Istanbul",
                "Europe/Moscow",
                "America/New_York",
                "America/Chicago",
                "America/Sao_Paulo",
                "America/Santiago",
                "America/St_Johns",
                "America/Caracas",
                "Africa/Casablanca",
                "Africa/Cairo",
                "Asia/Tehran",
                "Asia/Kathmandu",
                "Asia/Beirut",
                "Asia/Pyongyang",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Pacific/Chatham",
                "Antarctica/Troll");
    }

    @ParameterizedTest
    @MethodSource("zones")
    void occurrencesFollowOnEachOtherWithoutGapOrOverlap(String name) {
        var zone = ZoneId.of(name);

        for (var every : List.of("1w", "1d", "6h", "4-3", "2-2-3", "5d, 36h, 12h")) {
            var anchor = FROM.atTime(0, 30);
            var cadence = Cadence.parse(every).orElseThrow();
            var end = UNTIL.atStartOfDay(ZoneOffset.UTC).toInstant();
            var from = LocalTimes.resolve(anchor, zone);

            var occurrences = Recurrence.of(anchor, cadence, zone).between(from, end);

            assertThat(starts(occurrences).equals(naiveHandoffs(anchor, cadence, zone, end)))
                    .as("handoffs every %s in %s", every, name)
                    .isTrue();
            for (var i = 1; i < occurrences.size(); i++)
                if (!occurrences.get(i).start().equals(occurrences.get(i - 1).end()))
                    throw new AssertionError(name + " " + every + ": " + occurrences.get(i));
        }
    }

    /** The day and the night half of a duty, by two rotations: together one person at each instant. */
    @ParameterizedTest
    @MethodSource("zones")
    void windowsThatMeetCoverEachInstantOnceAndHandOverAtTheirLocalTimes(String name) {
        var zone = ZoneId.of(name);
        var end = UNTIL.atStartOfDay(ZoneOffset.UTC).toInstant();
        var from = LocalTimes.resolve(FROM.plusDays(8).atTime(8, 0), zone);
        var parts = Stream.of("mon-sun 08:00-20:00", "mon-sun 20:00-08:00")
                .flatMap(window -> halves(window, zone).between(from, end).stream())
                .flatMap(turn -> turn.parts().stream())
                .sorted(Comparator.comparing(Interval::start))
                .filter(part -> part.end().isAfter(from))
                .toList();

        assertThat(parts).hasSizeGreaterThan(15_000);
        var until = parts.getFirst().start();
        for (var part : parts) {
            if (!part.start().equals(until)) throw new AssertionError(name + ": " + until + " to " + part.start());
            until = part.end();
            var clock = LocalDateTime.ofInstant(part.start(), zone);
            var isOrdinary = zone.getRules()
                                    .getValidOffsets(clock.toLocalDate().atTime(8, 0))
                                    .size()
                            == 1
                    && zone.getRules()
                                    .getValidOffsets(clock.toLocalDate().atTime(20, 0))
                                    .size()
                            == 1;
            if (isOrdinary && clock.getHour() != 8 && clock.getHour() != 20)
                throw new AssertionError(name + ": " + part);
        }
    }

    private static Recurrence halves(String window, ZoneId zone) {
        return new Recurrence(
                FROM.atTime(8, 0),
                Cadence.parse("1w").orElseThrow(),
                zone,
                List.of(WeeklyWindow.parse(window).orElseThrow()),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Instant> starts(List<Occurrence> occurrences) {
        return occurrences.stream().map(Occurrence::start).toList();
    }

    /**
     * The oracle: somebody who sits before the wall clock and writes down when it first shows each handoff's time or a
     * later one. They look each minute on days on which the clock is changed, and once on other days.
     */
    private static List<Instant> naiveHandoffs(LocalDateTime anchor, Cadence cadence, ZoneId zone, Instant end) {
        var found = new ArrayList<Instant>();
        var rules = zone.getRules();
        var number = 0L;
        var day = anchor.toLocalDate().minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        while (day.isBefore(end)) {
            var next = Instant.ofEpochSecond(day.getEpochSecond() + 86400);
            var step = rules.getOffset(day).equals(rules.getOffset(next)) ? 86400 : 60;
            for (var look = day; look.isBefore(next); look = Instant.ofEpochSecond(look.getEpochSecond() + step)) {
                var shownLast = shown(Instant.ofEpochSecond(look.getEpochSecond() + step - 1), rules);
                while (!cadence.after(anchor, number).isAfter(shownLast)) {
                    var ahead = cadence.after(anchor, number).toEpochSecond(ZoneOffset.UTC)
                            - shown(look, rules).toEpochSecond(ZoneOffset.UTC);
                    var handoff = Instant.ofEpochSecond(look.getEpochSecond() + Math.max(0, ahead));
                    if (!found.isEmpty() && found.getLast().equals(handoff)) found.removeLast();
                    if (handoff.isBefore(end)) found.add(handoff);
                    number++;
                }
            }
            day = next;
        }
        return found;
    }

    private static LocalDateTime shown(Instant instant, ZoneRules rules) {
        return LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, rules.getOffset(instant));
    }
}
