package dev.arke.incident;

import static dev.arke.database.generated.Tables.INCIDENT;
import static dev.arke.database.generated.Tables.QUOTA_NOTICE;

import dev.arke.database.Sought;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What counts for quotas, and who was told of one. */
public final class QuotaStore {
    private final DSLContext dsl;

    public QuotaStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** How many incidents each integration opened after its instant; one that opened none is left out. */
    public Map<UUID, Integer> ofIntegrations(Map<UUID, Instant> since) {
        return opened(INCIDENT.INTEGRATION_ID, since);
    }

    /** The same for services, by hand or by alerts. */
    public Map<UUID, Integer> ofServices(Map<UUID, Instant> since) {
        return opened(INCIDENT.SERVICE_ID, since);
    }

    private Map<UUID, Integer> opened(Field<UUID> column, Map<UUID, Instant> since) {
        if (since.isEmpty()) return Map.of();
        var keys = since.entrySet().stream()
                .map(one -> List.of(one.getKey(), one.getValue()))
                .toList();
        var sought = Sought.of(List.of(column, INCIDENT.TRIGGERED_AT), keys);
        var later = INCIDENT.TRIGGERED_AT.gt(Sought.key(INCIDENT.TRIGGERED_AT));
        return new Sought(sought.table(), column.eq(Sought.key(column)).and(later))
                .count(dsl, column, INCIDENT, DSL.noCondition());
    }

    /** True for whoever is to tell: nobody did so within this time. */
    public boolean tell(UUID scopeId, Duration within, Instant now) {
        int again = dsl.update(QUOTA_NOTICE)
                .set(QUOTA_NOTICE.TOLD_AT, now)
                .where(QUOTA_NOTICE.SCOPE_ID.eq(scopeId))
                .and(QUOTA_NOTICE.TOLD_AT.le(now.minus(within)))
                .execute();
        if (again > 0) return true;
        if (dsl.fetchExists(QUOTA_NOTICE, QUOTA_NOTICE.SCOPE_ID.eq(scopeId))) return false;
        dsl.insertInto(QUOTA_NOTICE)
                .set(QUOTA_NOTICE.SCOPE_ID, scopeId)
                .set(QUOTA_NOTICE.TOLD_AT, now)
                .execute();
        return true;
    }
}
