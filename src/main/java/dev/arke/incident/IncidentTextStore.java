package dev.arke.incident;

import static dev.arke.database.generated.Tables.FIRING_ALERT;
import static dev.arke.database.generated.Tables.INCIDENT_TEXT;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.arke.alert.Link;
import dev.arke.database.Batch;
import dev.arke.database.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The long words of incidents, and the alerts that stand behind grouped ones. */
public final class IncidentTextStore {
    /** An alert that still fires behind a grouped or storm incident. */
    public record FiringAlert(UUID incidentId, String dedupKey, String summary) {}

    private final DSLContext dsl;

    public IncidentTextStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public void insert(Collection<IncidentText> texts) {
        Batch.insert(
                dsl, INCIDENT_TEXT, texts.stream().map(IncidentTextStore::row).toList());
    }

    public void update(Collection<IncidentText> texts) {
        Batch.update(
                dsl,
                INCIDENT_TEXT,
                INCIDENT_TEXT.INCIDENT_ID,
                texts.stream().map(IncidentTextStore::row).toList());
    }

    private static Map<Field<?>, @Nullable Object> row(IncidentText text) {
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(INCIDENT_TEXT.DETAILS, text.details());
        row.put(INCIDENT_TEXT.LABELS, Json.write(text.labels()));
        row.put(INCIDENT_TEXT.LINKS, Json.write(text.links()));
        row.put(INCIDENT_TEXT.PAYLOAD, text.payload());
        row.put(INCIDENT_TEXT.INCIDENT_ID, text.incidentId());
        return row;
    }

    public Map<UUID, IncidentText> of(Collection<UUID> incidentIds) {
        if (incidentIds.isEmpty()) return Map.of();
        return dsl.select()
                .from(INCIDENT_TEXT)
                .where(INCIDENT_TEXT.INCIDENT_ID.in(incidentIds))
                .fetchMap(INCIDENT_TEXT.INCIDENT_ID, IncidentTextStore::text);
    }

    private static IncidentText text(Record row) {
        return new IncidentText(
                row.get(INCIDENT_TEXT.INCIDENT_ID),
                row.get(INCIDENT_TEXT.DETAILS),
                Json.read(row.get(INCIDENT_TEXT.LABELS), new TypeReference<Map<String, String>>() {}),
                Json.read(row.get(INCIDENT_TEXT.LINKS), new TypeReference<List<Link>>() {}),
                row.get(INCIDENT_TEXT.PAYLOAD));
    }

    /** Notes alerts as firing behind incidents; those noted already stay as they are. */
    public void addFiring(Collection<FiringAlert> alerts) {
        if (alerts.isEmpty()) return;
        var known =
                firing(alerts.stream().map(FiringAlert::incidentId).distinct().toList());
        dsl.batch(alerts.stream()
                        .distinct()
                        .filter(alert -> known.getOrDefault(alert.incidentId(), List.of()).stream()
                                .noneMatch(other -> other.dedupKey().equals(alert.dedupKey())))
                        .map(alert -> dsl.insertInto(FIRING_ALERT)
                                .set(FIRING_ALERT.INCIDENT_ID, alert.incidentId())
                                .set(FIRING_ALERT.DEDUP_KEY, alert.dedupKey())
                                .set(FIRING_ALERT.SUMMARY, alert.summary()))
                        .toList())
                .execute();
    }

    public void removeFiring(UUID incidentId, Collection<String> dedupKeys) {
        dsl.deleteFrom(FIRING_ALERT)
                .where(FIRING_ALERT.INCIDENT_ID.eq(incidentId))
                .and(FIRING_ALERT.DEDUP_KEY.in(dedupKeys))
                .execute();
    }

    /** The alerts that still fire behind these incidents. */
    public Map<UUID, List<FiringAlert>> firing(Collection<UUID> incidentIds) {
        if (incidentIds.isEmpty()) return Map.of();
        return dsl.select()
                .from(FIRING_ALERT)
                .where(FIRING_ALERT.INCIDENT_ID.in(incidentIds))
                .orderBy(FIRING_ALERT.INCIDENT_ID, FIRING_ALERT.DEDUP_KEY)
                .fetchGroups(
                        FIRING_ALERT.INCIDENT_ID,
                        row -> new FiringAlert(
                                row.get(FIRING_ALERT.INCIDENT_ID),
                                row.get(FIRING_ALERT.DEDUP_KEY),
                                row.get(FIRING_ALERT.SUMMARY)));
    }
}
