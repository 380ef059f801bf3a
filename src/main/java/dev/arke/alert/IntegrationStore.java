package dev.arke.alert;

import static dev.arke.database.generated.Tables.INTEGRATION;
import static dev.arke.database.generated.Tables.INTEGRATION_KEY;

import dev.arke.database.UnreadableRows;
import dev.arke.database.Upsert;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

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
                row.get(INTEGRATION.FILE_OWNED));
    }

    private <T> T readOr(Record row, Supplier<? extends T> read, T instead) {
        return UnreadableRows.readOr(dsl, INTEGRATION.ID, row.get(INTEGRATION.ID), read, instead);
    }

    private static Map<Field<?>, Object> row(Integration integration) {
        return Map.of(
                INTEGRATION.ID, integration.id(),
                INTEGRATION.NAME, integration.name(),
                INTEGRATION.SERVICE_ID, integration.serviceId(),
                INTEGRATION.FORMAT, integration.format(),
                INTEGRATION.GROUPED, integration.grouped(),
                INTEGRATION.PRIORITIES, RoutingJson.write(integration.priorities()),
                INTEGRATION.ROUTES, RoutingJson.write(integration.routes()),
                INTEGRATION.ACTIVE, integration.active(),
                INTEGRATION.FILE_OWNED, integration.fileOwned());
    }

    private static Map<Field<?>, Object> row(Integration integration, String hash) {
        return Map.of(INTEGRATION_KEY.HASH, hash, INTEGRATION_KEY.INTEGRATION_ID, integration.id());
    }
}
