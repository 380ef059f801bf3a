package dev.arke.delivery;

import static dev.arke.database.generated.Tables.DELIVERY_KEY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import dev.arke.calendar.Interval;
import dev.arke.database.Batch;
import dev.arke.database.Sought;
import dev.arke.delivery.Delivery.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * By what else than its incident a message is found, as names. A key stays when the row it leads to has changed, so whoever reads the
 * row asks once more.
 */
public final class DeliveryKeyStore {
    /** The messages that a bundle or a digest stands for. */
    record Members(int count, Instant lastJoinedAt) {}

    private record Key(String name, Instant plannedAt, UUID deliveryId) {}

    private final DSLContext dsl;

    public DeliveryKeyStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    static String message(String ref) {
        return "message " + ref;
    }

    static String bundle(UUID leadId) {
        return "bundle " + leadId;
    }

    static String about(UUID questionId) {
        return "about " + questionId;
    }

    static String page(UUID responderId) {
        return Kind.PAGE.word() + " " + responderId;
    }

    /** {@code channel} as "slack:C0PAY". */
    public static String toChannel(Kind kind, String channel) {
        return kind.word() + " " + channel;
    }

    void planned(Collection<PlannedDelivery> rows) {
        insert(rows.stream()
                .flatMap(row -> namesOf(row).stream().map(name -> new Key(name, row.plannedAt(), row.id())))
                .toList());
    }

    private static List<String> namesOf(PlannedDelivery row) {
        var names = new ArrayList<String>();
        row.standsIn().ifPresent(lead -> names.add(bundle(lead)));
        row.aboutId().ifPresent(id -> names.add(about(id)));
        if (row.to().channel().isPresent())
            names.add(toChannel(row.kind(), row.to().name()));
        if (row.kind() == Kind.PAGE) row.to().responderId().ifPresent(id -> names.add(page(id)));
        return names;
    }

    /** What has become known of rows that this unit has locked. One that is named anew may be called as it once was. */
    void settled(Collection<Delivery> before, Collection<Delivery> after) {
        var known = new HashMap<UUID, Set<String>>();
        before.forEach(row -> known.put(row.id(), namesOf(row)));
        var fresh = new ArrayList<Key>();
        var anew = new ArrayList<String>();
        for (var row : after) {
            var had = known.getOrDefault(row.id(), Set.of());
            for (var name : namesOf(row)) {
                if (had.contains(name)) continue;
                fresh.add(new Key(name, row.plannedAt(), row.id()));
                if (!had.isEmpty()) anew.add(name);
            }
        }
        fresh.removeAll(keys(anew));
        insert(fresh);
    }

    private static Set<String> namesOf(Delivery row) {
        var names = new HashSet<String>();
        row.progress().shown().messageRef().ifPresent(ref -> names.add(message(ref)));
        row.standsIn().ifPresent(lead -> names.add(bundle(lead)));
        return names;
    }

    private void insert(Collection<Key> keys) {
        Batch.insert(dsl, DELIVERY_KEY, keys.stream().map(DeliveryKeyStore::row).toList());
    }

    private static Map<Field<?>, @Nullable Object> row(Key key) {
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(DELIVERY_KEY.NAME, key.name());
        row.put(DELIVERY_KEY.PLANNED_AT, key.plannedAt());
        row.put(DELIVERY_KEY.DELIVERY_ID, key.deliveryId());
        return row;
    }

    private Set<Key> keys(Collection<String> names) {
        if (names.isEmpty()) return Set.of();
        return Set.copyOf(dsl.select(DELIVERY_KEY.NAME, DELIVERY_KEY.PLANNED_AT, DELIVERY_KEY.DELIVERY_ID)
                .from(DELIVERY_KEY)
                .where(Sought.isOneOf(DELIVERY_KEY.NAME, names))
                .fetch(row -> new Key(row.value1(), row.value2(), row.value3())));
    }

    List<UUID> find(String name) {
        return find(List.of(name));
    }

    List<UUID> find(Collection<String> names) {
        return names.isEmpty()
                ? List.of()
                : dsl.select(DELIVERY_KEY.DELIVERY_ID)
                        .from(DELIVERY_KEY)
                        .where(Sought.isOneOf(DELIVERY_KEY.NAME, names))
                        .fetch(DELIVERY_KEY.DELIVERY_ID);
    }

    /** The ids of those planned after an instant. */
    public List<UUID> find(Collection<String> names, Instant since) {
        return find(names, DELIVERY_KEY.PLANNED_AT.gt(since));
    }

    List<UUID> find(Collection<String> names, Interval during) {
        return find(names, DELIVERY_KEY.PLANNED_AT.ge(during.start()).and(DELIVERY_KEY.PLANNED_AT.lt(during.end())));
    }

    private List<UUID> find(Collection<String> names, Condition planned) {
        if (names.isEmpty()) return List.of();
        var sought = Sought.of(DELIVERY_KEY.NAME, names);
        return dsl.select(DELIVERY_KEY.DELIVERY_ID)
                .from(sought.table())
                .join(DELIVERY_KEY)
                .on(sought.matches())
                .where(planned)
                .fetch(DELIVERY_KEY.DELIVERY_ID);
    }

    /** How many rows each of these names leads to that were planned after an instant. */
    Map<String, Integer> countSince(Collection<String> names, Instant since) {
        return Sought.of(DELIVERY_KEY.NAME, names)
                .count(dsl, DELIVERY_KEY.NAME, DELIVERY_KEY, DELIVERY_KEY.PLANNED_AT.gt(since));
    }

    /** By the row whose message stands for them; a row that is no such lead is left out. */
    Map<UUID, Members> members(Collection<UUID> leadIds) {
        if (leadIds.isEmpty()) return Map.of();
        var byName = new HashMap<String, UUID>();
        leadIds.forEach(id -> byName.put(bundle(id), id));
        var members = new HashMap<UUID, Members>();
        dsl.select(DELIVERY_KEY.NAME, count(), max(DELIVERY_KEY.PLANNED_AT))
                .from(DELIVERY_KEY)
                .where(Sought.isOneOf(DELIVERY_KEY.NAME, byName.keySet()))
                .groupBy(DELIVERY_KEY.NAME)
                .forEach(found -> members.put(byName.get(found.value1()), new Members(found.value2(), found.value3())));
        return members;
    }
}
