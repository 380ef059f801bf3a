package dev.arke.calendar;

import static dev.arke.calendar.CalendarFixture.TEAM;
import static dev.arke.calendar.CalendarFixture.interval;
import static dev.arke.calendar.CalendarFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.OnCall.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OnCallTest {
    private static final Instant NINE = Instant.parse("2026-01-12T09:00:00Z");

    private final List<Shift> shifts = new ArrayList<>();

    @Test
    void atTheSecondOfTheHandoffTheNextOneIsOnCall() {
        stands(Role.Duty.PRIMARY, "a", "2026-01-05T09:00:00Z", "2026-01-12T09:00:00Z");
        stands(Role.Duty.PRIMARY, "b", "2026-01-12T09:00:00Z", "2026-01-19T09:00:00Z");

        assertThat(OnCall.of(shifts, NINE.minusNanos(1)).getFirst().now())
                .containsExactly(stretch("a", "2026-01-05T09:00:00Z", "2026-01-12T09:00:00Z"));
        assertThat(OnCall.of(shifts, NINE).getFirst().now())
                .containsExactly(stretch("b", "2026-01-12T09:00:00Z", "2026-01-19T09:00:00Z"));
    }

    @Test
    void shiftsThatTouchAreOneStretch() {
        stands(Role.Duty.PRIMARY, "a", "2026-01-12T08:00:00Z", "2026-01-12T12:00:00Z");
        stands(Role.Duty.PRIMARY, "a", "2026-01-12T12:00:00Z", "2026-01-13T09:00:00Z");
        stands(Role.Duty.PRIMARY, "a", "2026-01-14T09:00:00Z", "2026-01-15T09:00:00Z");

        var primary = OnCall.of(shifts, NINE).getFirst();

        assertThat(primary.now()).containsExactly(stretch("a", "2026-01-12T08:00:00Z", "2026-01-13T09:00:00Z"));
        assertThat(primary.coming()).containsExactly(stretch("a", "2026-01-14T09:00:00Z", "2026-01-15T09:00:00Z"));
    }

    @Test
    void twoRotationsOfOneDutyBothCount() {
        stands(Role.Duty.PRIMARY, "b", "2026-01-12T08:30:00Z", "2026-01-13T09:00:00Z");
        stands(Role.Duty.PRIMARY, "a", "2026-01-12T08:00:00Z", "2026-01-13T09:00:00Z");

        assertThat(OnCall.of(shifts, NINE).getFirst().now().stream().map(Stretch::responder))
                .containsExactly(Optional.of(person("a")), Optional.of(person("b")));
    }

    @Test
    void gapsAreSaidAndAbsencesAreNoDuty() {
        shifts.add(new Shift(
                UUID.randomUUID(),
                TEAM,
                Role.Duty.SECONDARY,
                Optional.empty(),
                interval("2026-01-12T08:00:00Z", "2026-01-13T09:00:00Z"),
                new Provenance.Edited(Optional.empty())));
        stands(Role.Absence.VACATION, "a", "2026-01-12T08:00:00Z", "2026-01-13T09:00:00Z");
        stands(Role.Duty.PRIMARY, "b", "2026-01-13T08:00:00Z", "2026-01-14T09:00:00Z");

        var duties = OnCall.of(shifts, NINE);

        assertThat(duties.stream().map(OnCall::duty)).containsExactly(Role.Duty.PRIMARY, Role.Duty.SECONDARY);
        assertThat(duties.getFirst().now()).isEmpty();
        assertThat(duties.getLast().now().getFirst().responder()).isEmpty();
    }

    private void stands(Role role, String person, String start, String end) {
        shifts.add(new Shift(
                UUID.randomUUID(),
                TEAM,
                role,
                Optional.of(person(person)),
                interval(start, end),
                new Provenance.Edited(Optional.empty())));
    }

    private static Stretch stretch(String person, String start, String end) {
        return new Stretch(Optional.of(person(person)), interval(start, end));
    }
}
