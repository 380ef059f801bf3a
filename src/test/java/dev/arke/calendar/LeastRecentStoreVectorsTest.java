package dev.arke.calendar;

import static dev.arke.database.generated.Tables.RESPONDER;
import static dev.arke.database.generated.Tables.ROSTER;
import static dev.arke.database.generated.Tables.ROSTER_MEMBER;
import static dev.arke.database.generated.Tables.ROTATION;
import static dev.arke.database.generated.Tables.SHIFT;
import static dev.arke.database.generated.Tables.TEAM;

import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The vectors through the stores: what a filling reads is what the rule needs, and what it writes is what it said. */
@EachDatabase
class LeastRecentStoreVectorsTest {
    private final Database database;
    private final RotationStore rotations;
    private final ShiftStore shifts;

    LeastRecentStoreVectorsTest(Database database) {
        this.database = database;
        rotations = new RotationStore(database.dsl());
        shifts = new ShiftStore(database.dsl());
    }

    @Test
    void everyVectorHolds() {
        LeastRecentCase.all().forEach(vector -> {
            try {
                check(vector);
            } catch (AssertionError failed) {
                throw new AssertionError(vector + ": " + failed.getMessage(), failed);
            }
        });
    }

    private void check(LeastRecentCase vector) {
        given(vector);
        vector.check(database.transactions().write(Durability.RELAXED, () -> {
            var read = rotations.ofTeam(LeastRecentCase.TEAM).getFirst().rotation();
            var rotation = within(read, vector.rotation().horizon());
            var known = new FillingStore(database.dsl()).of(rotation, vector.now());
            var diff = Filling.of(
                    rotation, known.own(), known.elsewhere(), known.history(), UUID::randomUUID, vector.now());
            shifts.apply(diff, vector.now());
            var left = shifts.ofTeam(LeastRecentCase.TEAM, Instant.EPOCH).stream()
                    .sorted(Comparator.comparing(shift -> shift.interval().start()))
                    .toList();
            return new LeastRecentCase.Left(left, diff);
        }));
    }

    /** Rotations keep their horizon in whole days, vectors do not. */
    private static Rotation within(Rotation other, Duration horizon) {
        return new Rotation(
                other.id(), other.name(), other.fills(), other.roster(), other.recurrence(), other.strategy(), horizon);
    }

    private void given(LeastRecentCase vector) {
        write(() -> List.of(SHIFT, ROTATION, ROSTER_MEMBER, ROSTER, RESPONDER, TEAM)
                .forEach(table -> database.dsl().deleteFrom(table).execute()));
        var rows = new CalendarRows(database);
        rows.team(LeastRecentCase.TEAM, "tov");
        rows.team(LeastRecentCase.OTHER_TEAM, "other");
        vector.people().forEach(name -> rows.person(LeastRecentCase.person(name), name));
        rows.roster(
                LeastRecentCase.ROSTER,
                LeastRecentCase.TEAM,
                "main",
                vector.people().stream().map(LeastRecentCase::person).toArray(UUID[]::new));
        vector.inactive().forEach(name -> rows.deactivate(LeastRecentCase.person(name)));
        vector.outOfRotation()
                .forEach(name -> rows.outOfRotation(LeastRecentCase.ROSTER, LeastRecentCase.person(name)));
        write(() -> {
            var rotation = within(vector.rotation(), Rotation.DEFAULT_HORIZON);
            rotations.save(List.of(new StoredRotation(rotation, LeastRecentCase.ROSTER, false)), vector.now());
            shifts.insert(vector.rows());
        });
    }

    private void write(Runnable unit) {
        database.transactions().write(Durability.RELAXED, unit);
    }
}
