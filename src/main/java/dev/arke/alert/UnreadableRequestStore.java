package dev.arke.alert;

import static dev.arke.database.generated.Tables.UNREADABLE_REQUEST;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** Bodies that could not be read, kept so that nothing under a valid key is lost. */
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
