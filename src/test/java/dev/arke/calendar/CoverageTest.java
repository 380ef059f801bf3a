package dev.arke.calendar;

import static dev.arke.calendar.CalendarFixture.OTHER_TEAM;
import static dev.arke.calendar.CalendarFixture.TEAM;
import static dev.arke.calendar.CalendarFixture.interval;
import static dev.arke.calendar.CalendarFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final UUID DAYS = new UUID(8, 1);
    private static final UUID NIGHTS = new UUID(8, 2);
    private static final Interval MONTH = interval("2026-01-05T00:00:00Z", "2026-02-02T00:00:00Z");
    private static final Role PRIMARY = Role.Duty.PRIMARY;
    private static final Role SHADOW = Role.Duty.SHADOW;

    private final List<Shift> shifts = new ArrayList<>();
    private final List<Shift> elsewhere = new ArrayList<>();
    private Set<UUID> unreachable = Set.of();

    private Shift shift(UUID team, Role role, String who, String from, String to, Provenance provenance) {
        return new Shift(
                new UUID(9, shifts.size() + 100L * elsewhere.size()),
                team,
                role,
                who.isEmpty() ? Optional.empty() : Optional.of(person(who)),
                interval(day(from), day(to)),
                provenance);
    }

    /** "7" is the 7th at noon, "7T03" that day at 3. */
    private static String day(String text) {
        var parts = (text + "T12").split("T", -1);
        return "2026-01-" + "%02d".formatted(Integer.parseInt(parts[0])) + "T" + parts[1] + ":00:00Z";
    }

    private void planned(Role role, String who, String from, String to, UUID rotation, long occurrence) {
        shifts.add(shift(TEAM, role, who, from, to, new Provenance.Planned(rotation, occurrence, 0)));
    }

    private void byHand(Role role, String who, String from, String to) {
        shifts.add(shift(TEAM, role, who, from, to, new Provenance.Edited(Optional.empty())));
    }

    private List<Finding> found() {
        return Coverage.of(new Coverage.Known(shifts, elsewhere, unreachable, Coverage.USUAL_REST), MONTH);
    }

    @Test
    void aCalendarThatIsWellHasNothingToSay() {
        planned(PRIMARY, "a", "5", "12", DAYS, 1);
        planned(PRIMARY, "b", "12", "19", DAYS, 2);
        planned(PRIMARY, "a", "19", "26", DAYS, 3);

        assertThat(found()).isEmpty();
    }

    @Test
    void aGapIsWhatNobodyStandsIn() {
        planned(PRIMARY, "", "5", "12", DAYS, 1);
        byHand(PRIMARY, "a", "6", "7");

        assertThat(found())
                .containsExactly(
                        new Finding.Gap(Role.Duty.PRIMARY, interval(day("5"), day("6"))),
                        new Finding.Gap(Role.Duty.PRIMARY, interval(day("7"), day("12"))));
    }

    @Test
    void twoAtOnceIsAFindingUnlessTwoRotationsPlannedIt() {
        planned(PRIMARY, "a", "5", "12", DAYS, 1);
        planned(PRIMARY, "b", "6", "8", NIGHTS, 1);
        byHand(PRIMARY, "c", "9", "10");
        byHand(SHADOW, "d", "9", "11");
        byHand(SHADOW, "b", "9", "11");

        assertThat(found())
                .containsExactly(new Finding.DoubleCover(
                        Role.Duty.PRIMARY, List.of(person("a"), person("c")), interval(day("9"), day("10"))));
    }

    @Test
    void whoeverCannotBeReachedIsNamedOnceWithTheirFirstDuty() {
        unreachable = Set.of(person("a"));
        planned(PRIMARY, "a", "5", "6", DAYS, 1);
        planned(PRIMARY, "b", "6", "9", DAYS, 2);
        planned(PRIMARY, "a", "9", "10", DAYS, 3);

        assertThat(found())
                .containsExactly(new Finding.Unreachable(person("a"), Role.Duty.PRIMARY, interval(day("5"), day("6"))));
    }

    @Test
    void twoTeamsAtOnceAreOneFindingHoweverManyShifts() {
        planned(PRIMARY, "a", "5", "12", DAYS, 1);
        var free = new Provenance.Edited(Optional.empty());
        elsewhere.add(shift(OTHER_TEAM, PRIMARY, "a", "6", "7", free));
        elsewhere.add(shift(OTHER_TEAM, PRIMARY, "a", "7", "8", free));
        elsewhere.add(shift(OTHER_TEAM, Role.Absence.VACATION, "a", "8", "9", free));
        elsewhere.add(shift(OTHER_TEAM, Role.Duty.MANAGER, "a", "5", "12", free));

        assertThat(found())
                .containsExactly(new Finding.TwoTeams(
                        person("a"), Role.Duty.PRIMARY, OTHER_TEAM, Role.Duty.PRIMARY, interval(day("6"), day("8"))));
    }

    @Test
    void turnsInARowAreCountedAndPiecesOfOneTurnAreNone() {
        planned(PRIMARY, "a", "5", "8", DAYS, 1);
        planned(PRIMARY, "a", "8", "12", DAYS, 1);
        assertThat(found()).isEmpty();

        planned(PRIMARY, "a", "12", "19", DAYS, 2);
        assertThat(found())
                .containsExactly(
                        new Finding.BackToBack(person("a"), Role.Duty.PRIMARY, 2, interval(day("5"), day("19"))));
    }

    @Test
    void tooLittleRestIsBetweenTurnsAlsoOfTwoTeams() {
        planned(PRIMARY, "a", "5T08", "5T20", DAYS, 1);
        planned(PRIMARY, "a", "6T06", "6T10", DAYS, 2);
        planned(PRIMARY, "a", "6T12", "6T20", DAYS, 2);
        planned(PRIMARY, "a", "7T07", "7T20", DAYS, 3);
        elsewhere.add(shift(OTHER_TEAM, PRIMARY, "a", "8T06", "8T20", new Provenance.Edited(Optional.empty())));

        assertThat(found())
                .containsExactly(
                        new Finding.LittleRest(person("a"), interval(day("5T20"), day("6T06"))),
                        new Finding.LittleRest(person("a"), interval(day("7T20"), day("8T06"))));
    }

    @Test
    void theSameFindingKeepsItsKeyAsTimeGoesOn() {
        planned(PRIMARY, "", "5", "12", DAYS, 1);
        var before = found();
        var later = Coverage.of(
                new Coverage.Known(shifts, elsewhere, unreachable, Coverage.USUAL_REST), interval(day("6"), day("31")));

        assertThat(later).isNotEqualTo(before);
        assertThat(later)
                .extracting(Finding::key)
                .isEqualTo(before.stream().map(Finding::key).toList());
    }
}
