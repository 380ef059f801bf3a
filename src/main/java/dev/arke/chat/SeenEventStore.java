package dev.arke.chat;

import static dev.arke.database.generated.Tables.SEEN_EVENT;

import dev.arke.responder.ContactKind;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The table seen_event. */
public final class SeenEventStore {
    private final DSLContext dsl;

    public SeenEventStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * Whether nobody has this event; the caller has it then. One that was claimed before {@code freeBefore} and never
     * finished is nobody's.
     */
    public boolean claim(ContactKind platform, String id, Instant freeBefore, Instant now) {
        int added = dsl.insertInto(SEEN_EVENT)
                .set(SEEN_EVENT.PLATFORM, platform.word())
                .set(SEEN_EVENT.ID, id)
                .set(SEEN_EVENT.RECEIVED_AT, now)
                .onDuplicateKeyIgnore()
                .execute();
        if (added == 1) return true;
        return dsl.update(SEEN_EVENT)
                        .set(SEEN_EVENT.RECEIVED_AT, now)
                        .where(is(platform, id))
                        .and(SEEN_EVENT.DONE_AT.isNull())
                        .and(SEEN_EVENT.RECEIVED_AT.lt(freeBefore))
                        .execute()
                == 1;
    }

    public void finish(ContactKind platform, String id, Instant now) {
        dsl.update(SEEN_EVENT)
                .set(SEEN_EVENT.DONE_AT, now)
                .where(is(platform, id))
                .execute();
    }

    public void release(ContactKind platform, String id) {
        dsl.deleteFrom(SEEN_EVENT).where(is(platform, id)).execute();
    }

    public void prune(Instant receivedBefore) {
        dsl.deleteFrom(SEEN_EVENT)
                .where(SEEN_EVENT.RECEIVED_AT.lt(receivedBefore))
                .execute();
    }

    private static Condition is(ContactKind platform, String id) {
        return SEEN_EVENT.PLATFORM.eq(platform.word()).and(SEEN_EVENT.ID.eq(id));
    }
}
