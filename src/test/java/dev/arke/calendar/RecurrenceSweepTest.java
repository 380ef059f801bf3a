package dev.arke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thirty years in twenty zones: at each instant there is exactly one occurrence, and a second reckoning agrees. */
class RecurrenceSweepTest {
    private static final LocalDate FROM = LocalDate.of(2000, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2030, 1, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "Antarctica/Troll"
            })
    void occurrencesFollowOnEachOtherWithoutGapOrOverlap(String name) {
        var zone = ZoneId.of(name);

        for (var every : List.of("1w", "1d", "6h")) {
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
