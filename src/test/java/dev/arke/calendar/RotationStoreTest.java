package dev.arke.calendar;

import static dev.arke.calendar.CalendarFixture.TEAM;
import static dev.arke.calendar.CalendarFixture.cadence;
import static dev.arke.calendar.CalendarFixture.person;
import static dev.arke.calendar.CalendarFixture.rotation;
import static dev.arke.calendar.CalendarFixture.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.testkit.EachDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachDatabase
class RotationStoreTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final UUID ROSTER = new UUID(6, 1);

    private final Database database;
    private final RotationStore rotations;
    private final CalendarRows rows;

    RotationStoreTest(Database database) {
        this.database = database;
        this.rotations = new RotationStore(database.dsl());
        this.rows = new CalendarRows(database);
    }

    @BeforeEach
    void aTeamWithARoster() {
        rows.team(TEAM, "payments");
        for (var name : List.of("a", "b", "c")) rows.person(person(name), name);
        rows.roster(ROSTER, TEAM, "main", person("b"), person("a"), person("c"));
    }

    @Test
    void rotationIsReadAsItWasWrittenWithTheRosterInItsOrder() {
        // a time that the clock of the test JVM's zone never shows
        var recurrence = new Recurrence(
                LocalDateTime.parse("2026-09-27T03:00"),
                cadence("2w, 1w, 1w nobody"),
                ZoneId.of("Australia/Lord_Howe"),
                List.of(
                        WeeklyWindow.parse("mon-fri 20:00-08:00").orElseThrow(),
                        WeeklyWindow.parse("fri 18:00-mon 09:00").orElseThrow()),
                Optional.of(LocalDate.of(2026, 1, 1)),
                Optional.of(LocalDate.of(2027, 1, 1)));
        var plain = rotation("b a c", recurrence);
        var stored = new StoredRotation(
                new Rotation(
                        plain.id(),
                        plain.name(),
                        plain.fills(),
                        plain.roster(),
                        plain.recurrence(),
                        plain.strategy(),
                        plain.horizon(),
                        Optional.of(new Helping(Role.Duty.SECONDARY, Set.of(person("a"), person("c")))),
                        true),
                ROSTER,
                true);

        save(stored);

        assertThat(read(rotations::load)).containsExactly(stored);
        assertThat(read(() -> rotations.ofTeam(TEAM))).containsExactly(stored);
        assertThat(read(() -> rotations.ofTeam(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void savingAgainChangesTheRowAndMakesItDue() {
        save(new StoredRotation(weekly(""), ROSTER, true));
        write(() -> rotations.fillAgainAt(weekly("").id(), NOW.plusSeconds(60)));
        assertThat(read(() -> rotations.due(NOW))).isEmpty();

        save(new StoredRotation(weekly(""), ROSTER, false));

        assertThat(read(rotations::load)).containsExactly(new StoredRotation(weekly("b a c"), ROSTER, false));
        assertThat(read(() -> rotations.due(NOW))).containsExactly(due());
    }

    @Test
    void whoIsDeactivatedOrOutOfRotationTakesNoTurns() {
        save(new StoredRotation(weekly(""), ROSTER, true));
        rows.deactivate(person("b"));
        rows.outOfRotation(ROSTER, person("c"));

        assertThat(read(rotations::load).getFirst().rotation().roster()).containsExactly(person("a"));
    }

    @Test
    void isClaimedOnlyWhileItIsDue() {
        save(new StoredRotation(weekly(""), ROSTER, true));

        assertThat(read(() -> rotations.claim(List.of(due()), NOW.minusSeconds(1))))
                .isEmpty();
        assertThat(read(() -> rotations.claim(List.of(due()), NOW))).containsExactly(weekly("b a c"));
    }

    private static RotationStore.DueRotation due() {
        return new RotationStore.DueRotation(weekly("").id(), weekly("").fills().teamId());
    }

    @Test
    void allBecomeDueWhenPeopleChange() {
        save(new StoredRotation(weekly(""), ROSTER, true));
        write(() -> rotations.fillAgainAt(weekly("").id(), NOW.plusSeconds(60)));

        write(() -> rotations.fillSoonIn(List.of(TEAM), NOW));

        assertThat(read(() -> rotations.due(NOW))).hasSize(1);
    }

    private void save(StoredRotation stored) {
        write(() -> rotations.save(List.of(stored), NOW));
    }

    private void write(Runnable unit) {
        database.transactions().write(Durability.RELAXED, unit);
    }

    private <T> T read(Supplier<T> unit) {
        return database.transactions().read(unit);
    }
}
