package dev.arke.calendar;

import static dev.arke.database.generated.Tables.CALENDAR_FEED;
import static dev.arke.database.generated.Tables.SHIFT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The table calendar_feed, and shifts as feeds show them. */
public final class CalendarFeedStore {
    private final DSLContext dsl;

    public CalendarFeedStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public void insert(CalendarFeed feed, String tokenHash) {
        var t = CALENDAR_FEED;
        dsl.insertInto(t)
                .set(t.ID, feed.id())
                .set(t.TOKEN_HASH, tokenHash)
                .set(t.RESPONDER_ID, feed.responderId())
                .set(t.TEAM_ID, feed.subject().teamId().orElse(null))
                .set(t.ROLE, feed.subject().duty().map(Role.Duty::word).orElse(null))
                .set(t.MADE_AT, feed.madeAt())
                .execute();
    }

    /** The feed of a token with this hash. */
    public Optional<CalendarFeed> ofToken(String tokenHash) {
        return dsl.selectFrom(CALENDAR_FEED)
                .where(CALENDAR_FEED.TOKEN_HASH.eq(tokenHash))
                .fetchOptional(CalendarFeedStore::feed);
    }

    /** Those of a person, the oldest first. */
    public List<CalendarFeed> of(UUID responderId) {
        return dsl.selectFrom(CALENDAR_FEED)
                .where(CALENDAR_FEED.RESPONDER_ID.eq(responderId))
                .orderBy(CALENDAR_FEED.ID)
                .fetch(CalendarFeedStore::feed);
    }

    /** Their addresses lead nowhere from now on. */
    public void delete(Collection<CalendarFeed> feeds) {
        if (feeds.isEmpty()) return;
        dsl.deleteFrom(CALENDAR_FEED)
                .where(CALENDAR_FEED.ID.in(feeds.stream().map(CalendarFeed::id).toList()))
                .execute();
    }

    /** The duties that a feed shows of those that end after the instant, by time. */
    public List<PublishedShift> shifts(CalendarFeed feed, Instant after) {
        var s = SHIFT;
        return dsl
                .selectFrom(s)
                .where(isOf(feed))
                .and(s.ENDS_AT.gt(after))
                .orderBy(s.STARTS_AT, s.ID)
                .fetch(row -> new PublishedShift(
                        ShiftStore.shift(row),
                        Optional.ofNullable(row.get(s.CHANGED_AT))
                                .orElseGet(() -> PublishedShift.madeAt(row.get(s.ID)))))
                .stream()
                .filter(published -> published.shift().role() instanceof Role.Duty)
                .toList();
    }

    private static Condition isOf(CalendarFeed feed) {
        var subject = feed.subject();
        return subject.teamId()
                .map(team -> SHIFT.TEAM_ID
                        .eq(team)
                        .and(subject.duty()
                                .map(duty -> SHIFT.ROLE.eq(duty.word()))
                                .orElseGet(DSL::noCondition)))
                .orElseGet(() -> SHIFT.RESPONDER_ID.eq(feed.responderId()));
    }

    private static CalendarFeed feed(Record row) {
        var t = CALENDAR_FEED;
        return new CalendarFeed(
                row.get(t.ID),
                row.get(t.RESPONDER_ID),
                new CalendarFeed.Subject(
                        Optional.ofNullable(row.get(t.TEAM_ID)),
                        Optional.ofNullable(row.get(t.ROLE)).map(Role.Duty::new)),
                row.get(t.MADE_AT));
    }
}
