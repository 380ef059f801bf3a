package dev.arke.calendar;

import static dev.arke.calendar.CalendarFixture.OTHER_TEAM;
import static dev.arke.calendar.CalendarFixture.TEAM;
import static dev.arke.calendar.CalendarFixture.cadence;
import static dev.arke.calendar.CalendarFixture.interval;
import static dev.arke.calendar.CalendarFixture.monday;
import static dev.arke.calendar.CalendarFixture.person;
import static dev.arke.calendar.CalendarFixture.rotation;
import static dev.arke.calendar.CalendarFixture.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Handoffs are on Mondays 09:00 in Paris (08:00 UTC in winter); six weeks are planned. */
class FillingTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant FIRST_DAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final CalendarFixture calendar = new CalendarFixture();

    @Test
    void plansInRosterOrderUpToTheHorizon() {
        calendar.fill(weekly("a b c"), FIRST_DAY);

        assertThat(calendar.turns()).isEqualTo("a b c a b c");
        assertThat(calendar.rows.getFirst().interval())
                .isEqualTo(interval("2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z"));
        assertThat(calendar.rows.getLast().provenance())
                .isEqualTo(new Provenance.Planned(weekly("a b c").id(), 5, 0));
    }

    @Test
    void fillingTwiceChangesNothing() {
        calendar.fill(weekly("a b c"), FIRST_DAY.plusSeconds(90));

        assertThat(calendar.fill(weekly("a b c"), FIRST_DAY.plusSeconds(90)).isEmpty())
                .isTrue();
        assertThat(calendar.fill(weekly("a b c"), FIRST_DAY.plus(Duration.ofHours(9)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void beginsNowInTheOccurrenceThatContainsNowWithWhoseTurnItIs() {
        calendar.fill(weekly("a b c"), Instant.parse("2026-01-14T10:30:15.123Z"));

        assertThat(calendar.turns()).startsWith("b c a");
        assertThat(calendar.rows.getFirst().interval())
                .isEqualTo(interval("2026-01-14T10:30:15Z", "2026-01-19T08:00:00Z"));
    }

    @Test
    void fillingWeekAfterWeekGivesWhatFillingOnceGives() {
        for (var week = 0; week < 20; week++) calendar.fill(weekly("a b c"), FIRST_DAY.plus(WEEK.multipliedBy(week)));

        assertThat(calendar.turns()).isEqualTo("a b c ".repeat(8) + "a b");
    }

    @Test
    void newcomerTakesNothingFromAnybodyAndIsNextAfterTheRosterHasGoneRound() {
        calendar.fill(weekly("a b c"), FIRST_DAY);

        var filling = calendar.fill(weekly("a b c d"), FIRST_DAY.plus(WEEK.multipliedBy(3)));

        assertThat(filling.moved()).isEmpty();
        assertThat(filling.removed()).isEmpty();
        assertThat(calendar.turns()).isEqualTo("a b c a b c d a b");
    }

    @Test
    void leaverKeepsWhatIsWithinFourteenDaysAndLosesWhatIsBeyond() {
        calendar.fill(weekly("a b c d"), FIRST_DAY);
        assertThat(calendar.turns()).isEqualTo("a b c d a b");

        var filling = calendar.fill(weekly("a c d"), FIRST_DAY);

        assertThat(calendar.turns()).isEqualTo("a b c d a c");
        assertThat(filling.moved()).hasSize(1);
        assertThat(filling.moved().getFirst().after().id())
                .isEqualTo(filling.moved().getFirst().before().id());
    }

    @Test
    void vacatedTurnRatherGoesToNeitherNeighbour() {
        calendar.fill(weekly("a b c d"), FIRST_DAY);

        calendar.fill(weekly("a b d"), FIRST_DAY);

        assertThat(calendar.turns()).isEqualTo("a b a d a b");
    }

    @Test
    void emptyRosterLeavesGapsThatAreFilledOnceSomebodyCan() {
        calendar.fill(weekly(""), FIRST_DAY);
        assertThat(calendar.turns()).isEqualTo("- - - - - -");

        calendar.fill(weekly("a b"), FIRST_DAY.plus(Duration.ofDays(2)));

        assertThat(calendar.turns()).isEqualTo("- a b a b a b a");
        assertThat(calendar.rows.get(0).interval()).isEqualTo(interval("2026-01-05T08:00:00Z", "2026-01-07T08:00:00Z"));
        assertThat(calendar.rows.get(1).interval()).isEqualTo(interval("2026-01-07T08:00:00Z", "2026-01-12T08:00:00Z"));
        assertThat(calendar.fill(weekly("a b"), FIRST_DAY.plus(Duration.ofDays(3)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void somebodyAbsentOnAnyTeamIsPassedOverAndTheNextTurnGoesOnFromThere() {
        calendar.elsewhere(
                OTHER_TEAM, Role.Absence.VACATION, "b", interval("2026-01-13T00:00:00Z", "2026-01-14T00:00:00Z"));

        calendar.fill(weekly("a b c"), FIRST_DAY);

        assertThat(calendar.turns()).isEqualTo("a c a b c a");
    }

    @Test
    void absenceThatEndsAtTheHandoffIsOver() {
        calendar.elsewhere(
                TEAM, Role.Absence.UNAVAILABLE, "b", interval("2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z"));

        calendar.fill(weekly("a b c"), FIRST_DAY);

        assertThat(calendar.turns()).isEqualTo("a b c a b c");
    }

    @Test
    void nobodyIsGivenTwoDutiesOfOneTeamAtOnce() {
        calendar.elsewhere(TEAM, Role.Duty.SECONDARY, "a", interval("2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z"));
        calendar.elsewhere(
                OTHER_TEAM, Role.Duty.SECONDARY, "b", interval("2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z"));

        calendar.fill(weekly("a b c"), FIRST_DAY);

        assertThat(calendar.turns()).isEqualTo("b c a b c a");
    }

    @Test
    void somebodyAbsentLosesAPlannedShiftOnlyBeyondFourteenDays() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        calendar.elsewhere(TEAM, Role.Absence.VACATION, "b", interval("2026-01-12T08:00:00Z", "2026-03-01T08:00:00Z"));

        calendar.fill(weekly("a b c"), FIRST_DAY);

        assertThat(calendar.turns()).isEqualTo("a b c a c c");
    }

    @Test
    void anotherDutyTakesNoPlannedShiftAway() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        calendar.elsewhere(TEAM, Role.Duty.MANAGER, "c", interval("2026-01-05T08:00:00Z", "2026-03-01T08:00:00Z"));

        assertThat(calendar.fill(weekly("a b c"), FIRST_DAY).isEmpty()).isTrue();
    }

    @Test
    void whatAPersonChangedIsKeptAndTheRestOfItsPlaceIsFilled() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        var row = calendar.rows.get(1);
        calendar.edit(row, "z");
        var shortened = calendar.rows.get(1).during(interval("2026-01-12T08:00:00Z", "2026-01-14T08:00:00Z"));
        calendar.rows.set(1, shortened);

        var filling = calendar.fill(weekly("a b c"), FIRST_DAY);

        assertThat(calendar.rows).contains(shortened);
        assertThat(filling.added()).hasSize(1);
        assertThat(filling.added().getFirst().interval())
                .isEqualTo(interval("2026-01-14T08:00:00Z", "2026-01-19T08:00:00Z"));
        assertThat(calendar.fill(weekly("a b c"), FIRST_DAY).isEmpty()).isTrue();
    }

    @Test
    void wholeShiftChangedByAPersonIsLeftAlone() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        calendar.edit(calendar.rows.get(5), "a");

        calendar.fill(weekly("a b c"), FIRST_DAY.plus(WEEK));

        assertThat(calendar.turns()).isEqualTo("a b c a b a b");
    }

    @Test
    void laterHandoffHourMovesTheShiftsAndTakesThemFromNobody() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        var ids = calendar.rows.stream().map(Shift::id).toList();

        var later = rotation("a b c", Recurrence.of(monday().plusHours(2), cadence("1w"), PARIS));
        calendar.fill(later, Instant.parse("2026-01-13T08:00:00Z"));

        assertThat(calendar.turns()).isEqualTo("a b c a b c a b");
        assertThat(calendar.rows.stream().map(Shift::id)).startsWith(ids.toArray(UUID[]::new));
        assertThat(calendar.rows.get(1).interval()).isEqualTo(interval("2026-01-12T08:00:00Z", "2026-01-19T10:00:00Z"));
        assertThat(calendar.rows.get(5).interval()).isEqualTo(interval("2026-02-09T10:00:00Z", "2026-02-16T10:00:00Z"));
    }

    @Test
    void lowerHorizonRemovesNothing() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        var lower = new Rotation(
                weekly("").id(),
                "weekly",
                CalendarFixture.PRIMARY,
                weekly("a b c").roster(),
                weekly("").recurrence(),
                Strategy.ROUND_ROBIN,
                WEEK);

        assertThat(calendar.fill(lower, FIRST_DAY).isEmpty()).isTrue();
    }

    @Test
    void rotationThatEndsGivesBackWhatIsToComeAndStopsTheShiftThatRuns() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        var ended = rotation(
                "a b c",
                new Recurrence(
                        monday(),
                        cadence("1w"),
                        PARIS,
                        List.of(),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 1, 14))));

        calendar.fill(ended, Instant.parse("2026-01-14T12:00:00Z"));

        assertThat(calendar.turns()).isEqualTo("a b");
        assertThat(calendar.rows.getLast().interval())
                .isEqualTo(interval("2026-01-12T08:00:00Z", "2026-01-14T12:00:00Z"));
    }

    @Test
    void emptyOccurrencesUseUpNobodysTurn() {
        var hourly = rotation("a b c", Recurrence.of(LocalDateTime.parse("2026-03-29T00:00"), cadence("1h"), PARIS));

        calendar.fill(hourly, Instant.parse("2026-03-28T23:00:00Z"));

        assertThat(calendar.turns()).startsWith("a b c a b c");
        assertThat(calendar.rows.get(2).interval()).isEqualTo(interval("2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z"));
    }

    @Test
    void dailyRotationOnWorkingDaysAdvancesByWorkingDays() {
        var window = WeeklyWindow.parse("mon-fri 09:00-17:00").orElseThrow();
        var daily = rotation(
                "a b c",
                new Recurrence(monday(), cadence("1d"), PARIS, List.of(window), Optional.empty(), Optional.empty()));

        calendar.fill(daily, FIRST_DAY);

        assertThat(calendar.turns()).startsWith("a b c a b c a b c a b c");
        assertThat(calendar.rows.get(5).interval()).isEqualTo(interval("2026-01-12T08:00:00Z", "2026-01-12T16:00:00Z"));
    }

    @Test
    void unevenPatternGoesRound() {
        calendar.fill(rotation("a b", Recurrence.of(monday(), cadence("2-2-3"), PARIS)), FIRST_DAY.plusSeconds(3600));

        assertThat(calendar.turns()).startsWith("a b a b a b");
        assertThat(calendar.rows.get(3).interval()).isEqualTo(interval("2026-01-12T08:00:00Z", "2026-01-14T08:00:00Z"));
    }

    @Test
    void timeThatIsNobodysIsNoGapAndNobodysTurn() {
        calendar.fill(rotation("a b c", Recurrence.of(monday(), cadence("5d, 2d nobody"), PARIS)), FIRST_DAY);

        assertThat(calendar.turns()).isEqualTo("a b c a b c");
        assertThat(calendar.rows.get(1).interval()).isEqualTo(interval("2026-01-12T08:00:00Z", "2026-01-17T08:00:00Z"));
    }

    @Test
    void anotherZoneOrPatternLeavesNoSeam() {
        calendar.fill(weekly("a b c"), FIRST_DAY);
        var now = Instant.parse("2026-01-14T12:00:00Z");
        for (var changed : List.of(
                Recurrence.of(monday(), cadence("1w"), ZoneId.of("Pacific/Auckland")),
                Recurrence.of(monday(), cadence("1w"), ZoneId.of("America/Los_Angeles")),
                Recurrence.of(monday().plusDays(2), cadence("4-3"), PARIS),
                Recurrence.of(monday(), cadence("1d"), PARIS))) {
            calendar.fill(rotation("a b c", changed), now);

            var joined =
                    Interval.joined(calendar.rows.stream().map(Shift::interval).toList());
            assertThat(joined).hasSize(1);
            assertThat(calendar.rows.stream()
                            .map(row -> row.interval().length())
                            .reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(joined.getFirst().length());
            now = now.plus(Duration.ofDays(3));
        }
    }

    @Test
    void partsOfOneTurnGoToOnePerson() {
        var nights = WeeklyWindow.parse("mon-fri 20:00-08:00").orElseThrow();
        var rotation = rotation(
                "a b",
                new Recurrence(
                        LocalDateTime.parse("2026-01-05T20:00"),
                        cadence("1w"),
                        PARIS,
                        List.of(nights),
                        Optional.empty(),
                        Optional.empty()));

        calendar.fill(rotation, FIRST_DAY);

        assertThat(calendar.turns()).startsWith("a a a a a b b b b b a a a a a");
    }

    @Test
    void whateverHappensNobodyStandsTwiceAtOnceAndAllIsCoveredAndASecondFillingIsEmpty() {
        var seed = 20260105L;
        var random = new Random(seed);
        for (var round = 0; round < 60; round++) {
            var wild = new CalendarFixture();
            var now = FIRST_DAY;
            for (var step = 0; step < 8; step++) {
                now = now.plusSeconds(random.nextInt(20 * 86400));
                var rotation = anyRotation(random);
                if (random.nextInt(2) == 0) beAway(wild, now, random);
                if (random.nextInt(3) == 0 && !wild.rows.isEmpty())
                    wild.edit(wild.rows.get(random.nextInt(wild.rows.size())), "z");
                var past = pastOf(wild.rows, now);
                wild.fill(rotation, now);

                assertThat(wild.fill(rotation, now).isEmpty())
                        .as("idempotent, seed %s", seed)
                        .isTrue();
                assertThat(pastOf(wild.rows, now)).as("the past, seed %s", seed).isEqualTo(past);
                assertExactlyOneShift(wild.rows, rotation, now, "seed " + seed + " round " + round);
            }
        }
    }

    private static void beAway(CalendarFixture wild, Instant now, Random random) {
        var from = now.plusSeconds(random.nextInt(40 * 86400));
        var person = List.of("a", "b", "c").get(random.nextInt(3));
        wild.elsewhere(
                OTHER_TEAM,
                Role.Absence.VACATION,
                person,
                new Interval(from, from.plusSeconds(3600 + random.nextInt(10 * 86400))));
    }

    private static Rotation anyRotation(Random random) {
        var people = List.of("a b c", "a b c d", "b c", "c d a", "a").get(random.nextInt(5));
        var every = List.of("1w", "1d", "2w", "12h", "4-3", "2-2-3", "5d, 2d nobody")
                .get(random.nextInt(7));
        var windows = List.of(
                        List.<WeeklyWindow>of(),
                        List.of(WeeklyWindow.parse("mon-fri 20:00-08:00").orElseThrow()),
                        List.of(WeeklyWindow.parse("sat-sun 00:00-24:00").orElseThrow()))
                .get(random.nextInt(3));
        var anchor = monday().minusHours(random.nextInt(50));
        var zone = random.nextInt(3) == 0 ? ZoneId.of("America/Los_Angeles") : PARIS;
        return rotation(
                people, new Recurrence(anchor, cadence(every), zone, windows, Optional.empty(), Optional.empty()));
    }

    private static List<Shift> pastOf(List<Shift> rows, Instant now) {
        return rows.stream()
                .filter(row -> row.interval().start().isBefore(now))
                .map(row -> row.during(new Interval(
                        row.interval().start(), earlier(row.interval().end(), now))))
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void assertExactlyOneShift(List<Shift> rows, Rotation rotation, Instant now, String what) {
        var hours = rotation.recurrence().between(now, now.plus(rotation.horizon())).stream()
                .flatMap(occurrence -> occurrence.parts().stream())
                .toList();
        for (var at = now; at.isBefore(now.plus(Duration.ofDays(40))); at = at.plus(Duration.ofMinutes(90))) {
            var instant = at;
            var standing = rows.stream()
                    .filter(row -> row.interval().contains(instant))
                    .toList();
            var wanted = hours.stream().anyMatch(part -> part.contains(instant));
            var byHand = standing.stream().anyMatch(row -> row.provenance() instanceof Provenance.Edited);
            assertThat(standing).as("%s at %s", what, instant).hasSize(wanted || byHand ? 1 : 0);
        }
    }

    @Test
    void nobodyIsTakenOffWhoStandsNow() {
        calendar.fill(weekly("a b"), FIRST_DAY);

        calendar.fill(weekly("b"), FIRST_DAY.plus(Duration.ofDays(1)));

        assertThat(calendar.rows.getFirst().responder()).contains(person("a"));
        assertThat(calendar.turns()).isEqualTo("a b a b b b b");
    }
}
