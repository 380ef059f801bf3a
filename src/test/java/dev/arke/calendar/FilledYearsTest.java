package dev.arke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thirty years of shifts as the filling lays them out, every four weeks anew, in each zone of {@link RecurrenceSweepTest}:
 * handed over on Sundays at 2:30, when most clocks are changed. At each instant exactly one person has the duty.
 */
class FilledYearsTest {
    private static final Instant BEGIN = Instant.parse("2000-01-01T12:00:00Z");
    private static final Duration STEP = Duration.ofDays(28);
    private static final int STEPS = 30 * 13;
    private static final LocalTime HANDOFF = LocalTime.of(2, 30);

    static List<String> zones() {
        return RecurrenceSweepTest.zones();
    }

    @ParameterizedTest
    @MethodSource("zones")
    void exactlyOnePersonHasTheDutyAtEachInstantAndHandsOverAtTheirLocalTime(String name) {
        var zone = ZoneId.of(name);
        var shifts = filled(zone);

        assertThat(shifts).hasSizeGreaterThan(1_550).noneMatch(Shift::isGap);
        var until = BEGIN;
        for (var shift : shifts) {
            assertThat(shift.interval().start()).as("%s: who follows", name).isEqualTo(until);
            until = shift.interval().end();
            var clock = LocalDateTime.ofInstant(until, zone);
            var wanted = clock.toLocalDate().atTime(HANDOFF);
            if (zone.getRules().getValidOffsets(wanted).size() == 1)
                assertThat(clock).as(name).isEqualTo(wanted);
        }
        for (var i = 1; i < shifts.size(); i++)
            assertThat(shifts.get(i).responder())
                    .as("%s: turns", name)
                    .isNotEqualTo(shifts.get(i - 1).responder());
    }

    private static List<Shift> filled(ZoneId zone) {
        var calendar = new CalendarFixture();
        var rotation = CalendarFixture.rotation(
                "a b c", Recurrence.of(LocalDateTime.parse("1999-12-26T02:30"), CalendarFixture.cadence("1w"), zone));
        var past = new ArrayList<Shift>();
        var now = BEGIN;
        for (int step = 0; step < STEPS; step++, now = now.plus(STEP)) {
            calendar.fill(rotation, now);
            while (calendar.rows.getFirst().interval().end().isBefore(now.minus(STEP)))
                past.add(calendar.rows.removeFirst());
        }
        past.addAll(calendar.rows);
        return past;
    }
}
