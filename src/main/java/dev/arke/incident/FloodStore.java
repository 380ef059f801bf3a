package dev.arke.incident;

import static dev.arke.database.generated.Tables.FLOOD;

import dev.arke.database.Sought;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Which integrations have a flood now, and the storm incident that collects their alerts. */
public final class FloodStore {
    /**
     * The flood of an integration, or of the service of this id where the quota of its team is used up. {@code ofQuota}: a quota
     * began it, not the usual limit.
     */
    public record Flood(UUID integrationId, UUID incidentId, boolean ofQuota) {}

    private final DSLContext dsl;

    public FloodStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public List<Flood> all() {
        return dsl.selectFrom(FLOOD).orderBy(FLOOD.INTEGRATION_ID).fetch(FloodStore::read);
    }

    /** The floods of those of these integrations that have one. */
    public Map<UUID, Flood> of(Collection<UUID> integrationIds) {
        if (integrationIds.isEmpty()) return Map.of();
        return dsl.selectFrom(FLOOD)
                .where(Sought.isOneOf(FLOOD.INTEGRATION_ID, integrationIds))
                .fetchMap(FLOOD.INTEGRATION_ID, FloodStore::read);
    }

    private static Flood read(Record row) {
        return new Flood(row.get(FLOOD.INTEGRATION_ID), row.get(FLOOD.INCIDENT_ID), row.get(FLOOD.OF_QUOTA));
    }

    /** A flood has begun, or is collected in another incident from now on. */
    public void save(Flood flood) {
        int there = dsl.update(FLOOD)
                .set(FLOOD.INCIDENT_ID, flood.incidentId())
                .set(FLOOD.OF_QUOTA, flood.ofQuota())
                .where(FLOOD.INTEGRATION_ID.eq(flood.integrationId()))
                .execute();
        if (there == 0)
            dsl.insertInto(FLOOD)
                    .set(FLOOD.INTEGRATION_ID, flood.integrationId())
                    .set(FLOOD.INCIDENT_ID, flood.incidentId())
                    .set(FLOOD.OF_QUOTA, flood.ofQuota())
                    .execute();
    }

    /** True for the one who ended it. */
    public boolean end(Flood flood) {
        return dsl.deleteFrom(FLOOD)
                        .where(FLOOD.INTEGRATION_ID.eq(flood.integrationId()))
                        .and(FLOOD.INCIDENT_ID.eq(flood.incidentId()))
                        .execute()
                > 0;
    }
}
