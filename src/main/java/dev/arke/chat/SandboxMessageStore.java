package dev.arke.chat;

import static dev.arke.database.generated.Tables.SANDBOX_MESSAGE;
import static dev.arke.database.generated.Tables.SANDBOX_REVISION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;

/** The messages of the built-in chat, and the number of the last change to them. */
public final class SandboxMessageStore {
    private final DSLContext dsl;

    public SandboxMessageStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Numbers this many changes and returns the last number; other writers wait until the unit ends. */
    public long takeRevisions(int howMany) {
        dsl.update(SANDBOX_REVISION)
                .set(SANDBOX_REVISION.REVISION, SANDBOX_REVISION.REVISION.plus(howMany))
                .execute();
        return revision();
    }

    /** The number of the last change. */
    public long revision() {
        return dsl.select(SANDBOX_REVISION.REVISION).from(SANDBOX_REVISION).fetchSingle(SANDBOX_REVISION.REVISION);
    }

    public void insert(Collection<SandboxMessage> messages) {
        if (messages.isEmpty()) return;
        dsl.batch(messages.stream()
                        .map(message -> dsl.insertInto(SANDBOX_MESSAGE)
                                .set(SANDBOX_MESSAGE.ID, message.id())
                                .set(SANDBOX_MESSAGE.ROOM, message.room())
                                .set(
                                        SANDBOX_MESSAGE.THREAD_OF,
                                        message.threadOf().orElse(null))
                                .set(SANDBOX_MESSAGE.AUTHOR, message.author().orElse(null))
                                .set(SANDBOX_MESSAGE.CARD, CardJson.write(message.card()))
                                .set(SANDBOX_MESSAGE.POSTED_AT, message.postedAt())
                                .set(SANDBOX_MESSAGE.POSTED, message.posted())
                                .set(SANDBOX_MESSAGE.REVISION, message.revision()))
                        .toList())
                .execute();
    }

    /** Writes what an edit changes. */
    public void update(Collection<SandboxMessage> messages) {
        if (messages.isEmpty()) return;
        dsl.batch(messages.stream()
                        .map(message -> dsl.update(SANDBOX_MESSAGE)
                                .set(SANDBOX_MESSAGE.CARD, CardJson.write(message.card()))
                                .set(
                                        SANDBOX_MESSAGE.EDITED_AT,
                                        message.editedAt().orElse(null))
                                .set(SANDBOX_MESSAGE.REVISION, message.revision())
                                .where(SANDBOX_MESSAGE.ID.eq(message.id())))
                        .toList())
                .execute();
    }

    public List<SandboxMessage> find(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : fetch(SANDBOX_MESSAGE.ID.in(ids), ids.size(), SANDBOX_MESSAGE.POSTED.asc());
    }

    /** The last messages of a room before a change, without replies, the oldest first. */
    public List<SandboxMessage> before(String room, long posted, int limit) {
        var condition = SANDBOX_MESSAGE
                .ROOM
                .eq(room)
                .and(SANDBOX_MESSAGE.POSTED.lt(posted))
                .and(SANDBOX_MESSAGE.THREAD_OF.isNull());
        return fetch(condition, limit, SANDBOX_MESSAGE.POSTED.desc()).stream()
                .sorted(Comparator.comparingLong(SandboxMessage::posted))
                .toList();
    }

    /** The last replies to a message, the oldest first. */
    public List<SandboxMessage> replies(UUID root, int limit) {
        return fetch(SANDBOX_MESSAGE.THREAD_OF.eq(root), limit, SANDBOX_MESSAGE.POSTED.desc()).stream()
                .sorted(Comparator.comparingLong(SandboxMessage::posted))
                .toList();
    }

    /** Messages and replies of a room that were posted or edited after a change, in the order of their changes. */
    public List<SandboxMessage> changedAfter(String room, long revision, int limit) {
        return fetch(
                SANDBOX_MESSAGE.ROOM.eq(room).and(SANDBOX_MESSAGE.REVISION.gt(revision)),
                limit,
                SANDBOX_MESSAGE.REVISION.asc());
    }

    public Map<UUID, SandboxReplies> repliesTo(Collection<UUID> roots) {
        if (roots.isEmpty()) return Map.of();
        return dsl.select(SANDBOX_MESSAGE.THREAD_OF, count(), max(SANDBOX_MESSAGE.POSTED_AT))
                .from(SANDBOX_MESSAGE)
                .where(SANDBOX_MESSAGE.THREAD_OF.in(roots))
                .groupBy(SANDBOX_MESSAGE.THREAD_OF)
                .fetchMap(SANDBOX_MESSAGE.THREAD_OF, row -> new SandboxReplies(row.value2(), row.value3()));
    }

    private List<SandboxMessage> fetch(Condition condition, int limit, OrderField<?> order) {
        return dsl.select()
                .from(SANDBOX_MESSAGE)
                .where(condition)
                .orderBy(order)
                .limit(limit)
                .fetch(SandboxMessageStore::read);
    }

    private static SandboxMessage read(Record row) {
        return new SandboxMessage(
                row.get(SANDBOX_MESSAGE.ID),
                row.get(SANDBOX_MESSAGE.ROOM),
                Optional.ofNullable(row.get(SANDBOX_MESSAGE.THREAD_OF)),
                Optional.ofNullable(row.get(SANDBOX_MESSAGE.AUTHOR)),
                CardJson.read(row.get(SANDBOX_MESSAGE.CARD)),
                row.get(SANDBOX_MESSAGE.POSTED_AT),
                Optional.ofNullable(row.get(SANDBOX_MESSAGE.EDITED_AT)),
                row.get(SANDBOX_MESSAGE.POSTED),
                row.get(SANDBOX_MESSAGE.REVISION));
    }
}
