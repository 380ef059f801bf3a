package dev.arke.alert;

import static dev.arke.database.generated.Tables.SERVICE;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.arke.database.Json;
import dev.arke.database.UnreadableRows;
import dev.arke.database.Upsert;
import dev.arke.responder.ContactKind;
import dev.arke.responder.TeamExtras;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
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
                        row.get(SERVICE.FILE_OWNED),
                        templates(row),
                        TeamExtras.addresses(row.get(SERVICE.MAIL_TO))));
    }

    /** Ways of contact that only a newer node knows are passed over. */
    private Map<ContactKind, PageTemplate> templates(Record row) {
        var text = row.get(SERVICE.TEMPLATES);
        if (text == null) return Map.of();
        var read = UnreadableRows.<Map<String, PageTemplate>>readOr(
                dsl,
                SERVICE.ID,
                row.get(SERVICE.ID),
                () -> Json.read(text, new TypeReference<Map<String, PageTemplate>>() {}),
                Map.of());
        var templates = new EnumMap<ContactKind, PageTemplate>(ContactKind.class);
        read.forEach((way, template) -> ContactKind.parse(way).ifPresent(kind -> templates.put(kind, template)));
        return templates;
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
        row.put(SERVICE.TEMPLATES, service.templates().isEmpty() ? null : Json.write(byWord(service)));
        row.put(SERVICE.MAIL_TO, TeamExtras.lines(service.mailTo()));
        return row;
    }

    private static Map<String, PageTemplate> byWord(Service service) {
        var byWord = new TreeMap<String, PageTemplate>();
        service.templates().forEach((kind, template) -> byWord.put(kind.word(), template));
        return byWord;
    }
}
