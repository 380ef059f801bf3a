package dev.arke.responder;

import static dev.arke.database.generated.Tables.CONTACT_METHOD;
import static dev.arke.database.generated.Tables.RESPONDER;

import dev.arke.database.UnreadableRows;
import dev.arke.database.Upsert;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The tables responder and contact_method. */
public final class ResponderStore {
    private final DSLContext dsl;

    public ResponderStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Everybody, deactivated people too, with their contact methods. */
    public List<Responder> load() {
        Map<UUID, List<ContactMethod>> methods =
                UnreadableRows.readable(dsl, dsl.selectFrom(CONTACT_METHOD), CONTACT_METHOD.ID, ResponderStore::method)
                        .stream()
                        .collect(Collectors.groupingBy(ContactMethod::responderId));
        return dsl.selectFrom(RESPONDER)
                .fetch(row -> responder(row, methods.getOrDefault(row.get(RESPONDER.ID), List.of())));
    }

    /** Writes these people whole: contact methods that they do not have any more are removed. */
    public void save(Collection<Responder> responders) {
        if (responders.isEmpty()) return;
        Upsert.rows(
                dsl,
                RESPONDER,
                RESPONDER.ID,
                responders.stream().map(ResponderStore::row).toList());
        var methods = responders.stream()
                .flatMap(responder -> responder.methods().stream())
                .toList();
        dsl.deleteFrom(CONTACT_METHOD)
                .where(CONTACT_METHOD.RESPONDER_ID.in(
                        responders.stream().map(Responder::id).toList()))
                .and(CONTACT_METHOD.ID.notIn(
                        methods.stream().map(ContactMethod::id).toList()))
                .execute();
        Upsert.rows(
                dsl,
                CONTACT_METHOD,
                CONTACT_METHOD.ID,
                methods.stream().map(ResponderStore::row).toList());
    }

    /** Those of these contact methods that are as given: dead, or alive. */
    public Set<UUID> among(Collection<UUID> methods, boolean dead) {
        if (methods.isEmpty()) return Set.of();
        return dsl.select(CONTACT_METHOD.ID)
                .from(CONTACT_METHOD)
                .where(CONTACT_METHOD.ID.in(methods))
                .and(dead ? CONTACT_METHOD.DEAD_AT.isNotNull() : CONTACT_METHOD.DEAD_AT.isNull())
                .fetchSet(CONTACT_METHOD.ID);
    }

    /** Says of contact methods that nobody is there any more, and why; the first time counts. */
    public void markDead(Map<UUID, String> reasons, Instant now) {
        reasons.forEach((method, reason) -> dsl.update(CONTACT_METHOD)
                .set(CONTACT_METHOD.DEAD_AT, now)
                .set(CONTACT_METHOD.DEAD_REASON, reason.length() > 500 ? reason.substring(0, 500) : reason)
                .where(CONTACT_METHOD.ID.eq(method))
                .and(CONTACT_METHOD.DEAD_AT.isNull())
                .execute());
    }

    /** Somebody is there again. */
    public void revive(Collection<UUID> methods) {
        dsl.update(CONTACT_METHOD)
                .setNull(CONTACT_METHOD.DEAD_AT)
                .setNull(CONTACT_METHOD.DEAD_REASON)
                .where(CONTACT_METHOD.ID.in(methods))
                .execute();
    }

    private Responder responder(Record row, List<ContactMethod> methods) {
        return new Responder(
                row.get(RESPONDER.ID),
                row.get(RESPONDER.NAME),
                row.get(RESPONDER.FULL_NAME),
                UnreadableRows.<ZoneId>readOr(
                        dsl,
                        RESPONDER.ID,
                        row.get(RESPONDER.ID),
                        () -> ZoneId.of(row.get(RESPONDER.TIME_ZONE)),
                        ZoneOffset.UTC),
                Optional.ofNullable(row.get(RESPONDER.EMAIL)),
                row.get(RESPONDER.ADMIN),
                row.get(RESPONDER.ACTIVE),
                row.get(RESPONDER.FILE_OWNED),
                methods,
                Optional.ofNullable(row.get(RESPONDER.HOLIDAYS)).map(Region::new),
                Optional.ofNullable(row.get(RESPONDER.LANGUAGE)).flatMap(Language::parse));
    }

    private static ContactMethod method(Record row) {
        return new ContactMethod(
                row.get(CONTACT_METHOD.ID),
                row.get(CONTACT_METHOD.RESPONDER_ID),
                ContactKind.parse(row.get(CONTACT_METHOD.KIND)).orElseThrow(),
                row.get(CONTACT_METHOD.ADDRESS),
                row.get(CONTACT_METHOD.POSITION),
                Optional.ofNullable(row.get(CONTACT_METHOD.DEAD_AT)),
                row.get(CONTACT_METHOD.OWN),
                row.get(CONTACT_METHOD.VERIFIED));
    }

    private static Map<Field<?>, @Nullable Object> row(Responder responder) {
        var row = new HashMap<Field<?>, @Nullable Object>();
        row.put(RESPONDER.ID, responder.id());
        row.put(RESPONDER.NAME, responder.name());
        row.put(RESPONDER.FULL_NAME, responder.fullName());
        row.put(RESPONDER.TIME_ZONE, responder.zone().getId());
        row.put(RESPONDER.EMAIL, responder.email().orElse(null));
        row.put(RESPONDER.ADMIN, responder.admin());
        row.put(RESPONDER.ACTIVE, responder.active());
        row.put(RESPONDER.FILE_OWNED, responder.fileOwned());
        row.put(RESPONDER.HOLIDAYS, responder.holidays().map(Region::code).orElse(null));
        row.put(RESPONDER.LANGUAGE, responder.language().map(Language::word).orElse(null));
        return row;
    }

    private static Map<Field<?>, @Nullable Object> row(ContactMethod method) {
        var row = new HashMap<Field<?>, @Nullable Object>();
        row.put(CONTACT_METHOD.ID, method.id());
        row.put(CONTACT_METHOD.RESPONDER_ID, method.responderId());
        row.put(CONTACT_METHOD.KIND, method.kind().word());
        row.put(CONTACT_METHOD.ADDRESS, method.address());
        row.put(CONTACT_METHOD.POSITION, method.position());
        row.put(CONTACT_METHOD.DEAD_AT, method.deadAt().orElse(null));
        row.put(CONTACT_METHOD.OWN, method.own());
        row.put(CONTACT_METHOD.VERIFIED, method.verified());
        return row;
    }
}
