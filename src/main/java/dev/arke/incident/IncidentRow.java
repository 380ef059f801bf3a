package dev.arke.incident;

import static dev.arke.database.generated.Tables.INCIDENT;

import dev.arke.alert.Priority;
import dev.arke.escalation.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Between an incident and its row. */
final class IncidentRow {
    private IncidentRow() {}

    static Incident read(Record row) {
        var facts = facts(row);
        return switch (row.get(INCIDENT.STATE)) {
            case "triggered" -> new Incident.Triggered(facts, row.get(INCIDENT.ESCALATES_AT));
            case "acknowledged" ->
                new Incident.Acknowledged(facts, new Owner(row.get(INCIDENT.OWNER)), row.get(INCIDENT.ACKNOWLEDGED_AT));
            case "snoozed" ->
                new Incident.Snoozed(facts, new Owner(row.get(INCIDENT.OWNER)), row.get(INCIDENT.SNOOZED_UNTIL));
            case "resolved" ->
                new Incident.Resolved(
                        facts,
                        new Owner(row.get(INCIDENT.RESOLVED_BY)),
                        row.get(INCIDENT.RESOLVED_AT),
                        Optional.ofNullable(row.get(INCIDENT.MERGED_INTO)));
            case String other -> throw new IllegalStateException("incident in an unknown state: " + other);
        };
    }

    private static Facts facts(Record row) {
        return new Facts(
                row.get(INCIDENT.ID),
                row.get(INCIDENT.NUMBER),
                row.get(INCIDENT.SERVICE_ID),
                row.get(INCIDENT.POLICY_VERSION_ID),
                Optional.ofNullable(row.get(INCIDENT.INTEGRATION_ID)),
                Priority.parse(row.get(INCIDENT.PRIORITY)).orElseThrow(),
                row.get(INCIDENT.SUMMARY),
                row.get(INCIDENT.DEDUP_KEY),
                Optional.ofNullable(row.get(INCIDENT.ALERT_STARTED_AT)),
                row.get(INCIDENT.TRIGGERED_AT),
                Optional.ofNullable(row.get(INCIDENT.ACK_TIMEOUT_SECONDS)).map(Duration::ofSeconds),
                Optional.ofNullable(row.get(INCIDENT.LAST_ACTION_AT)),
                new Position(
                        row.get(INCIDENT.ROUND),
                        row.get(INCIDENT.STEP),
                        row.get(INCIDENT.REPETITION),
                        row.get(INCIDENT.TURN)),
                Optional.ofNullable(row.get(INCIDENT.FIRED_AT)),
                row.get(INCIDENT.FIRED_TURN),
                Optional.ofNullable(row.get(INCIDENT.EXHAUSTED_AT)),
                row.get(INCIDENT.REPEATS),
                Optional.ofNullable(row.get(INCIDENT.LAST_REPEAT_AT)));
    }

    static Map<Field<?>, @Nullable Object> whole(Incident incident) {
        var row = fixed(incident);
        row.putAll(changing(incident));
        return row;
    }

    /** What changes, and last the id of the row to change. */
    static Map<Field<?>, @Nullable Object> change(Incident incident) {
        var row = changing(incident);
        row.put(INCIDENT.ID, incident.id());
        return row;
    }

    /** What never changes after the insert. */
    private static Map<Field<?>, @Nullable Object> fixed(Incident incident) {
        var facts = incident.facts();
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(INCIDENT.ID, facts.id());
        row.put(INCIDENT.NUMBER, facts.number());
        row.put(INCIDENT.SERVICE_ID, facts.serviceId());
        row.put(INCIDENT.POLICY_VERSION_ID, facts.policyVersionId());
        row.put(INCIDENT.INTEGRATION_ID, facts.integrationId().orElse(null));
        row.put(INCIDENT.SUMMARY, facts.summary());
        row.put(INCIDENT.DEDUP_KEY, facts.dedupKey());
        row.put(INCIDENT.TRIGGERED_AT, facts.triggeredAt());
        row.put(
                INCIDENT.ACK_TIMEOUT_SECONDS,
                facts.ackTimeout().map(Duration::toSeconds).map(Long::intValue).orElse(null));
        return row;
    }

    /** What acts and the clock change. */
    private static Map<Field<?>, @Nullable Object> changing(Incident incident) {
        var facts = incident.facts();
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(INCIDENT.OPEN_DEDUP_KEY, incident.isOpen() ? facts.dedupKey() : null);
        row.put(INCIDENT.ALERT_STARTED_AT, facts.alertStartedAt().orElse(null));
        row.put(INCIDENT.PRIORITY, facts.priority().word());
        row.put(INCIDENT.LAST_ACTION_AT, facts.lastActionAt().orElse(null));
        row.put(INCIDENT.ROUND, facts.position().round());
        row.put(INCIDENT.STEP, facts.position().step());
        row.put(INCIDENT.REPETITION, facts.position().repetition());
        row.put(INCIDENT.TURN, facts.position().turn());
        row.put(INCIDENT.FIRED_AT, facts.firedAt().orElse(null));
        row.put(INCIDENT.FIRED_TURN, facts.firedTurn());
        row.put(INCIDENT.EXHAUSTED_AT, facts.exhaustedAt().orElse(null));
        row.put(INCIDENT.REPEATS, facts.repeats());
        row.put(INCIDENT.LAST_REPEAT_AT, facts.lastRepeatAt().orElse(null));
        row.put(INCIDENT.ESCALATES_AT, incident.dueAt().orElse(null));
        putState(row, incident);
        return row;
    }

    private static void putState(Map<Field<?>, @Nullable Object> row, Incident incident) {
        switch (incident) {
            case Incident.Triggered ignored -> putState(row, "triggered", null, null, null, null);
            case Incident.Acknowledged held ->
                putState(row, "acknowledged", held.owner().kept(), held.since(), null, null);
            case Incident.Snoozed snoozed ->
                putState(row, "snoozed", snoozed.owner().kept(), null, snoozed.until(), null);
            case Incident.Resolved resolved -> putState(row, "resolved", null, null, null, resolved);
        }
    }

    private static void putState(
            Map<Field<?>, @Nullable Object> row,
            String state,
            @Nullable String owner,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant snoozedUntil,
            Incident.@Nullable Resolved resolved) {
        row.put(INCIDENT.STATE, state);
        row.put(INCIDENT.OWNER, owner);
        row.put(INCIDENT.ACKNOWLEDGED_AT, acknowledgedAt);
        row.put(INCIDENT.SNOOZED_UNTIL, snoozedUntil);
        row.put(INCIDENT.RESOLVED_AT, resolved == null ? null : resolved.at());
        row.put(INCIDENT.RESOLVED_BY, resolved == null ? null : resolved.by().kept());
        row.put(
                INCIDENT.MERGED_INTO,
                resolved == null ? null : resolved.mergedInto().orElse(null));
    }
}
