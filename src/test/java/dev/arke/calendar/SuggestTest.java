package dev.arke.calendar;

import static dev.arke.calendar.CalendarFixture.OTHER_TEAM;
import static dev.arke.calendar.CalendarFixture.TEAM;
import static dev.arke.calendar.CalendarFixture.interval;
import static dev.arke.calendar.CalendarFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.Suggest.Candidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuggestTest {
    private static final Suggest.Wanted WANTED = new Suggest.Wanted(
            TEAM,
            Role.Duty.PRIMARY,
            List.of(
                    interval("2026-03-09T08:00:00Z", "2026-03-09T20:00:00Z"),
                    interval("2026-03-10T08:00:00Z", "2026-03-10T20:00:00Z")));

    private final List<Shift> shifts = new ArrayList<>();

    private void shift(UUID team, Role role, String who, String from, String to) {
        shifts.add(new Shift(
                new UUID(9, shifts.size()),
                team,
                role,
                Optional.of(person(who)),
                interval(from, to),
                new Provenance.Edited(Optional.empty())));
    }

    private List<Candidate> best(String... roster) {
        return Suggest.of(
                WANTED,
                Stream.of("a", "b", "c", "d").map(CalendarFixture::person).toList(),
                shifts,
                Set.copyOf(Stream.of(roster).map(CalendarFixture::person).toList()),
                Duration.ofHours(11));
    }

    private static Candidate candidate(String who, boolean onRoster, int hours) {
        return new Candidate(person(who), Optional.empty(), onRoster, Duration.ofHours(hours));
    }

    @Test
    void whoeverHasSomethingElseThenIsNone() {
        shift(OTHER_TEAM, Role.Absence.VACATION, "a", "2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z");
        shift(OTHER_TEAM, Role.Duty.SECONDARY, "b", "2026-03-09T19:59:59Z", "2026-03-09T21:00:00Z");
        shift(TEAM, Role.Duty.PRIMARY, "c", "2026-03-10T00:00:00Z", "2026-03-10T09:00:00Z");

        assertThat(best()).containsExactly(candidate("d", false, 0));
    }

    @Test
    void whatLiesBetweenTheTimesIsNoHindranceButTheRestCounts() {
        shift(OTHER_TEAM, Role.Duty.PRIMARY, "a", "2026-03-11T06:00:00Z", "2026-03-11T10:00:00Z");
        shift(OTHER_TEAM, Role.Duty.PRIMARY, "b", "2026-03-08T10:00:00Z", "2026-03-08T21:00:00Z");

        assertThat(best())
                .containsExactly(
                        candidate("b", false, 0),
                        candidate("c", false, 0),
                        candidate("d", false, 0),
                        new Candidate(person("a"), Optional.of(Duration.ofHours(10)), false, Duration.ZERO));
    }

    @Test
    void theRosterComesFirstThenWhoeverHadLeast() {
        shift(TEAM, Role.Duty.PRIMARY, "a", "2026-02-02T00:00:00Z", "2026-02-03T00:00:00Z");
        shift(TEAM, Role.Duty.PRIMARY, "b", "2025-01-01T00:00:00Z", "2025-01-08T00:00:00Z");
        shift(TEAM, Role.Duty.SECONDARY, "c", "2026-02-02T00:00:00Z", "2026-02-03T00:00:00Z");

        assertThat(best("a", "b"))
                .containsExactly(
                        candidate("b", true, 0),
                        candidate("a", true, 24),
                        candidate("c", false, 0),
                        candidate("d", false, 0));
    }
}
