package dev.arke.incident;

import static dev.arke.database.generated.Tables.COLLECTED_ALERT;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.arke.alert.Link;
import dev.arke.database.Batch;
import dev.arke.database.Json;
import dev.arke.database.Sought;
import dev.arke.database.UnreadableRows;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The alerts behind grouped and storm incidents: they begin, end, begin again, and are never forgotten. */
public final class CollectedAlertStore {
    /** An alert in the place where it was or may have been collected. */
    public record Place(UUID incidentId, String dedupKey) {}

    private final DSLContext dsl;

    public CollectedAlertStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Those of these places that are taken, and whether the alert there fires. */
    public Map<Place, Boolean> firing(Collection<Place> places) {
        if (places.isEmpty()) return Map.of();
        var t = COLLECTED_ALERT;
        var sought = Sought.of(
                List.of(t.INCIDENT_ID, t.DEDUP_KEY),
                places.stream()
                        .map(place -> List.of(place.incidentId(), place.dedupKey()))
                        .toList());
        return dsl
                .select(t.INCIDENT_ID, t.DEDUP_KEY, t.ENDED_AT)
                .from(sought.table())
                .join(t)
                .on(sought.matches())
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> new Place(row.value1(), row.value2()), row -> row.value3() == null));
    }

    /** How many fire behind each of these incidents; one where none does is left out. */
    public Map<UUID, Integer> countFiring(Collection<UUID> incidentIds) {
        if (incidentIds.isEmpty()) return Map.of();
        var t = COLLECTED_ALERT;
        var sought = Sought.of(t.INCIDENT_ID, incidentIds);
        return sought.count(dsl, t.INCIDENT_ID, t, t.ENDED_AT.isNull());
    }

    /** How many began behind an incident after an instant. */
    public int begunSince(UUID incidentId, Instant since) {
        var t = COLLECTED_ALERT;
        return dsl.fetchCount(t, t.INCIDENT_ID.eq(incidentId).and(t.BEGAN_AT.gt(since)));
    }

    /** Adds alerts that fire and were never there. */
    public void insert(Collection<CollectedAlert> alerts) {
        Batch.insert(
                dsl,
                COLLECTED_ALERT,
                alerts.stream().map(CollectedAlertStore::row).toList());
    }

    /** Alerts that were there and had ended fire again. */
    public void beginAgain(Collection<CollectedAlert> alerts) {
        if (alerts.isEmpty()) return;
        var t = COLLECTED_ALERT;
        dsl.batch(alerts.stream()
                        .map(alert -> dsl.update(t)
                                .set(row(alert))
                                .set(t.ENDED_AT, (Instant) null)
                                .where(t.INCIDENT_ID.eq(alert.incidentId()))
                                .and(t.DEDUP_KEY.eq(alert.dedupKey())))
                        .toList())
                .execute();
    }

    public void end(Collection<Place> places, Instant now) {
        if (places.isEmpty()) return;
        var t = COLLECTED_ALERT;
        dsl.batch(places.stream()
                        .map(place -> dsl.update(t)
                                .set(t.ENDED_AT, now)
                                .where(t.INCIDENT_ID.eq(place.incidentId()))
                                .and(t.DEDUP_KEY.eq(place.dedupKey())))
                        .toList())
                .execute();
    }

    /** With at most this many of those that fire. */
    public Collected of(UUID incidentId, int most) {
        var t = COLLECTED_ALERT;
        var sample = UnreadableRows.readable(
                dsl,
                dsl.selectFrom(t)
                        .where(t.INCIDENT_ID.eq(incidentId))
                        .and(t.ENDED_AT.isNull())
                        .orderBy(t.BEGAN_AT.desc(), t.DEDUP_KEY)
                        .limit(most),
                t.INCIDENT_ID,
                CollectedAlertStore::alert);
        return new Collected(
                dsl.fetchCount(t, t.INCIDENT_ID.eq(incidentId)),
                countFiring(List.of(incidentId)).getOrDefault(incidentId, 0),
                sample);
    }

    private static Map<Field<?>, @Nullable Object> row(CollectedAlert alert) {
        var t = COLLECTED_ALERT;
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(t.INCIDENT_ID, alert.incidentId());
        row.put(t.DEDUP_KEY, alert.dedupKey());
        row.put(t.SUMMARY, alert.summary());
        row.put(t.DETAILS, alert.details());
        row.put(t.LABELS, Json.write(alert.labels()));
        row.put(t.LINKS, Json.write(alert.links()));
        row.put(t.BEGAN_AT, alert.beganAt());
        return row;
    }

    private static CollectedAlert alert(Record row) {
        var t = COLLECTED_ALERT;
        return new CollectedAlert(
                row.get(t.INCIDENT_ID),
                row.get(t.DEDUP_KEY),
                row.get(t.SUMMARY),
                row.get(t.DETAILS),
                Json.read(row.get(t.LABELS), new TypeReference<Map<String, String>>() {}),
                Json.read(row.get(t.LINKS), new TypeReference<List<Link>>() {}),
                row.get(t.BEGAN_AT));
    }
}
