package dev.arke.calendar;

import static dev.arke.calendar.CalendarFixture.PRIMARY;
import static dev.arke.calendar.CalendarFixture.TEAM;
import static dev.arke.calendar.CalendarFixture.cadence;
import static dev.arke.calendar.CalendarFixture.monday;
import static dev.arke.calendar.CalendarFixture.person;
import static dev.arke.calendar.CalendarFixture.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second person is on call only while a trainee, b, is primary: weeks of a, b and c, and helpers s and t. */
@EachDatabase
final class HelpingRotationTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final UUID ROSTER = new UUID(6, 1);
    private static final UUID HELPERS = new UUID(6, 2);
    private static final Rotation HELPING = new Rotation(
            new UUID(8, 2),
            "buddies",
            new TeamRole(TEAM, Role.Duty.SHADOW),
            List.of(person("s"), person("t"), person("b")),
            Recurrence.of(monday(), cadence("1w"), ZoneId.of("Europe/Paris")),
            Strategy.ROUND_ROBIN,
            Duration.ofDays(42),
            Optional.of(new Helping(Role.Duty.PRIMARY, Set.of(person("b")))),
            false);

    private final Database database;
    private final ShiftStore shifts;
    private final RotationStore rotations;

    HelpingRotationTest(Database database) {
        this.database = database;
        shifts = new ShiftStore(database.dsl());
        rotations = new RotationStore(database.dsl());
    }

    @BeforeEach
    void aTeamInTraining() {
        var rows = new CalendarRows(database);
        rows.team(TEAM, "payments");
        for (var name : List.of("a", "b", "c", "s", "t")) rows.person(person(name), name);
        rows.roster(ROSTER, TEAM, "main", person("a"), person("b"), person("c"));
        rows.roster(HELPERS, TEAM, "helpers", person("s"), person("t"), person("b"));
        write(() -> rotations.save(
                List.of(new StoredRotation(weekly("a b c"), ROSTER, true), new StoredRotation(HELPING, HELPERS, true)),
                NOW));
        fill(weekly("a b c"));
    }

    @Test
    void isFilledOnlyWhileTheOneItHelpsHasTheDuty() {
        fill(HELPING);

        assertThat(helpers()).extracting(Shift::interval).isEqualTo(ofTrainee()).hasSize(2);
        assertThat(helpers())
                .extracting(shift -> shift.responder().orElseThrow())
                .containsExactlyInAnyOrder(person("s"), person("t"));
        assertThat(fill(HELPING).isEmpty()).isTrue();
    }

    @Test
    void followsWhatChangesAboutThatDuty() {
        fill(HELPING);
        var week = ofTrainee().getFirst();
        var day = new Interval(week.start(), week.start().plus(Duration.ofDays(1)));
        var wanted = new Covering.Wanted(
                person("c"), Optional.of(person("b")), Optional.of(Role.Duty.PRIMARY), day.start(), day.end());
        write(() -> {
            var covering = (Covering.Result.Done)
                    Covering.of(shifts.ofTeam(TEAM, day), wanted, UUID.randomUUID(), UUID::randomUUID, NOW);
            shifts.apply(covering.diff(), NOW);
        });

        fill(HELPING);

        assertThat(helpers()).extracting(Shift::interval).isEqualTo(ofTrainee());
        assertThat(helpers().getFirst().interval()).isEqualTo(new Interval(day.end(), week.end()));
    }

    @Test
    void isDueWhenTheCalendarOfItsTeamChanges() {
        write(() -> {
            rotations.fillAgainAt(HELPING.id(), NOW.plusSeconds(60));
            rotations.fillAgainAt(weekly("").id(), NOW.plusSeconds(60));
        });

        write(() -> rotations.fillHelpersSoon(List.of(TEAM), NOW));

        assertThat(database.transactions().read(() -> rotations.due(NOW)))
                .containsExactly(new RotationStore.DueRotation(HELPING.id(), TEAM));
    }

    private List<Shift> helpers() {
        return database.transactions().read(() -> shifts.ofTeam(TEAM, NOW)).stream()
                .filter(shift -> shift.role().equals(Role.Duty.SHADOW))
                .toList();
    }

    private List<Interval> ofTrainee() {
        return database.transactions().read(() -> shifts.ofTeam(TEAM, NOW)).stream()
                .filter(shift -> shift.role().equals(PRIMARY.duty()) && shift.isOf(person("b")))
                .map(Shift::interval)
                .toList();
    }

    private ShiftDiff fill(Rotation rotation) {
        return database.transactions().write(Durability.RELAXED, () -> {
            var known = new FillingStore(database.dsl()).of(rotation, NOW);
            var diff = Filling.of(
                    rotation, known.own(), known.elsewhere(), known.helped(), known.history(), UUID::randomUUID, NOW);
            shifts.apply(diff, NOW);
            return diff;
        });
    }

    private void write(Runnable unit) {
        database.transactions().write(Durability.RELAXED, unit);
    }
}
