package dev.arke.calendar;

import static dev.arke.database.generated.Tables.CALENDAR_CHANGE;

import dev.arke.database.Json;
import dev.arke.database.Sought;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Who changed which calendar, and how, so that it can be told and undone. */
public final class CalendarChangeStore {
    private record Move(ShiftRow before, ShiftRow after) {}

    private record Diff(List<ShiftRow> added, List<Move> moved, List<ShiftRow> removed) {}

    private final DSLContext dsl;

    public CalendarChangeStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public void insert(CalendarChange change) {
        var c = CALENDAR_CHANGE;
        dsl.insertInto(c)
                .set(c.ID, change.id())
                .set(c.TEAM_ID, change.teamId())
                .set(c.ACTOR, change.actor())
                .set(c.MADE_AT, change.madeAt())
                .set(c.DIFF, Json.write(rows(change.diff())))
                .execute();
    }

    public void undone(UUID id, Instant now) {
        dsl.update(CALENDAR_CHANGE)
                .set(CALENDAR_CHANGE.UNDONE_AT, now)
                .where(CALENDAR_CHANGE.ID.eq(id))
                .execute();
    }

    /** The last change of an actor, on whichever team. */
    public Optional<CalendarChange> lastOf(String actor) {
        var c = CALENDAR_CHANGE;
        return dsl.selectFrom(c)
                .where(c.ACTOR.eq(actor))
                .orderBy(c.ACTOR.desc(), c.ID.desc())
                .limit(1)
                .fetchOptional(CalendarChangeStore::change);
    }

    /** The last change of a team's calendar that had to do with a shift. */
    public Optional<CalendarChange> lastOf(UUID teamId, UUID shiftId) {
        var c = CALENDAR_CHANGE;
        return dsl.selectFrom(c)
                .where(c.TEAM_ID.eq(teamId))
                .and(c.DIFF.contains(shiftId.toString()))
                .orderBy(c.ID.desc())
                .limit(1)
                .fetchOptional(CalendarChangeStore::change);
    }

    public Map<UUID, CalendarChange> byId(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        var c = CALENDAR_CHANGE;
        return dsl.selectFrom(c)
                .where(Sought.isOneOf(c.ID, ids))
                .fetchMap(row -> row.get(c.ID), CalendarChangeStore::change);
    }

    private static Diff rows(ShiftDiff diff) {
        return new Diff(
                diff.added().stream().map(ShiftRow::of).toList(),
                diff.moved().stream()
                        .map(move -> new Move(ShiftRow.of(move.before()), ShiftRow.of(move.after())))
                        .toList(),
                diff.removed().stream().map(ShiftRow::of).toList());
    }

    private static CalendarChange change(Record row) {
        var c = CALENDAR_CHANGE;
        var diff = Json.read(row.get(c.DIFF), Diff.class);
        return new CalendarChange(
                row.get(c.ID),
                row.get(c.TEAM_ID),
                row.get(c.ACTOR),
                row.get(c.MADE_AT),
                new ShiftDiff(
                        diff.added().stream().map(ShiftRow::shift).toList(),
                        diff.moved().stream()
                                .map(move -> new ShiftDiff.Move(
                                        move.before().shift(), move.after().shift()))
                                .toList(),
                        diff.removed().stream().map(ShiftRow::shift).toList()),
                Optional.ofNullable(row.get(c.UNDONE_AT)));
    }
}
