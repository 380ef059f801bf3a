package dev.arke.alert;

import static dev.arke.database.generated.Tables.INTEGRATION;
import static dev.arke.database.generated.Tables.INTEGRATION_KEY;

import dev.arke.database.UnreadableRows;
import dev.arke.database.Upsert;
import dev.arke.responder.Quota;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The tables integration and integration_key. */
public final class IntegrationStore {
    private final DSLContext dsl;

    public IntegrationStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** All integrations, inactive ones too, with the hashes of their keys. */
    public List<Integration> load() {
        Map<UUID, List<String>> keys =
                dsl.selectFrom(INTEGRATION_KEY).fetchGroups(INTEGRATION_KEY.INTEGRATION_ID, INTEGRATION_KEY.HASH);
        return dsl.selectFrom(INTEGRATION)
                .fetch(row -> integration(row, Set.copyOf(keys.getOrDefault(row.get(INTEGRATION.ID), List.of()))));
    }

    /** Writes these integrations whole: keys that they do not have any more open nothing from now on. */
    public void save(Collection<Integration> integrations) {
        if (integrations.isEmpty()) return;
        Upsert.rows(
                dsl,
                INTEGRATION,
                INTEGRATION.ID,
                integrations.stream().map(IntegrationStore::row).toList());
        dsl.deleteFrom(INTEGRATION_KEY)
                .where(INTEGRATION_KEY.INTEGRATION_ID.in(
                        integrations.stream().map(Integration::id).toList()))
                .execute();
        Upsert.insert(
                dsl,
                INTEGRATION_KEY,
                integrations.stream()
                        .flatMap(integration -> integration.keyHashes().stream().map(hash -> row(integration, hash)))
                        .toList());
    }

    private Integration integration(Record row, Set<String> keyHashes) {
        return new Integration(
                row.get(INTEGRATION.ID),
                row.get(INTEGRATION.NAME),
                row.get(INTEGRATION.SERVICE_ID),
                row.get(INTEGRATION.FORMAT),
                row.get(INTEGRATION.GROUPED),
                // Without its routes an alert still goes to the integration's service; without the integration it is
                // lost.
                readOr(row, () -> RoutingJson.readPriorities(row.get(INTEGRATION.PRIORITIES)), Map.of()),
                readOr(row, () -> RoutingJson.readRoutes(row.get(INTEGRATION.ROUTES)), List.of()),
                keyHashes,
                row.get(INTEGRATION.ACTIVE),
                row.get(INTEGRATION.FILE_OWNED),
                Quota.of(
                        row.get(INTEGRATION.QUOTA_SOFT),
                        row.get(INTEGRATION.QUOTA_HARD),
                        row.get(INTEGRATION.QUOTA_SECONDS)));
    }

    private <T> T readOr(Record row, Supplier<? extends T> read, T instead) {
        return UnreadableRows.readOr(dsl, INTEGRATION.ID, row.get(INTEGRATION.ID), read, instead);
    }

    private static Map<Field<?>, @Nullable Object> row(Integration integration) {
        var row = new HashMap<Field<?>, @Nullable Object>();
        row.put(INTEGRATION.ID, integration.id());
        row.put(INTEGRATION.NAME, integration.name());
        row.put(INTEGRATION.SERVICE_ID, integration.serviceId());
        row.put(INTEGRATION.FORMAT, integration.format());
        row.put(INTEGRATION.GROUPED, integration.grouped());
        row.put(INTEGRATION.PRIORITIES, RoutingJson.write(integration.priorities()));
        row.put(INTEGRATION.ROUTES, RoutingJson.write(integration.routes()));
        row.put(INTEGRATION.ACTIVE, integration.active());
        row.put(INTEGRATION.FILE_OWNED, integration.fileOwned());
        row.put(INTEGRATION.QUOTA_SOFT, integration.quota().flatMap(Quota::soft).orElse(null));
        row.put(INTEGRATION.QUOTA_HARD, integration.quota().flatMap(Quota::hard).orElse(null));
        row.put(
                INTEGRATION.QUOTA_SECONDS,
                integration.quota().map(Quota::seconds).orElse(null));
        return row;
    }

    private static Map<Field<?>, Object> row(Integration integration, String hash) {
        return Map.of(INTEGRATION_KEY.HASH, hash, INTEGRATION_KEY.INTEGRATION_ID, integration.id());
    }
}
