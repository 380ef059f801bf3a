package dev.arke.dialogue;

import static dev.arke.database.generated.Tables.RESPONDER;
import static dev.arke.database.generated.Tables.ROTATION;
import static dev.arke.database.generated.Tables.SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.FillingStore;
import dev.arke.calendar.Shift;
import dev.arke.calendar.ShiftStore;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rotations that stand as they should are passed over, and whatever changes is seen all the same. */
@EachDatabase
final class SettledCalendarTest {
    private static final int STEPS = 60;

    private final Office office;
    private final Database database;
    private final Random random = new Random(20261128);

    SettledCalendarTest(Database database) {
        this.database = database;
        office = new Office(database);
    }

    @BeforeEach
    void rotations() {
        office.fill();
        office.clear();
        office.weekly("round-robin");
        office.says(
                "alice",
                "rotation add nights role night roster main every 1d starting 2026-01-12T20:00 during mon-fri"
                        + " 20:00-08:00 strategy fair");
        pass();
        pass();
    }

    @Test
    void whatStandsAsItShouldIsPassedOverUntilTheNextTurnComesWithinTheHorizon() {
        assertThat(passedOver()).hasSize(2);

        office.clock.advance(Duration.ofDays(1));
        assertThat(passedOver()).as("the nights have a turn more").hasSize(1);
        office.clock.advance(Duration.ofDays(6));
        assertThat(passedOver()).isEmpty();
    }

    @Test
    void eachChangeIsSeen() {
        for (var change : List.<Runnable>of(
                () -> office.says("alice", "vacation 2026-01-21 to 2026-01-22 @bob"),
                () -> office.says("alice", "roster out @chen"),
                () -> office.says("alice", "rotation edit weekly horizon 6w"),
                this::deleteAShift,
                () -> setActive(office.bob.id(), false))) {
            pass();
            pass();
            pass();
            assertThat(passedOver()).isNotEmpty();
            change.run();
            var before = passedOver();
            assertThat(before).as("after " + change).doesNotContain(id("weekly"));
        }
    }

    @Test
    void aHandAtTheDatabaseIsSeen() {
        office.says("alice", "vacation 2026-03-21 to 2026-03-22 @bob");
        pass();
        pass();
        var weekly = id("weekly");
        var own = shift(SHIFT.ROTATION_ID.eq(weekly));
        var vacation = shift(SHIFT.ROLE.eq("vacation"));

        for (var time : List.of(SHIFT.STARTS_AT, SHIFT.ENDS_AT))
            for (var shift : List.of(own, vacation))
                isSeen(weekly, shift, time, shift.get(time).plus(Duration.ofHours(1)));
        for (var who : List.of(office.alice.id(), office.chen.id()))
            if (!who.equals(own.get(SHIFT.RESPONDER_ID))) isSeen(weekly, own, SHIFT.RESPONDER_ID, who);
    }

    private <T> void isSeen(UUID rotation, Record shift, Field<T> field, T value) {
        assertThat(passedOver()).contains(rotation);
        set(shift, field, value);
        assertThat(passedOver()).as("after " + field).doesNotContain(rotation);
        set(shift, field, shift.get(field));
    }

    private <T> void set(Record shift, Field<T> field, T value) {
        write(() -> database.dsl()
                .update(SHIFT)
                .set(field, value)
                .where(SHIFT.ID.eq(shift.get(SHIFT.ID)))
                .execute());
    }

    private Record shift(Condition sought) {
        return database.transactions()
                .read(() -> database.dsl()
                        .selectFrom(SHIFT)
                        .where(sought)
                        .orderBy(SHIFT.ENDS_AT.desc())
                        .limit(1)
                        .fetchSingle());
    }

    @Test
    void whateverHappensAPassThatPassesOverFindsAllThatAnotherFinds() {
        int passedOver = 0;
        for (int step = 0; step < STEPS; step++) {
            var what = somethingHappens();
            pass();
            pass();
            pass();
            passedOver += passedOver().size();
            var before = shifts();
            forgetMarks();
            pass();
            assertThat(shifts()).as("step " + step + ": " + what).isEqualTo(before);
            pass();
        }
        assertThat(passedOver).as("otherwise nothing is tried here").isGreaterThan(STEPS / 2);
    }

    private String somethingHappens() {
        var day = LocalDate.ofInstant(office.clock.instant(), ZoneOffset.UTC).plusDays(random.nextInt(50));
        var who = List.of("@alice", "@bob", "@chen").get(random.nextInt(3));
        return switch (random.nextInt(9)) {
            case 0 -> typed("vacation " + day + " to " + day.plusDays(random.nextInt(12)) + " " + who);
            case 1 -> typed("vacation cancel " + day + " " + who);
            case 2 -> typed("roster out " + who);
            case 3 -> typed("roster in " + who + " main of payments");
            case 4 -> typed("override " + who + " from " + day + "T06:00Z to " + day + "T18:00Z shadow");
            case 5 -> typed("rotation edit weekly every " + (random.nextBoolean() ? "1w" : "4d, 3d"));
            case 6 -> {
                deleteAShift();
                yield "a shift is gone";
            }
            case 7 -> {
                setActive(office.chen.id(), random.nextBoolean());
                yield "chen leaves or comes";
            }
            default -> {
                var later = Duration.ofHours(1 + random.nextInt(130));
                office.clock.advance(later);
                yield later + " later";
            }
        };
    }

    private String typed(String line) {
        return line + ": " + office.says("alice", line);
    }

    /** By a hand at the database, which leaves no trace elsewhere. */
    private void deleteAShift() {
        var planned = shifts().values().stream()
                .filter(shift -> shift.interval().start().isAfter(office.clock.instant()))
                .filter(shift -> shift.provenance().place().isPresent())
                .map(Shift::id)
                .sorted()
                .toList();
        write(() -> database.dsl()
                .deleteFrom(SHIFT)
                .where(SHIFT.ID.eq(planned.get(random.nextInt(planned.size()))))
                .execute());
    }

    private void setActive(UUID who, boolean active) {
        write(() -> database.dsl()
                .update(RESPONDER)
                .set(RESPONDER.ACTIVE, active)
                .where(RESPONDER.ID.eq(who))
                .execute());
    }

    private void forgetMarks() {
        write(() ->
                database.dsl().update(ROTATION).setNull(ROTATION.SETTLED_UNTIL).execute());
    }

    private void pass() {
        allAreDue();
        office.calendar.fill().fillAllDue();
    }

    private void allAreDue() {
        write(() -> database.dsl()
                .update(ROTATION)
                .set(ROTATION.FILL_DUE_AT, office.clock.instant())
                .execute());
    }

    private List<UUID> passedOver() {
        allAreDue();
        var now = office.clock.instant();
        var all = database.transactions()
                .read(() -> database.dsl().select(ROTATION.ID).from(ROTATION).fetch(ROTATION.ID));
        return database.transactions()
                .write(
                        Durability.RELAXED,
                        () -> List.copyOf(
                                new FillingStore(database.dsl()).settled().putOff(all, now.plusSeconds(1), now)));
    }

    private UUID id(String rotation) {
        return database.transactions()
                .read(() -> database.dsl()
                        .select(ROTATION.ID)
                        .from(ROTATION)
                        .where(ROTATION.NAME.eq(rotation))
                        .fetchSingle(ROTATION.ID));
    }

    private Map<UUID, Shift> shifts() {
        return database.transactions().read(() -> {
            var ids = database.dsl().select(SHIFT.ID).from(SHIFT).fetch(SHIFT.ID);
            return new ShiftStore(database.dsl()).byId(ids);
        });
    }

    private void write(Runnable unit) {
        database.transactions().write(Durability.RELAXED, unit);
    }
}
