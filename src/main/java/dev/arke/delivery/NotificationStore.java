package dev.arke.delivery;

import static dev.arke.database.generated.Tables.NOTIFICATION;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The table notification. */
public final class NotificationStore {
    /** One that was sent. */
    public record Sent(UUID id, Instant at) {}

    private final DSLContext dsl;

    public NotificationStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The one of this sender with this key. */
    public Optional<Sent> find(String actor, String dedupKey) {
        return dsl.selectFrom(NOTIFICATION)
                .where(NOTIFICATION.ACTOR.eq(actor))
                .and(NOTIFICATION.DEDUP_KEY.eq(dedupKey))
                .fetchOptional(row -> new Sent(row.get(NOTIFICATION.ID), row.get(NOTIFICATION.MADE_AT)));
    }

    /** Its key stands for another one from now on. */
    public void release(UUID id) {
        dsl.update(NOTIFICATION)
                .set(NOTIFICATION.DEDUP_KEY, (String) null)
                .where(NOTIFICATION.ID.eq(id))
                .execute();
    }

    /** Fails where another unit was faster with the same key. */
    public void insert(Sent sent, String actor, Optional<String> dedupKey, String words) {
        dsl.insertInto(NOTIFICATION)
                .set(NOTIFICATION.ID, sent.id())
                .set(NOTIFICATION.ACTOR, actor)
                .set(NOTIFICATION.DEDUP_KEY, dedupKey.orElse(null))
                .set(NOTIFICATION.WORDS, words)
                .set(NOTIFICATION.MADE_AT, sent.at())
                .execute();
    }
}
