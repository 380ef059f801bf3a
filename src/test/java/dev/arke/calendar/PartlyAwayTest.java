package dev.arke.calendar;

import static dev.arke.calendar.CalendarFixture.OTHER_TEAM;
import static dev.arke.calendar.CalendarFixture.TEAM;
import static dev.arke.calendar.CalendarFixture.interval;
import static dev.arke.calendar.CalendarFixture.person;
import static dev.arke.calendar.CalendarFixture.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody is away for a part of a shift that was published: weeks from Monday 09:00 in Paris, six are planned. */
class PartlyAwayTest {
    private static final Instant FIRST_DAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Interval DAY_OFF = interval("2026-02-03T23:00:00Z", "2026-02-04T23:00:00Z");

    private final CalendarFixture calendar = new CalendarFixture();

    @Test
    void keepsWhatTheyCanStandAndTheRestGoesToSomebodyElse() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        away("b", DAY_OFF);

        var filling = calendar.fill(weekly("a b c"), FIRST_DAY);

        assertThat(calendar.turns()).isEqualTo("a b c a b c b c");
        assertThat(ofWeek()).containsExactly("b 02-02T08:00", "c 02-03T23:00", "b 02-04T23:00");
        assertThat(filling.removed()).isEmpty();
        assertIsStable(weekly("a b c"));
    }

    @Test
    void onlyThatPartIsAGapWhereNobodyCanAndItIsHealedWhenTheyAreBack() {
        calendar.fill(weekly("b"), FIRST_DAY);
        away("b", DAY_OFF);
        calendar.fill(weekly("b"), FIRST_DAY);

        assertThat(calendar.rows.stream().filter(Shift::isGap).map(Shift::interval))
                .containsExactly(DAY_OFF);
        assertIsStable(weekly("b"));

        calendar.elsewhere.clear();
        calendar.fill(weekly("b"), FIRST_DAY);

        assertThat(calendar.rows).noneMatch(Shift::isGap);
        assertIsStable(weekly("b"));
    }

    @Test
    void whoStandsInKeepsTheirPartWhenTheOtherIsBackAfterAll() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        away("b", DAY_OFF);
        calendar.fill(weekly("a b c"), FIRST_DAY);
        calendar.elsewhere.clear();

        assertThat(calendar.fill(weekly("a b c"), FIRST_DAY).isEmpty()).isTrue();
    }

    @Test
    void whoHasTheSmallerPartLeftKeepsIt() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        away("b", interval("2026-02-03T08:00:00Z", "2026-02-20T08:00:00Z"));
        calendar.fill(weekly("a b c"), FIRST_DAY);

        assertThat(ofWeek()).containsExactly("b 02-02T08:00", "c 02-03T08:00");
        assertIsStable(weekly("a b c"));
    }

    @Test
    void whoIsStillThereKeepsTheSmallerPartWhenTheOtherLeaves() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        away("b", interval("2026-02-03T08:00:00Z", "2026-02-20T08:00:00Z"));
        calendar.fill(weekly("a b c"), FIRST_DAY);

        calendar.fill(weekly("a b"), FIRST_DAY);

        assertThat(ofWeek()).containsExactly("b 02-02T08:00", "a 02-03T08:00");
        assertIsStable(weekly("a b"));
    }

    @Test
    void whoHasLeftKeepsTheirNextShiftAndGainsNothing() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        var freed = interval("2026-01-14T08:00:00Z", "2026-01-19T08:00:00Z");
        calendar.rows.replaceAll(shift -> shift.interval().overlaps(freed)
                ? shift.during(new Interval(shift.interval().start(), freed.start()))
                : shift);

        calendar.fill(weekly("a c"), FIRST_DAY);

        assertThat(calendar.rows.stream()
                        .filter(shift ->
                                shift.interval().overlaps(interval("2026-01-12T08:00:00Z", "2026-01-19T08:00:00Z")))
                        .map(CalendarFixture::letter))
                .hasSize(2)
                .startsWith("b")
                .doesNotHaveDuplicates();
    }

    @Test
    void whatNobodyCanStandWholeIsSharedOutAndOnlyTheRestIsAGap() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        away("b", interval("2026-02-03T08:00:00Z", "2026-02-08T08:00:00Z"));
        away("c", interval("2026-02-05T00:00:00Z", "2026-02-09T00:00:00Z"));
        calendar.elsewhere(TEAM, Role.Duty.SECONDARY, "a", interval("2026-02-03T00:00:00Z", "2026-02-06T00:00:00Z"));

        calendar.fill(weekly("a b c"), FIRST_DAY);

        assertThat(ofWeek())
                .containsExactly("b 02-02T08:00", "c 02-03T08:00", "- 02-05T00:00", "a 02-06T00:00", "b 02-08T08:00");
        assertIsStable(weekly("a b c"));
    }

    @Test
    void insideTwoWeeksTheyKeepEvenThatAsPeopleAreAsked() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        away("b", interval("2026-01-12T23:00:00Z", "2026-01-14T23:00:00Z"));

        assertThat(calendar.fill(weekly("a b c"), FIRST_DAY).isEmpty()).isTrue();
    }

    @Test
    void standingInForAPartUsesUpNobodysTurn() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        away("b", interval("2026-02-07T08:00:00Z", "2026-02-20T08:00:00Z"));
        calendar.fill(weekly("a b c"), FIRST_DAY);
        var later = FIRST_DAY.plus(Duration.ofDays(42));
        calendar.rows.removeIf(shift -> !shift.interval().start().isBefore(Instant.parse("2026-02-09T08:00:00Z")));
        calendar.elsewhere.clear();

        calendar.fill(weekly("a b c"), later);

        assertThat(calendar.rows.stream()
                        .filter(shift -> !shift.interval().start().isBefore(later))
                        .findFirst()
                        .flatMap(Shift::responder))
                .contains(person("c"));
    }

    /** Filling again, at once or in a week's time, takes nothing from anybody. */
    private void assertIsStable(Rotation rotation) {
        assertThat(calendar.fill(rotation, FIRST_DAY).isEmpty()).isTrue();
        var before = List.copyOf(calendar.rows);
        var later = calendar.fill(rotation, FIRST_DAY.plus(Duration.ofDays(7)));
        assertThat(later.moved()).isEmpty();
        assertThat(later.removed()).isEmpty();
        assertThat(calendar.rows).containsAll(before);
    }

    private void away(String person, Interval interval) {
        calendar.elsewhere(OTHER_TEAM, Role.Absence.VACATION, person, interval);
    }

    /** Of the week from 2 February: who stands, and from when. */
    private List<String> ofWeek() {
        var week = interval("2026-02-02T08:00:00Z", "2026-02-09T08:00:00Z");
        return calendar.rows.stream()
                .filter(shift -> shift.interval().overlaps(week))
                .map(shift -> CalendarFixture.letter(shift) + " "
                        + shift.interval().start().toString().substring(5, 16))
                .toList();
    }
}
