package dev.arke.alert;

import static dev.arke.database.generated.Tables.SERVICE;

import dev.arke.database.Upsert;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** The table service. */
public final class ServiceStore {
    private final DSLContext dsl;

    public ServiceStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** All services, inactive ones too. */
    public List<Service> load() {
        return dsl.selectFrom(SERVICE)
                .fetch(row -> new Service(
                        row.get(SERVICE.ID),
                        row.get(SERVICE.NAME),
                        row.get(SERVICE.TEAM_ID),
                        row.get(SERVICE.POLICY_ID),
                        Optional.ofNullable(row.get(SERVICE.ACK_TIMEOUT_SECONDS))
                                .map(Duration::ofSeconds),
                        row.get(SERVICE.LINKED_ONLY),
                        row.get(SERVICE.ACTIVE),
                        row.get(SERVICE.FILE_OWNED)));
    }

    public void save(Collection<Service> services) {
        Upsert.rows(
                dsl,
                SERVICE,
                SERVICE.ID,
                services.stream().map(ServiceStore::row).toList());
    }

    private static Map<Field<?>, @Nullable Object> row(Service service) {
        var row = new HashMap<Field<?>, @Nullable Object>();
        row.put(SERVICE.ID, service.id());
        row.put(SERVICE.NAME, service.name());
        row.put(SERVICE.TEAM_ID, service.teamId());
        row.put(SERVICE.POLICY_ID, service.policyId());
        row.put(
                SERVICE.ACK_TIMEOUT_SECONDS,
                service.ackTimeout()
                        .map(timeout -> Math.toIntExact(timeout.toSeconds()))
                        .orElse(null));
        row.put(SERVICE.LINKED_ONLY, service.linkedOnly());
        row.put(SERVICE.ACTIVE, service.active());
        row.put(SERVICE.FILE_OWNED, service.fileOwned());
        return row;
    }
}
