package dev.arke.calendar;

import static dev.arke.database.generated.Tables.CALENDAR_REQUEST;

import dev.arke.calendar.CalendarRequest.Part;
import dev.arke.calendar.CalendarRequest.State;
import dev.arke.database.Due;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Who asked whom to take what; changed under the lock of its team only. */
public final class CalendarRequestStore {
    private final DSLContext dsl;

    public CalendarRequestStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public void insert(CalendarRequest request) {
        dsl.insertInto(CALENDAR_REQUEST)
                .set(CALENDAR_REQUEST.ID, request.id())
                .set(columns(request))
                .execute();
    }

    public void update(CalendarRequest request) {
        dsl.update(CALENDAR_REQUEST)
                .set(columns(request))
                .where(CALENDAR_REQUEST.ID.eq(request.id()))
                .execute();
    }

    public Optional<CalendarRequest> byId(UUID id) {
        return dsl.selectFrom(CALENDAR_REQUEST)
                .where(CALENDAR_REQUEST.ID.eq(id))
                .fetchOptional(CalendarRequestStore::request);
    }

    /** The open ones, oldest first. */
    public List<CalendarRequest> open() {
        return dsl.selectFrom(CALENDAR_REQUEST)
                .where(CALENDAR_REQUEST.EXPIRES_AT.gt(Instant.EPOCH))
                .orderBy(CALENDAR_REQUEST.ID)
                .fetch(CalendarRequestStore::request);
    }

    /** The open ones whose time is over. */
    public List<CalendarRequest> due(Instant now) {
        return dsl.selectFrom(CALENDAR_REQUEST)
                .where(Due.by(CALENDAR_REQUEST.EXPIRES_AT, now))
                .orderBy(CALENDAR_REQUEST.EXPIRES_AT, CALENDAR_REQUEST.ID)
                .fetch(CalendarRequestStore::request);
    }

    /** Of what is over the time is cleared, so that the index holds the open ones. */
    private static Map<Field<?>, @Nullable Object> columns(CalendarRequest request) {
        var r = CALENDAR_REQUEST;
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(r.TEAM_ID, request.teamId());
        row.put(r.ASKER_ID, request.asker());
        row.put(r.WHOSE_ID, request.whose());
        row.put(r.ASKED, joined(request.asked()));
        row.put(r.DECLINED, joined(request.declined()));
        row.put(r.DUTY, request.give().duty().word());
        row.put(r.STARTS_AT, request.give().interval().start());
        row.put(r.ENDS_AT, request.give().interval().end());
        row.put(r.BACK_DUTY, request.back().map(part -> part.duty().word()).orElse(null));
        row.put(
                r.BACK_STARTS_AT,
                request.back().map(part -> part.interval().start()).orElse(null));
        row.put(
                r.BACK_ENDS_AT,
                request.back().map(part -> part.interval().end()).orElse(null));
        row.put(r.STATE, request.state().word());
        row.put(r.ANSWERED_BY, request.answeredBy().orElse(null));
        row.put(r.MADE_AT, request.madeAt());
        row.put(r.EXPIRES_AT, request.isOpen() ? request.expiresAt() : null);
        return row;
    }

    private static String joined(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static List<UUID> ids(String joined) {
        return Stream.of(joined.split(",", -1))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .toList();
    }

    private static CalendarRequest request(Record row) {
        var r = CALENDAR_REQUEST;
        var give = new Interval(row.get(r.STARTS_AT), row.get(r.ENDS_AT));
        var back = Optional.ofNullable(row.get(r.BACK_DUTY))
                .map(duty -> new Part(
                        new Role.Duty(duty), new Interval(row.get(r.BACK_STARTS_AT), row.get(r.BACK_ENDS_AT))));
        return new CalendarRequest(
                row.get(r.ID),
                row.get(r.TEAM_ID),
                row.get(r.ASKER_ID),
                row.get(r.WHOSE_ID),
                ids(row.get(r.ASKED)),
                ids(row.get(r.DECLINED)),
                new Part(new Role.Duty(row.get(r.DUTY)), give),
                back,
                State.valueOf(row.get(r.STATE).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.get(r.ANSWERED_BY)),
                row.get(r.MADE_AT),
                Optional.ofNullable(row.get(r.EXPIRES_AT)).orElse(row.get(r.MADE_AT)));
    }
}
