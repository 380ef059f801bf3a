package dev.arke.incident;

import static dev.arke.database.generated.Sequences.INCIDENT_NUMBER;
import static dev.arke.database.generated.Tables.INCIDENT;
import static dev.arke.database.generated.Tables.INCIDENT_RESPONDER;

import dev.arke.database.Batch;
import dev.arke.database.Claiming;
import dev.arke.database.Due;
import dev.arke.database.Sought;
import dev.arke.database.UnreadableRows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOrderByStep;
import org.jooq.impl.DSL;

/** The rows of incidents. What is read to be changed is locked against other nodes until the unit ends. */
public final class IncidentStore {
    /** What makes repeats of an alert one incident: its service and dedup key. */
    public record DedupId(UUID serviceId, String dedupKey) {}

    private final DSLContext dsl;

    public IncidentStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Takes this many numbers; numbers grow, with holes where a unit was undone. */
    public List<Long> nextNumbers(int howMany) {
        return howMany == 0 ? List.of() : dsl.nextvals(INCIDENT_NUMBER, howMany);
    }

    public void insert(Collection<Incident> incidents) {
        Batch.insert(dsl, INCIDENT, incidents.stream().map(IncidentRow::whole).toList());
    }

    public void update(Collection<Incident> incidents) {
        Batch.update(
                dsl,
                INCIDENT,
                INCIDENT.ID,
                incidents.stream().map(IncidentRow::change).toList());
    }

    /** Open incidents that are due by now, the most overdue first, without those another node is working on. */
    public List<Incident> claimDue(Instant now, int limit) {
        return UnreadableRows.readable(
                dsl,
                Claiming.skipLocked(dsl.select()
                        .from(INCIDENT)
                        .where(Due.by(INCIDENT.ESCALATES_AT, now))
                        .and(UnreadableRows.notAmong(dsl, INCIDENT.ID))
                        .orderBy(INCIDENT.ESCALATES_AT)
                        .limit(limit)),
                INCIDENT.ID,
                IncidentRow::read);
    }

    public List<Incident> lock(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : lock(dsl.select().from(INCIDENT).where(Sought.isOneOf(INCIDENT.ID, ids)));
    }

    /** Locks without reading, for units that write beside incidents. */
    public void hold(Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        Claiming.lock(
                        dsl.select(INCIDENT.ID)
                                .from(INCIDENT)
                                .where(Sought.isOneOf(INCIDENT.ID, ids))
                                .orderBy(INCIDENT.ID),
                        INCIDENT)
                .fetch();
    }

    /** Locks those that no other unit holds at the moment; answers which. */
    public Set<UUID> holdFree(Collection<UUID> ids) {
        if (ids.isEmpty()) return Set.of();
        return Claiming.skipLocked(dsl.select(INCIDENT.ID)
                        .from(INCIDENT)
                        .where(Sought.isOneOf(INCIDENT.ID, ids))
                        .orderBy(INCIDENT.ID))
                .fetchSet(INCIDENT.ID);
    }

    public List<Incident> lockByNumbers(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : lock(dsl.select().from(INCIDENT).where(Sought.isOneOf(INCIDENT.NUMBER, numbers)));
    }

    /** The open incidents of these alerts. */
    public Map<DedupId, Incident> lockOpen(Collection<DedupId> alerts) {
        if (alerts.isEmpty()) return Map.of();
        var sought = sought(INCIDENT.OPEN_DEDUP_KEY, alerts);
        return lock(dsl.select(INCIDENT.fields())
                        .from(sought.table())
                        .join(INCIDENT)
                        .on(sought.matches()))
                .stream()
                .collect(Collectors.toMap(
                        incident -> new DedupId(
                                incident.facts().serviceId(), incident.facts().dedupKey()),
                        incident -> incident));
    }

    private static Sought sought(Field<String> key, Collection<DedupId> alerts) {
        return Sought.of(
                List.of(INCIDENT.SERVICE_ID, key),
                alerts.stream()
                        .map(alert -> List.of(alert.serviceId(), alert.dedupKey()))
                        .toList());
    }

    /** In the order of ids, so that two units that lock the same rows never wait for each other in a circle. */
    private List<Incident> lock(SelectOrderByStep<Record> query) {
        return UnreadableRows.readable(
                dsl, Claiming.lock(query.orderBy(INCIDENT.ID), INCIDENT), INCIDENT.ID, IncidentRow::read);
    }

    /**
     * Incidents of these alerts that were resolved after an instant, or that are part of one that is open; the latest
     * last.
     */
    public List<Incident> resolvedSince(Collection<DedupId> alerts, Instant since) {
        if (alerts.isEmpty()) return List.of();
        var sought = sought(INCIDENT.DEDUP_KEY, alerts);
        return UnreadableRows.readable(
                dsl,
                dsl.select(INCIDENT.fields())
                        .from(sought.table())
                        .join(INCIDENT)
                        .on(sought.matches())
                        .where(INCIDENT.RESOLVED_AT.gt(since).or(isPartOfAnOpenOne()))
                        .orderBy(INCIDENT.RESOLVED_AT),
                INCIDENT.ID,
                IncidentRow::read);
    }

    /** A merge into what was merged in turn counts as one into something open: whoever asks follows it to its end. */
    private Condition isPartOfAnOpenOne() {
        var target = INCIDENT.as("target");
        return DSL.exists(dsl.selectOne()
                .from(target)
                .where(target.ID.eq(INCIDENT.MERGED_INTO))
                .and(target.RESOLVED_AT.isNull().or(target.MERGED_INTO.isNotNull())));
    }

    /** How many incidents each of these integrations opened after an instant. */
    public Map<UUID, Integer> openedSince(Collection<UUID> integrationIds, Instant since) {
        if (integrationIds.isEmpty()) return Map.of();
        var sought = Sought.of(INCIDENT.INTEGRATION_ID, integrationIds);
        return sought.count(dsl, INCIDENT.INTEGRATION_ID, INCIDENT, INCIDENT.TRIGGERED_AT.gt(since));
    }

    /** Reads without locking. */
    public List<Incident> read(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return UnreadableRows.readable(
                dsl,
                dsl.select().from(INCIDENT).where(Sought.isOneOf(INCIDENT.ID, ids)),
                INCIDENT.ID,
                IncidentRow::read);
    }

    /** Reads without locking. */
    public List<Incident> readByNumbers(Collection<Long> numbers) {
        if (numbers.isEmpty()) return List.of();
        return UnreadableRows.readable(
                dsl,
                dsl.select()
                        .from(INCIDENT)
                        .where(Sought.isOneOf(INCIDENT.NUMBER, numbers))
                        .orderBy(INCIDENT.NUMBER),
                INCIDENT.ID,
                IncidentRow::read);
    }

    /** Open incidents, the newest first. */
    public List<Incident> open(int limit) {
        return UnreadableRows.readable(
                dsl,
                dsl.select()
                        .from(INCIDENT)
                        .where(INCIDENT.STATE.in("triggered", "acknowledged", "snoozed"))
                        .orderBy(INCIDENT.NUMBER.desc())
                        .limit(limit),
                INCIDENT.ID,
                IncidentRow::read);
    }

    /** Incidents resolved after an instant, the newest first. */
    public List<Incident> resolvedSince(Instant since, int limit) {
        return UnreadableRows.readable(
                dsl,
                dsl.select()
                        .from(INCIDENT)
                        .where(INCIDENT.STATE.eq("resolved"))
                        .and(INCIDENT.RESOLVED_AT.gt(since))
                        .orderBy(INCIDENT.NUMBER.desc())
                        .limit(limit),
                INCIDENT.ID,
                IncidentRow::read);
    }

    /** Has an incident looked at no sooner than {@code until}. */
    public void postpone(UUID id, Instant until) {
        dsl.update(INCIDENT)
                .set(INCIDENT.ESCALATES_AT, until)
                .where(INCIDENT.ID.eq(id))
                .execute();
    }

    /** Triggered incidents due between two instants, for precise wake-ups. */
    public Map<UUID, Instant> dueWithin(Instant from, Instant to, int limit) {
        return dsl.select(INCIDENT.ID, INCIDENT.ESCALATES_AT)
                .from(INCIDENT)
                .where(INCIDENT.ESCALATES_AT.gt(from))
                .and(INCIDENT.ESCALATES_AT.le(to))
                .orderBy(INCIDENT.ESCALATES_AT)
                .limit(limit)
                .fetchMap(INCIDENT.ID, INCIDENT.ESCALATES_AT);
    }

    public void addResponders(UUID incidentId, Collection<UUID> responders, Instant now) {
        var known = responders(incidentId);
        dsl.batch(responders.stream()
                        .filter(id -> !known.contains(id))
                        .map(id -> dsl.insertInto(INCIDENT_RESPONDER)
                                .set(INCIDENT_RESPONDER.INCIDENT_ID, incidentId)
                                .set(INCIDENT_RESPONDER.RESPONDER_ID, id)
                                .set(INCIDENT_RESPONDER.ADDED_AT, now))
                        .toList())
                .execute();
    }

    /** People added by hand. */
    public List<UUID> responders(UUID incidentId) {
        return dsl.select(INCIDENT_RESPONDER.RESPONDER_ID)
                .from(INCIDENT_RESPONDER)
                .where(INCIDENT_RESPONDER.INCIDENT_ID.eq(incidentId))
                .orderBy(INCIDENT_RESPONDER.ADDED_AT)
                .fetch(INCIDENT_RESPONDER.RESPONDER_ID);
    }
}
