package dev.arke.alert;

import static dev.arke.database.generated.Tables.UNREADABLE_REQUEST;
import static org.jooq.impl.DSL.count;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** Bodies that could not be read, kept so that nothing under a valid key is lost unseen. */
public final class UnreadableRequestStore {
    private final DSLContext dsl;

    public UnreadableRequestStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public void insert(UnreadableRequest request) {
        var t = UNREADABLE_REQUEST;
        dsl.insertInto(t)
                .set(t.ID, request.id())
                .set(t.INTEGRATION_ID, request.integrationId())
                .set(t.RECEIVED_AT, request.receivedAt())
                .set(t.STATUS, request.status())
                .set(t.PROBLEM, request.problem())
                .set(t.BODY, request.body())
                .execute();
    }

    /** Forgets what came before an instant, and all but the latest {@code newest} of each integration; answers how many. */
    public int prune(int newest, Instant before) {
        var t = UNREADABLE_REQUEST;
        int gone = dsl.deleteFrom(t).where(t.RECEIVED_AT.lt(before)).execute();
        var tooMany = dsl.select(t.INTEGRATION_ID)
                .from(t)
                .groupBy(t.INTEGRATION_ID)
                .having(count().gt(newest))
                .fetch(t.INTEGRATION_ID);
        for (var integration : tooMany) gone += pruneOf(integration, newest);
        return gone;
    }

    private int pruneOf(UUID integrationId, int newest) {
        var t = UNREADABLE_REQUEST;
        var oldestKept = dsl.select(t.ID)
                .from(t)
                .where(t.INTEGRATION_ID.eq(integrationId))
                .orderBy(t.ID.desc())
                .limit(1)
                .offset(newest - 1)
                .fetchOptional(t.ID);
        return oldestKept
                .map(id -> dsl.deleteFrom(t)
                        .where(t.INTEGRATION_ID.eq(integrationId))
                        .and(t.ID.lt(id))
                        .execute())
                .orElse(0);
    }

    /** What could not be read of an integration, the latest first. */
    public List<UnreadableRequest> of(UUID integrationId, int limit) {
        var t = UNREADABLE_REQUEST;
        return dsl.selectFrom(t)
                .where(t.INTEGRATION_ID.eq(integrationId))
                .orderBy(t.ID.desc())
                .limit(limit)
                .fetch(row -> new UnreadableRequest(
                        row.get(t.ID),
                        row.get(t.INTEGRATION_ID),
                        row.get(t.RECEIVED_AT),
                        row.get(t.STATUS),
                        row.get(t.PROBLEM),
                        row.get(t.BODY)));
    }
}
