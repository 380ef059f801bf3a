package dev.arke.engine.calendar;

import static dev.arke.database.generated.Tables.ROTATION;
import static dev.arke.database.generated.Tables.SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.Cadence;
import dev.arke.calendar.CalendarRows;
import dev.arke.calendar.Recurrence;
import dev.arke.calendar.Role;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.RotationStore;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftStore;
import dev.arke.calendar.StoredRotation;
import dev.arke.calendar.Strategy;
import dev.arke.calendar.TeamRole;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.engine.Ids;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachDatabase
final class FillRotationsTest {
    private static final UUID TEAM = new UUID(7, 1);
    private static final UUID ROSTER = new UUID(6, 1);
    private static final UUID ALICE = new UUID(1, 1);
    private static final UUID BOB = new UUID(1, 2);
    private static final UUID CHEN = new UUID(1, 3);
    private static final UUID WEEKLY = new UUID(8, 1);
    private static final UUID BACKUP = new UUID(8, 2);

    private final Database database;
    private final CalendarRows rows;
    private final RotationStore rotations;
    private final ShiftStore shifts;
    private final MovableInstants clock = new MovableInstants();
    private final FillRotations fillRotations;

    FillRotationsTest(Database database) {
        this.database = database;
        rows = new CalendarRows(database);
        rotations = new RotationStore(database.dsl());
        shifts = new ShiftStore(database.dsl());
        fillRotations =
                new FillRotations(database.transactions(), rotations, shifts, new Ids(clock, new Random(1)), clock);
    }

    @BeforeEach
    void aTeamWithTwoRotationsOfOneRoster() {
        rows.team(TEAM, "payments");
        rows.person(ALICE, "alice");
        rows.person(BOB, "bob");
        rows.person(CHEN, "chen");
        rows.roster(ROSTER, TEAM, "main", ALICE, BOB, CHEN);
        write(() -> rotations.save(
                List.of(weekly(WEEKLY, "weekly", Role.Duty.PRIMARY), weekly(BACKUP, "backup", Role.Duty.SECONDARY)),
                clock.instant()));
    }

    @Test
    void fillsWhatIsDueAndThenNothingForADay() {
        assertThat(fillRotations.fillAllDue()).isEqualTo(2);
        var planned = allShifts();
        assertThat(planned).hasSize(18);

        clock.advance(Duration.ofHours(23));
        assertThat(fillRotations.fillAllDue()).isZero();

        clock.advance(Duration.ofHours(1));
        assertThat(fillRotations.fillAllDue()).isEqualTo(2);
        assertThat(allShifts()).containsAll(planned);
    }

    @Test
    void nobodyIsPrimaryAndSecondaryAtOnce() {
        fillRotations.fillAllDue();

        for (var at = clock.instant();
                at.isBefore(clock.instant().plus(Duration.ofDays(56)));
                at = at.plus(Duration.ofHours(6))) {
            var instant = at;
            var onCall = database.transactions()
                    .read(() -> shifts.onCallAt(
                            List.of(new TeamRole(TEAM, Role.Duty.PRIMARY), new TeamRole(TEAM, Role.Duty.SECONDARY)),
                            instant));
            assertThat(onCall.values().stream().flatMap(List::stream))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void peopleWhoChangedAreSeenAtOnce() {
        fillRotations.fillAllDue();
        rows.deactivate(BOB);

        write(() -> rotations.fillAllSoon(clock.instant()));
        assertThat(fillRotations.fillAllDue()).isEqualTo(2);

        var later = clock.instant().plus(Duration.ofDays(21));
        assertThat(allShifts().stream().filter(shift -> shift.interval().start().isAfter(later)))
                .isNotEmpty()
                .noneMatch(shift -> shift.responder().equals(Optional.of(BOB)));
    }

    @Test
    void oneThatFailsKeepsNoneOfTheOthersAndIsTriedAgain() {
        strategyOf(WEEKLY, "by horoscope");

        assertThat(fillRotations.fillAllDue()).isEqualTo(1);
        assertThat(allShifts()).isNotEmpty().allMatch(shift -> shift.role().equals(Role.Duty.SECONDARY));

        strategyOf(WEEKLY, "round-robin");
        assertThat(fillRotations.fillAllDue()).isZero();
        clock.advance(Duration.ofMinutes(5));
        assertThat(fillRotations.fillAllDue()).isEqualTo(1);
    }

    @Test
    void twoNodesFillEachRotationOnce() throws Exception {
        Callable<Integer> node = fillRotations::fillAllDue;
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var first = nodes.submit(node);
            var second = nodes.submit(node);

            assertThat(first.get() + second.get()).isEqualTo(2);
        }

        assertThat(allShifts()).hasSize(18);
    }

    private static StoredRotation weekly(UUID id, String name, Role.Duty duty) {
        var recurrence = Recurrence.of(
                LocalDateTime.parse("2026-01-05T09:00"), Cadence.parse("1w").orElseThrow(), ZoneId.of("Europe/Paris"));
        var rotation = new Rotation(
                id,
                name,
                new TeamRole(TEAM, duty),
                List.of(),
                recurrence,
                Strategy.ROUND_ROBIN,
                Rotation.DEFAULT_HORIZON);
        return new StoredRotation(rotation, ROSTER, true);
    }

    private void strategyOf(UUID rotation, String strategy) {
        write(() -> database.dsl()
                .update(ROTATION)
                .set(ROTATION.STRATEGY, strategy)
                .where(ROTATION.ID.eq(rotation))
                .execute());
    }

    private List<Shift> allShifts() {
        return database.transactions().read(() -> {
            assertThat(database.dsl().fetchCount(SHIFT))
                    .isEqualTo(shifts.ofTeam(TEAM, Instant.EPOCH).size());
            return shifts.ofTeam(TEAM, Instant.EPOCH);
        });
    }

    private void write(Runnable unit) {
        database.transactions().write(Durability.RELAXED, unit);
    }
}
