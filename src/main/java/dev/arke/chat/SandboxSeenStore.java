package dev.arke.chat;

import static dev.arke.database.generated.Tables.SANDBOX_MESSAGE;
import static dev.arke.database.generated.Tables.SANDBOX_SEEN;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.util.Map;
import org.jooq.DSLContext;

/** How far people have read the rooms of the built-in chat. */
public final class SandboxSeenStore {
    private final DSLContext dsl;

    public SandboxSeenStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Notes that somebody has read a room up to a change; never goes back. The unit holds a lock: two may be the first. */
    public void see(String reader, String room, long posted) {
        var here = SANDBOX_SEEN.READER.eq(reader).and(SANDBOX_SEEN.ROOM.eq(room));
        int there = dsl.update(SANDBOX_SEEN)
                .set(SANDBOX_SEEN.POSTED, greatest(SANDBOX_SEEN.POSTED, val(posted)))
                .where(here)
                .execute();
        if (there > 0) return;
        dsl.insertInto(SANDBOX_SEEN)
                .set(SANDBOX_SEEN.READER, reader)
                .set(SANDBOX_SEEN.ROOM, room)
                .set(SANDBOX_SEEN.POSTED, posted)
                .execute();
    }

    /** By room, how many messages of others one has not read; replies count for nothing, and read rooms are absent. */
    public Map<String, Integer> unread(String reader) {
        return dsl.select(SANDBOX_MESSAGE.ROOM, count())
                .from(SANDBOX_MESSAGE)
                .leftJoin(SANDBOX_SEEN)
                .on(SANDBOX_SEEN.ROOM.eq(SANDBOX_MESSAGE.ROOM), SANDBOX_SEEN.READER.eq(reader))
                .where(SANDBOX_MESSAGE.THREAD_OF.isNull())
                .and(SANDBOX_MESSAGE.AUTHOR.isNull().or(SANDBOX_MESSAGE.AUTHOR.ne(reader)))
                .and(SANDBOX_SEEN.POSTED.isNull().or(SANDBOX_MESSAGE.POSTED.gt(SANDBOX_SEEN.POSTED)))
                .groupBy(SANDBOX_MESSAGE.ROOM)
                .fetchMap(SANDBOX_MESSAGE.ROOM, count());
    }

    /** By the room of each person's direct messages, how many that person has not read. */
    public Map<String, Integer> unreadDirect() {
        return dsl.select(SANDBOX_MESSAGE.ROOM, count())
                .from(SANDBOX_MESSAGE)
                .leftJoin(SANDBOX_SEEN)
                .on(
                        SANDBOX_SEEN.ROOM.eq(SANDBOX_MESSAGE.ROOM),
                        concat(inline("@"), SANDBOX_SEEN.READER).eq(SANDBOX_MESSAGE.ROOM))
                .where(SANDBOX_MESSAGE.THREAD_OF.isNull())
                .and(SANDBOX_MESSAGE.ROOM.like("@%"))
                .and(SANDBOX_MESSAGE.AUTHOR.isNull())
                .and(SANDBOX_SEEN.POSTED.isNull().or(SANDBOX_MESSAGE.POSTED.gt(SANDBOX_SEEN.POSTED)))
                .groupBy(SANDBOX_MESSAGE.ROOM)
                .fetchMap(SANDBOX_MESSAGE.ROOM, count());
    }
}
