package dev.arke.incident;

import static dev.arke.database.generated.Tables.TIMELINE_ENTRY;

import dev.arke.database.Batch;
import dev.arke.database.Json;
import dev.arke.database.Sought;
import dev.arke.responder.ContactKind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The timelines of incidents: appended to, read, never changed. */
public final class TimelineStore {
    private static final Map<String, Class<? extends IncidentEvent>> EVENTS = Stream.of(
                    IncidentEvent.class.getPermittedSubclasses())
            .map(type -> type.<IncidentEvent>asSubclass(IncidentEvent.class))
            .collect(Collectors.toUnmodifiableMap(TimelineStore::what, type -> type));

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DSLContext dsl;

    public TimelineStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public void append(Collection<TimelineEntry> entries) {
        Batch.insert(
                dsl, TIMELINE_ENTRY, entries.stream().map(TimelineStore::row).toList());
    }

    private static Map<Field<?>, @Nullable Object> row(TimelineEntry entry) {
        var t = TIMELINE_ENTRY;
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(t.ID, entry.id());
        row.put(t.INCIDENT_ID, entry.incidentId());
        row.put(t.AT, entry.at());
        row.put(t.WHAT, what(entry.event().getClass()));
        row.put(t.ACTOR, entry.actor());
        row.put(t.VIA, entry.via().map(ContactKind::word).orElse(null));
        row.put(t.BODY, Json.write(entry.event()));
        return row;
    }

    /** The entry written last, of whatever incident. */
    public Optional<UUID> newest() {
        return dsl.select(TIMELINE_ENTRY.ID)
                .from(TIMELINE_ENTRY)
                .orderBy(TIMELINE_ENTRY.ID.desc())
                .limit(1)
                .fetchOptional(TIMELINE_ENTRY.ID);
    }

    /** The timelines of these incidents, each oldest first. */
    public Map<UUID, List<TimelineEntry>> of(Collection<UUID> incidentIds) {
        if (incidentIds.isEmpty()) return Map.of();
        return read(Sought.isOneOf(TIMELINE_ENTRY.INCIDENT_ID, incidentIds));
    }

    /** The entries of these incidents that came after a known one, or all where none is known; each oldest first. */
    public Map<UUID, List<TimelineEntry>> after(Map<UUID, Optional<UUID>> lastKnown) {
        if (lastKnown.isEmpty()) return Map.of();
        var t = TIMELINE_ENTRY;
        var sought = Sought.of(
                List.of(t.INCIDENT_ID, t.ID),
                lastKnown.entrySet().stream()
                        .map(known -> List.of(known.getKey(), known.getValue().orElse(BEFORE_ALL)))
                        .toList());
        return dsl
                .select(t.fields())
                .from(sought.table())
                .join(t)
                .on(t.INCIDENT_ID.eq(Sought.key(t.INCIDENT_ID)))
                .and(t.ID.gt(Sought.key(t.ID)))
                .orderBy(t.INCIDENT_ID, t.ID)
                .fetch(TimelineStore::entry)
                .stream()
                .collect(Collectors.groupingBy(TimelineEntry::incidentId));
    }

    /** The entries of these kinds in the timelines of these incidents, each oldest first. */
    public Map<UUID, List<TimelineEntry>> ofKinds(
            Collection<UUID> incidentIds, Collection<Class<? extends IncidentEvent>> kinds) {
        if (incidentIds.isEmpty()) return Map.of();
        return read(Sought.isOneOf(TIMELINE_ENTRY.INCIDENT_ID, incidentIds)
                .and(TIMELINE_ENTRY.WHAT.in(
                        kinds.stream().map(TimelineStore::what).toList())));
    }

    private Map<UUID, List<TimelineEntry>> read(Condition condition) {
        var t = TIMELINE_ENTRY;
        return dsl
                .selectFrom(t)
                .where(condition)
                // A newer Arke beside this one may write events this one does not know: its own views show them.
                .and(t.WHAT.in(EVENTS.keySet()))
                .orderBy(t.INCIDENT_ID, t.ID)
                .fetch(TimelineStore::entry)
                .stream()
                .collect(Collectors.groupingBy(TimelineEntry::incidentId));
    }

    private static TimelineEntry entry(Record row) {
        var t = TIMELINE_ENTRY;
        var type = EVENTS.get(row.get(t.WHAT));
        if (type == null) throw new IllegalStateException("unknown timeline event " + row.get(t.WHAT));
        return new TimelineEntry(
                row.get(t.ID),
                row.get(t.INCIDENT_ID),
                row.get(t.AT),
                row.get(t.ACTOR),
                Optional.ofNullable(row.get(t.VIA)).flatMap(ContactKind::parse),
                Json.read(row.get(t.BODY), type));
    }

    /** "PageDelivered" is kept as "page_delivered". */
    private static String what(Class<?> event) {
        return event.getSimpleName().replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
