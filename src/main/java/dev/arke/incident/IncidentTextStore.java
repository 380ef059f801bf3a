package dev.arke.incident;

import static dev.arke.database.generated.Tables.INCIDENT_TEXT;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.arke.alert.Link;
import dev.arke.database.Batch;
import dev.arke.database.Json;
import dev.arke.database.Sought;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The long words of incidents. */
public final class IncidentTextStore {
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
                .where(Sought.isOneOf(INCIDENT_TEXT.INCIDENT_ID, incidentIds))
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
}
