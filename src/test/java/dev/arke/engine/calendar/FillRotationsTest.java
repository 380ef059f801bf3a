package dev.arke.engine.calendar;

import static dev.arke.database.generated.Tables.DELIVERY;
import static dev.arke.database.generated.Tables.ROTATION;
import static dev.arke.database.generated.Tables.SHIFT;
import static dev.arke.database.generated.Tables.TEAM_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.AbsenceCalendars;
import dev.arke.calendar.Cadence;
import dev.arke.calendar.CalendarChangeStore;
import dev.arke.calendar.CalendarRequestStore;
import dev.arke.calendar.CalendarRows;
import dev.arke.calendar.CoverageWatchStore;
import dev.arke.calendar.FillingStore;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Provenance;
import dev.arke.calendar.Recurrence;
import dev.arke.calendar.ReminderStore;
import dev.arke.calendar.Role;
import dev.arke.calendar.Rotation;
import dev.arke.calendar.RotationStore;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftStore;
import dev.arke.calendar.StoredRotation;
import dev.arke.calendar.Strategy;
import dev.arke.calendar.TeamRole;
import dev.arke.calendar.VacationCalendarStore;
import dev.arke.chat.ChannelSyncStore;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.SentMessageStore;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.incident.IncidentQueryStore;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.responder.Responder;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.PeopleStores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private final ReadDirectory.Stores directory;
    private final DeliveryStore deliveries;
    private final FillRotations fillRotations;

    FillRotationsTest(Database database) {
        this.database = database;
        rows = new CalendarRows(database);
        rotations = new RotationStore(database.dsl());
        shifts = new ShiftStore(database.dsl());
        directory = PeopleStores.of(database);
        deliveries = new DeliveryStore(database.dsl());
        fillRotations = CalendarUseCases.of(new CalendarUseCases.Needs(
                        database.transactions(),
                        rotations,
                        shifts,
                        new FillingStore(database.dsl()),
                        new CalendarChangeStore(database.dsl()),
                        new CalendarRequestStore(database.dsl()),
                        new ReminderStore(database.dsl()),
                        new CoverageWatchStore(database.dsl()),
                        new VacationCalendarStore(database.dsl()),
                        AbsenceCalendars.NONE,
                        new IncidentQueryStore(database.dsl()),
                        directory.teams(),
                        directory.version(),
                        new AuditStore(database.dsl()),
                        deliveries,
                        new SentMessageStore(database.dsl()),
                        new ChannelSyncStore(database.dsl()),
                        new ReadDirectory(directory),
                        Set.of(ContactKind.SANDBOX),
                        () -> {},
                        new Ids(clock, new Random(1)),
                        clock))
                .fill();
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

        write(() -> rotations.fillSoonIn(List.of(TEAM), clock.instant()));
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

    @Test
    void gapIsToldToTheTeamsAdminsOnceAndHealedWhenSomebodyCan() {
        var admin = new Responder(
                ALICE,
                "alice",
                "alice",
                ZoneId.of("Europe/Paris"),
                Optional.empty(),
                false,
                true,
                false,
                List.of(new ContactMethod(new UUID(4, 1), ALICE, ContactKind.SANDBOX, "alice", 0, Optional.empty())));
        write(() -> {
            directory.responders().save(List.of(admin));
            directory.version().raise();
            database.dsl()
                    .insertInto(TEAM_MEMBER)
                    .set(TEAM_MEMBER.TEAM_ID, TEAM)
                    .set(TEAM_MEMBER.RESPONDER_ID, ALICE)
                    .set(TEAM_MEMBER.ADMIN, true)
                    .execute();
            rotations.delete(List.of(BACKUP));
        });
        var away = vacations(clock.instant().plus(Duration.ofDays(20)), Duration.ofDays(7), ALICE, BOB, CHEN);

        fillRotations.fillAllDue();

        assertThat(allShifts()).filteredOn(Shift::isGap).isNotEmpty();
        assertThat(told())
                .singleElement()
                .asString()
                .startsWith("Nobody can be primary of payments from ")
                .contains(
                        "(Europe/Paris)",
                        "Rotation weekly found nobody",
                        "alice is on vacation",
                        "chen is on vacation");

        clock.advance(Duration.ofDays(1));
        fillRotations.fillAllDue();
        assertThat(told()).hasSize(1);

        write(() -> database.dsl().deleteFrom(SHIFT).where(SHIFT.ID.in(away)).execute());
        clock.advance(Duration.ofDays(1));
        fillRotations.fillAllDue();
        assertThat(allShifts()).noneMatch(Shift::isGap);
        assertThat(told()).hasSize(1);
    }

    private List<UUID> vacations(Instant from, Duration length, UUID... people) {
        var ids = Stream.generate(UUID::randomUUID).limit(people.length).toList();
        write(() -> shifts.insert(IntStream.range(0, people.length)
                .mapToObj(i -> new Shift(
                        ids.get(i),
                        TEAM,
                        Role.Absence.VACATION,
                        Optional.of(people[i]),
                        new Interval(from, from.plus(length)),
                        new Provenance.Edited(Optional.empty())))
                .toList()));
        return ids;
    }

    private List<String> told() {
        return database.transactions()
                .read(() -> database.dsl()
                        .select(DELIVERY.WORDS)
                        .from(DELIVERY)
                        .where(DELIVERY.KIND.eq("notice"))
                        .and(DELIVERY.RESPONDER_ID.eq(ALICE))
                        .fetch(DELIVERY.WORDS));
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
