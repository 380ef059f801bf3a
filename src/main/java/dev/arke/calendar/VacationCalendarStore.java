package dev.arke.calendar;

import static dev.arke.database.generated.Tables.IMPORTED_VACATION;
import static dev.arke.database.generated.Tables.VACATION_CALENDAR;

import dev.arke.calendar.AbsenceImport.Known;
import dev.arke.database.Upsert;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Whose vacations are kept in which calendar elsewhere, and what was taken over from it. */
public final class VacationCalendarStore {
    private final DSLContext dsl;

    /** Where what is taken over comes from. */
    public enum Origin {
        ADDRESS,
        FILE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * {@code address} is a secret; {@code failures}: how often in a row it could not be read; {@code fileOwned}: the team file has
     * it followed; {@code ends}: and no longer.
     */
    public record Followed(
            UUID responderId,
            String address,
            UUID madeBy,
            Instant dueAt,
            Optional<Instant> readAt,
            int failures,
            boolean fileOwned,
            boolean ends) {}

    public VacationCalendarStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** In the place of another that is followed for the same person. */
    public void follow(UUID responderId, String address, UUID madeBy, Instant now) {
        follow(responderId, address, madeBy, false, now);
    }

    /** The same, as the team file says. */
    public void followByFile(UUID responderId, String address, Instant now) {
        follow(responderId, address, responderId, true, now);
    }

    private void follow(UUID responderId, String address, UUID madeBy, boolean fileOwned, Instant now) {
        unfollow(responderId);
        dsl.insertInto(VACATION_CALENDAR)
                .set(VACATION_CALENDAR.RESPONDER_ID, responderId)
                .set(VACATION_CALENDAR.ADDRESS, address)
                .set(VACATION_CALENDAR.MADE_BY, madeBy)
                .set(VACATION_CALENDAR.DUE_AT, now)
                .set(VACATION_CALENDAR.FAILURES, 0)
                .set(VACATION_CALENDAR.FILE_OWNED, fileOwned)
                .execute();
    }

    /** What the team file has followed, by person. */
    public Map<UUID, String> ofFile() {
        return dsl.selectFrom(VACATION_CALENDAR)
                .where(VACATION_CALENDAR.FILE_OWNED.isTrue())
                .and(VACATION_CALENDAR.ENDS.isFalse())
                .fetchMap(VACATION_CALENDAR.RESPONDER_ID, VACATION_CALENDAR.ADDRESS);
    }

    /** Has it followed no longer, soon: what was to come from it goes with it. */
    public void end(UUID responderId, Instant now) {
        dsl.update(VACATION_CALENDAR)
                .set(VACATION_CALENDAR.ENDS, true)
                .set(VACATION_CALENDAR.DUE_AT, now)
                .where(VACATION_CALENDAR.RESPONDER_ID.eq(responderId))
                .execute();
    }

    /** Whether there was one. */
    public boolean unfollow(UUID responderId) {
        return dsl.deleteFrom(VACATION_CALENDAR)
                        .where(VACATION_CALENDAR.RESPONDER_ID.eq(responderId))
                        .execute()
                > 0;
    }

    public Optional<Followed> of(UUID responderId) {
        return dsl.selectFrom(VACATION_CALENDAR)
                .where(VACATION_CALENDAR.RESPONDER_ID.eq(responderId))
                .fetchOptional(VacationCalendarStore::followed);
    }

    /** The most overdue first. */
    public List<Followed> due(Instant now, int limit) {
        return dsl.selectFrom(VACATION_CALENDAR)
                .where(VACATION_CALENDAR.DUE_AT.le(now))
                .orderBy(VACATION_CALENDAR.DUE_AT)
                .limit(limit)
                .fetch(VacationCalendarStore::followed);
    }

    private static Followed followed(Record row) {
        return new Followed(
                row.get(VACATION_CALENDAR.RESPONDER_ID),
                row.get(VACATION_CALENDAR.ADDRESS),
                row.get(VACATION_CALENDAR.MADE_BY),
                row.get(VACATION_CALENDAR.DUE_AT),
                Optional.ofNullable(row.get(VACATION_CALENDAR.READ_AT)),
                row.get(VACATION_CALENDAR.FAILURES),
                row.get(VACATION_CALENDAR.FILE_OWNED),
                row.get(VACATION_CALENDAR.ENDS));
    }

    /** Whether it was this one that took it, and not another node. */
    public boolean claim(Followed followed, Instant until) {
        return dsl.update(VACATION_CALENDAR)
                        .set(VACATION_CALENDAR.DUE_AT, until)
                        .where(VACATION_CALENDAR.RESPONDER_ID.eq(followed.responderId()))
                        .and(VACATION_CALENDAR.ADDRESS.eq(followed.address()))
                        .and(VACATION_CALENDAR.DUE_AT.eq(followed.dueAt()))
                        .execute()
                == 1;
    }

    public void read(UUID responderId, Instant now, Instant next) {
        dsl.update(VACATION_CALENDAR)
                .set(VACATION_CALENDAR.READ_AT, now)
                .set(VACATION_CALENDAR.DUE_AT, next)
                .set(VACATION_CALENDAR.FAILURES, 0)
                .where(VACATION_CALENDAR.RESPONDER_ID.eq(responderId))
                .execute();
    }

    public void failed(UUID responderId, int failures, Instant next) {
        dsl.update(VACATION_CALENDAR)
                .set(VACATION_CALENDAR.DUE_AT, next)
                .set(VACATION_CALENDAR.FAILURES, failures)
                .where(VACATION_CALENDAR.RESPONDER_ID.eq(responderId))
                .execute();
    }

    /** What was taken over, by the keys of its events. */
    public Map<String, Known> known(UUID responderId, Origin origin) {
        var t = IMPORTED_VACATION;
        var known = new HashMap<String, Known>();
        dsl.selectFrom(t)
                .where(t.RESPONDER_ID.eq(responderId))
                .and(t.ORIGIN.eq(origin.word()))
                .forEach(row -> known.put(
                        row.get(t.EVENT),
                        new Known(
                                new Interval(row.get(t.STARTS_AT), row.get(t.ENDS_AT)),
                                Optional.ofNullable(row.get(t.SHIFT_ID)))));
        return known;
    }

    public void replace(UUID responderId, Origin origin, Map<String, Known> known) {
        var t = IMPORTED_VACATION;
        dsl.deleteFrom(t)
                .where(t.RESPONDER_ID.eq(responderId))
                .and(t.ORIGIN.eq(origin.word()))
                .execute();
        Upsert.insert(
                dsl,
                t,
                known.entrySet().stream()
                        .map(entry -> row(responderId, origin, entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Map<Field<?>, @Nullable Object> row(UUID responderId, Origin origin, String event, Known known) {
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(IMPORTED_VACATION.RESPONDER_ID, responderId);
        row.put(IMPORTED_VACATION.ORIGIN, origin.word());
        row.put(IMPORTED_VACATION.EVENT, event);
        row.put(IMPORTED_VACATION.STARTS_AT, known.interval().start());
        row.put(IMPORTED_VACATION.ENDS_AT, known.interval().end());
        row.put(IMPORTED_VACATION.SHIFT_ID, known.shift().orElse(null));
        return row;
    }
}
