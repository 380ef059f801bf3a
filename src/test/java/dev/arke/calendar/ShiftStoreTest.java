package dev.arke.calendar;

import static dev.arke.calendar.CalendarFixture.OTHER_TEAM;
import static dev.arke.calendar.CalendarFixture.PRIMARY;
import static dev.arke.calendar.CalendarFixture.TEAM;
import static dev.arke.calendar.CalendarFixture.interval;
import static dev.arke.calendar.CalendarFixture.person;
import static dev.arke.calendar.CalendarFixture.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.testkit.EachDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachDatabase
class ShiftStoreTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Interval FIRST_WEEK = interval("2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z");
    private static final Interval SECOND_WEEK = interval("2026-01-12T08:00:00Z", "2026-01-19T08:00:00Z");
    private static final UUID ROSTER = new UUID(6, 1);

    private final Database database;
    private final ShiftStore shifts;

    ShiftStoreTest(Database database) {
        this.database = database;
        this.shifts = new ShiftStore(database.dsl());
    }

    @BeforeEach
    void teamsAndPeople() {
        var rows = new CalendarRows(database);
        rows.team(TEAM, "payments");
        rows.team(OTHER_TEAM, "search");
        for (var name : List.of("a", "b", "c")) rows.person(person(name), name);
        rows.roster(ROSTER, TEAM, "main", person("a"), person("b"), person("c"));
        write(() -> new RotationStore(database.dsl())
                .save(List.of(new StoredRotation(weekly("a b c"), ROSTER, true)), MONDAY));
    }

    @Test
    void whoIsOnCallIsReadForManyRolesAtOnce() {
        var secondary = new TeamRole(OTHER_TEAM, Role.Duty.SECONDARY);
        var empty = new TeamRole(OTHER_TEAM, Role.Duty.PRIMARY);
        insert(
                shift(PRIMARY, "a", FIRST_WEEK),
                shift(PRIMARY, "b", FIRST_WEEK),
                shift(PRIMARY, "c", SECOND_WEEK),
                shift(secondary, "c", FIRST_WEEK));

        var roles = Set.of(PRIMARY, secondary, empty, new TeamRole(UUID.randomUUID(), Role.Duty.PRIMARY));

        assertThat(onCall(roles, MONDAY))
                .isEqualTo(Map.of(PRIMARY, List.of(person("a"), person("b")), secondary, List.of(person("c"))));
        assertThat(onCall(List.of(), MONDAY)).isEmpty();
    }

    @Test
    void atTheSecondOfTheHandoffExactlyOneIsOnCall() {
        insert(shift(PRIMARY, "a", FIRST_WEEK), shift(PRIMARY, "b", SECOND_WEEK));

        assertThat(onCall(Set.of(PRIMARY), FIRST_WEEK.end().minusNanos(1000)).get(PRIMARY))
                .containsExactly(person("a"));
        assertThat(onCall(Set.of(PRIMARY), FIRST_WEEK.end()).get(PRIMARY)).containsExactly(person("b"));
        assertThat(onCall(Set.of(PRIMARY), SECOND_WEEK.end())).isEmpty();
    }

    @Test
    void gapPutsNobodyOnCallAndAShiftTwiceOverNobodyTwice() {
        insert(
                new Shift(UUID.randomUUID(), TEAM, Role.Duty.PRIMARY, Optional.empty(), FIRST_WEEK, byHand()),
                shift(PRIMARY, "a", SECOND_WEEK),
                shift(PRIMARY, "a", SECOND_WEEK));

        assertThat(onCall(Set.of(PRIMARY), FIRST_WEEK.start())).isEmpty();
        assertThat(onCall(Set.of(PRIMARY), SECOND_WEEK.start()).get(PRIMARY)).containsExactly(person("a"));
    }

    @Test
    void aThousandRolesAreOneQuestion() {
        insert(shift(PRIMARY, "a", FIRST_WEEK));
        var roles = new ArrayList<TeamRole>();
        for (var i = 0; i < 1000; i++) roles.add(new TeamRole(new UUID(70, i), Role.Duty.PRIMARY));
        roles.add(PRIMARY);

        assertThat(onCall(roles, MONDAY)).containsOnlyKeys(PRIMARY);
    }

    @Test
    void shiftsAreReadAsTheyWereWritten() {
        var rotation = weekly("a b c");
        var planned = new Shift(
                UUID.randomUUID(),
                TEAM,
                Role.Duty.PRIMARY,
                Optional.of(person("a")),
                FIRST_WEEK,
                new Provenance.Planned(rotation.id(), 17, 3));
        var edited = new Shift(
                UUID.randomUUID(),
                TEAM,
                Role.Duty.PRIMARY,
                Optional.empty(),
                SECOND_WEEK,
                new Provenance.Edited(Optional.of(new Provenance.Planned(rotation.id(), 18, 0))));
        var absence = new Shift(
                UUID.randomUUID(), TEAM, Role.Absence.VACATION, Optional.of(person("b")), SECOND_WEEK, byHand());
        insert(planned, edited, absence);

        assertThat(read(() -> shifts.ofTeam(TEAM, MONDAY))).containsExactly(planned, edited, absence);
        assertThat(read(() -> shifts.ofTeam(TEAM, FIRST_WEEK.end()))).containsExactly(edited, absence);
    }

    @Test
    void fillingIsCarriedOutAndFillingAgainIsEmpty() {
        var rotation = weekly("a b c");
        var first = fill(rotation, MONDAY.plusSeconds(1));
        assertThat(first.added()).hasSize(7);

        var leaver = fill(weekly("a c"), MONDAY.plusSeconds(2));
        assertThat(leaver.moved()).isNotEmpty();

        assertThat(fill(weekly("a c"), MONDAY.plusSeconds(3)).isEmpty()).isTrue();
        assertThat(read(() -> shifts.ofTeam(TEAM, MONDAY))).hasSize(7);
    }

    @Test
    void fillingSeesOtherDutiesOfTheTeamAndAbsencesOnAnyAndNothingElse() {
        var elsewhere = List.of(
                shift(new TeamRole(TEAM, Role.Duty.SECONDARY), "a", FIRST_WEEK),
                new Shift(
                        UUID.randomUUID(),
                        OTHER_TEAM,
                        Role.Absence.UNAVAILABLE,
                        Optional.of(person("b")),
                        FIRST_WEEK,
                        byHand()));
        insert(elsewhere.toArray(Shift[]::new));
        insert(shift(PRIMARY, "a", FIRST_WEEK), shift(new TeamRole(OTHER_TEAM, Role.Duty.SECONDARY), "c", FIRST_WEEK));

        assertThat(read(() -> new FillingStore(database.dsl())
                        .of(weekly("a b c"), MONDAY)
                        .elsewhere()))
                .containsExactlyElementsOf(elsewhere);
        assertThat(read(() ->
                        new FillingStore(database.dsl()).of(weekly(""), MONDAY).elsewhere()))
                .isEmpty();
    }

    @Test
    void deletedRotationLetsGoOfWhatIsToComeAndKeepsThePastAndManualWork() {
        var rotation = weekly("a b c");
        fill(rotation, MONDAY);
        var byHand = shift(PRIMARY, "c", SECOND_WEEK);
        insert(byHand);
        var wednesday = Instant.parse("2026-01-14T12:00:00Z");

        write(() -> {
            shifts.release(List.of(rotation.id()), wednesday);
            new RotationStore(database.dsl()).delete(List.of(rotation.id()));
        });

        var left = read(() -> shifts.ofTeam(TEAM, Instant.EPOCH));
        assertThat(left).contains(byHand).hasSize(3);
        assertThat(left.stream().map(shift -> shift.interval().end()).min(Instant::compareTo))
                .contains(FIRST_WEEK.end());
        assertThat(left.stream().map(Shift::interval)).contains(new Interval(SECOND_WEEK.start(), wednesday));
    }

    private ShiftDiff fill(Rotation rotation, Instant now) {
        return database.transactions().write(Durability.RELAXED, () -> {
            var known = new FillingStore(database.dsl()).of(rotation, now);
            var filling = Filling.of(rotation, known.own(), known.elsewhere(), known.history(), UUID::randomUUID, now);
            shifts.apply(filling, now);
            return filling;
        });
    }

    private static Shift shift(TeamRole role, String person, Interval interval) {
        return new Shift(
                UUID.randomUUID(), role.teamId(), role.duty(), Optional.of(person(person)), interval, byHand());
    }

    private static Provenance byHand() {
        return new Provenance.Edited(Optional.empty());
    }

    private void insert(Shift... added) {
        write(() -> shifts.insert(List.of(added)));
    }

    private Map<TeamRole, List<UUID>> onCall(Collection<TeamRole> roles, Instant at) {
        return read(() -> shifts.onCallAt(roles, at));
    }

    private void write(Runnable unit) {
        database.transactions().write(Durability.RELAXED, unit);
    }

    private <T> T read(Supplier<T> unit) {
        return database.transactions().read(unit);
    }
}
