package dev.arke.calendar;

import static dev.arke.calendar.CalendarFixture.TEAM;
import static dev.arke.calendar.CalendarFixture.cadence;
import static dev.arke.calendar.CalendarFixture.interval;
import static dev.arke.calendar.CalendarFixture.monday;
import static dev.arke.calendar.CalendarFixture.person;
import static dev.arke.calendar.CalendarFixture.rotation;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handoffs on Mondays 09:00 in Paris where nothing else is said. */
class FairTest {
    private static final Instant FIRST_DAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final CalendarFixture calendar = new CalendarFixture();

    @Test
    void withoutHistoryItIsTheRostersOrder() {
        calendar.fill(weekly("a b c"), FIRST_DAY);

        assertThat(calendar.turns()).isEqualTo("a b c a b c");
    }

    @Test
    void whoeverCoveredForOthersComesLater() {
        stood("a", "2025-12-15T08:00:00Z", "2025-12-22T08:00:00Z");
        stood("b", "2025-12-22T08:00:00Z", "2025-12-29T08:00:00Z");
        stood("c", "2025-12-29T08:00:00Z", "2026-01-05T08:00:00Z");
        stood("a", "2025-12-24T08:00:00Z", "2025-12-26T08:00:00Z");

        calendar.fill(weekly("a b c"), FIRST_DAY);

        assertThat(coming()).startsWith("b c a");
        var first = comingRows().getFirst().reason().orElseThrow();
        assertThat(first.ground()).isEqualTo(Reason.Ground.FEWEST_HOURS);
        assertThat(first.lastEnded()).contains(Instant.parse("2025-12-29T08:00:00Z"));
    }

    @Test
    void hoursOfAWeekendCountTwice() {
        stood("a", "2025-09-01T07:00:00Z", "2025-09-02T07:00:00Z");
        stood("b", "2025-09-02T07:00:00Z", "2025-09-03T07:00:00Z");
        stood("a", "2025-12-08T08:00:00Z", "2025-12-13T08:00:00Z");
        stood("b", "2025-12-19T23:00:00Z", "2025-12-21T23:00:00Z");
        stood("b", "2025-12-23T08:00:00Z", "2025-12-24T20:00:00Z");

        calendar.fill(weekly("a b"), FIRST_DAY);

        // of a's 120 hours 9 are on a Saturday; b has 48 on a weekend and 36 more
        assertThat(coming()).startsWith("a b");
        assertThat(comingRows().getFirst().reason().orElseThrow().minutes()).contains(128 * 60L + 60);
    }

    @Test
    void hoursOfOnesOwnPublicHolidaysCountTwice() {
        // Armistice Day, a Tuesday, is free in France: 48 hours are more than 30.
        assertThat(firstAfterArmisticeDay("FR")).isEqualTo(new Next("b", 30 * 60L));
    }

    @Test
    void holidaysOfOtherPlacesDoNot() {
        assertThat(firstAfterArmisticeDay("DE")).isEqualTo(new Next("a", 24 * 60L));
    }

    private record Next(String who, long minutes) {}

    /** Who comes next when a stood on that day, b for six hours more on a working day, and c long and last. */
    private Next firstAfterArmisticeDay(String regionOfA) {
        stood("a", "2025-09-01T07:00:00Z", "2025-09-02T07:00:00Z");
        stood("b", "2025-09-02T07:00:00Z", "2025-09-03T07:00:00Z");
        stood("c", "2025-09-03T07:00:00Z", "2025-09-04T07:00:00Z");
        stood("a", "2025-11-10T23:00:00Z", "2025-11-11T23:00:00Z");
        stood("b", "2025-11-17T23:00:00Z", "2025-11-19T05:00:00Z");
        stood("c", "2025-12-01T23:00:00Z", "2025-12-04T23:00:00Z");
        calendar.keeps("a", regionOfA);

        calendar.fill(weekly("a b c"), FIRST_DAY);

        var minutes = comingRows().getFirst().reason().orElseThrow().minutes();
        return new Next(coming().substring(0, 1), minutes.orElseThrow());
    }

    @Test
    void newcomerStartsAtTheMiddleAndNotAtZero() {
        for (var week = 0; week < 12; week++) calendar.fill(weekly("a b c"), FIRST_DAY.plus(WEEK.multipliedBy(week)));
        var now = FIRST_DAY.plus(WEEK.multipliedBy(17));

        calendar.fill(weekly("a b c d"), now);
        for (var week = 18; week < 30; week++)
            calendar.fill(weekly("a b c d"), FIRST_DAY.plus(WEEK.multipliedBy(week)));

        var after = calendar.turns().split(" ");
        var dana = Arrays.stream(after).filter("d"::equals).count();
        var weeks = after.length - 17;
        assertThat(dana).isBetween(weeks / 4L - 1, weeks / 4L + 1);
        assertThat(String.join(" ", after))
                .doesNotContain("d d")
                .doesNotContain("d a d")
                .doesNotContain("d b d");
    }

    @Test
    void whoComesBackFromALongAbsenceIsOutOfReachOfNobody() {
        for (var week = 0; week < 12; week++) calendar.fill(weekly("a b c"), FIRST_DAY.plus(WEEK.multipliedBy(week)));

        var turns = calendar.turns().split(" ");
        for (var person : List.of("a", "b", "c"))
            assertThat(Arrays.stream(turns).filter(person::equals).count()).isBetween(5L, 7L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Europe/Paris", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca"})
    void hoursStayCloserTogetherThanInTurnsWhateverIsChangedByHand(String zone) {
        var inTurn = rotation("a b c d e", Recurrence.of(monday(), cadence("1d"), ZoneId.of(zone)));

        assertThat(spreadOfDays(fair(inTurn))).isLessThan(spreadOfDays(inTurn));
    }

    /** Between most and least of 12 weeks, those of a weekend twice, while every third day somebody changes one. */
    private static long spreadOfDays(Rotation rotation) {
        var calendar = new CalendarFixture();
        var random = new Random(5);
        for (var day = 0; day < 200; day += 3) {
            var now = FIRST_DAY.plus(Duration.ofDays(day));
            assertThat(calendar.fill(rotation, now).removed()).isEmpty();
            assertThat(calendar.fill(rotation, now).isEmpty()).isTrue();
            var coming = calendar.rows.stream()
                    .filter(shift -> shift.interval().start().isAfter(now))
                    .toList();
            calendar.edit(coming.get(random.nextInt(coming.size())), "a b c d e".split(" ")[random.nextInt(2)]);
        }
        assertThat(calendar.rows).noneMatch(Shift::isGap);
        var window = new Interval(FIRST_DAY.plus(Duration.ofDays(130)), FIRST_DAY.plus(Duration.ofDays(214)));
        var days = calendar.rows.stream()
                .filter(shift -> window.contains(shift.interval().start()))
                .collect(Collectors.groupingBy(
                        Shift::responder,
                        Collectors.summingLong(
                                shift -> weight(shift, rotation.recurrence().zone()))));
        assertThat(days).hasSize(5);
        return Collections.max(days.values()) - Collections.min(days.values());
    }

    private static long weight(Shift shift, ZoneId zone) {
        return switch (shift.interval().start().atZone(zone).getDayOfWeek()) {
            case SATURDAY, SUNDAY -> 2;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> 1;
        };
    }

    private void stood(String who, String from, String to) {
        calendar.rows.add(new Shift(
                UUID.randomUUID(),
                TEAM,
                Role.Duty.PRIMARY,
                Optional.of(person(who)),
                interval(from, to),
                new Provenance.Edited(Optional.empty())));
    }

    private List<Shift> comingRows() {
        return calendar.rows.stream()
                .filter(shift -> !shift.interval().start().isBefore(FIRST_DAY))
                .toList();
    }

    private String coming() {
        var all = calendar.turns().split(" ");
        return String.join(
                " ", Arrays.asList(all).subList(all.length - comingRows().size(), all.length));
    }

    private static Rotation weekly(String people) {
        return fair(CalendarFixture.weekly(people));
    }

    private static Rotation fair(Rotation other) {
        return new Rotation(
                other.id(),
                other.name(),
                other.fills(),
                other.roster(),
                other.recurrence(),
                Strategy.FAIR,
                other.horizon());
    }
}
