package dev.arke.page;

import static dev.arke.database.generated.Tables.REPLY_CODE;

import dev.arke.database.Sought;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The table reply_code: what people type to answer a text, by incident. */
public final class ReplyCodeStore {
    private final DSLContext dsl;

    public ReplyCodeStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The numbers this person has for these incidents, by incident; who has none yet is left out. */
    public Map<UUID, Integer> of(UUID responderId, Collection<UUID> incidentIds) {
        if (incidentIds.isEmpty()) return Map.of();
        var codes = new HashMap<UUID, Integer>();
        dsl.select(REPLY_CODE.INCIDENT_ID, REPLY_CODE.CODE)
                .from(REPLY_CODE)
                .where(REPLY_CODE.RESPONDER_ID.eq(responderId))
                .and(Sought.isOneOf(REPLY_CODE.INCIDENT_ID, incidentIds))
                .forEach(row -> codes.put(row.value1(), row.value2()));
        return codes;
    }

    public Optional<UUID> incidentOf(UUID responderId, int code) {
        return dsl.select(REPLY_CODE.INCIDENT_ID)
                .from(REPLY_CODE)
                .where(REPLY_CODE.RESPONDER_ID.eq(responderId))
                .and(REPLY_CODE.CODE.eq(code))
                .fetchOptional(REPLY_CODE.INCIDENT_ID);
    }

    /** The same; who has none yet gets one. */
    public Map<UUID, Integer> given(UUID responderId, Collection<UUID> incidentIds, Instant now) {
        var known = new HashMap<>(of(responderId, incidentIds));
        for (var incident : incidentIds.stream().sorted().toList()) {
            if (known.containsKey(incident)) continue;
            int code = ReplyCode.after(last(responderId));
            give(responderId, code, incident, now);
            known.put(incident, code);
        }
        return known;
    }

    /** The number that was given last. */
    private Optional<Integer> last(UUID responderId) {
        return dsl
                .select(REPLY_CODE.CODE)
                .from(REPLY_CODE)
                .where(REPLY_CODE.RESPONDER_ID.eq(responderId))
                .orderBy(REPLY_CODE.GIVEN_AT.desc(), REPLY_CODE.INCIDENT_ID.desc())
                .limit(1)
                .fetch(REPLY_CODE.CODE)
                .stream()
                .findFirst();
    }

    /** Gives a number to an incident that has none; another incident that had it has none any more. */
    public void give(UUID responderId, int code, UUID incidentId, Instant now) {
        dsl.deleteFrom(REPLY_CODE)
                .where(REPLY_CODE.RESPONDER_ID.eq(responderId))
                .and(REPLY_CODE.CODE.eq(code))
                .execute();
        dsl.insertInto(REPLY_CODE)
                .columns(REPLY_CODE.RESPONDER_ID, REPLY_CODE.CODE, REPLY_CODE.INCIDENT_ID, REPLY_CODE.GIVEN_AT)
                .values(responderId, code, incidentId, now)
                .execute();
    }
}
