package dev.arke.delivery;

import static dev.arke.database.generated.Tables.DELIVERY;
import static dev.arke.database.generated.Tables.INCIDENT;
import static org.jooq.impl.DSL.min;

import dev.arke.calendar.Interval;
import dev.arke.database.Sought;
import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** From what was sent back to what it was about. */
public final class SentMessageStore {
    private final DSLContext dsl;
    private final DeliveryKeyStore keys;

    public SentMessageStore(DSLContext dsl) {
        this.dsl = dsl;
        this.keys = new DeliveryKeyStore(dsl);
    }

    /** The incident that a message is about; empty for a message of many (a digest, a bundle) or of none. */
    public Optional<UUID> incidentOf(ContactKind carrier, String messageRef) {
        var found = dsl.select(DELIVERY.ID, DELIVERY.INCIDENT_ID)
                .from(DELIVERY)
                .where(isMessage(carrier, messageRef))
                .and(DELIVERY.INCIDENT_ID.isNotNull())
                .fetchMap(DELIVERY.ID, DELIVERY.INCIDENT_ID);
        keys.members(found.keySet()).keySet().forEach(found::remove);
        var incidents = new HashSet<>(found.values());
        return incidents.size() == 1 ? Optional.of(incidents.iterator().next()) : Optional.empty();
    }

    /** The deliveries that became this message. */
    public List<UUID> rowsOf(ContactKind carrier, String messageRef) {
        return dsl.select(DELIVERY.ID)
                .from(DELIVERY)
                .where(isMessage(carrier, messageRef))
                .fetch(DELIVERY.ID);
    }

    /** The question that a message asks. */
    public Optional<UUID> questionOf(ContactKind carrier, String messageRef) {
        return dsl
                .selectDistinct(DELIVERY.ABOUT_ID)
                .from(DELIVERY)
                .where(isMessage(carrier, messageRef))
                .and(DELIVERY.KIND.eq(Delivery.Kind.QUESTION.word()))
                .fetch(DELIVERY.ABOUT_ID)
                .stream()
                .findFirst();
    }

    private Condition isMessage(ContactKind carrier, String messageRef) {
        return Sought.isOneOf(DELIVERY.ID, keys.find(DeliveryKeyStore.message(messageRef)))
                .and(DELIVERY.MESSAGE_REF.eq(messageRef))
                .and(DELIVERY.CARRIER.eq(carrier.word()));
    }

    /** A page that reached somebody: once for each turn of an incident, however many of their methods it took. */
    public record PageSent(UUID responderId, UUID serviceId, Instant at) {}

    /** The pages that reached these people and were planned in that time, also by contact methods they no longer have. */
    public List<PageSent> pagesTo(Collection<UUID> responderIds, Interval during) {
        if (responderIds.isEmpty()) return List.of();
        var planned =
                keys.find(responderIds.stream().map(DeliveryKeyStore::page).toList(), during);
        return dsl.select(DELIVERY.RESPONDER_ID, INCIDENT.SERVICE_ID, min(DELIVERY.PLANNED_AT))
                .from(DELIVERY)
                .join(INCIDENT)
                .on(INCIDENT.ID.eq(DELIVERY.INCIDENT_ID))
                .where(Sought.isOneOf(DELIVERY.ID, planned))
                .and(DELIVERY.DELIVERED_AT.isNotNull())
                .groupBy(DELIVERY.RESPONDER_ID, INCIDENT.SERVICE_ID, DELIVERY.INCIDENT_ID, DELIVERY.TURN)
                .fetch(row -> new PageSent(row.value1(), row.value2(), row.value3()));
    }

    /** Those of these incidents for which this person was or will be paged. */
    public Set<UUID> pagedTo(UUID responderId, Collection<UUID> incidentIds) {
        if (incidentIds.isEmpty()) return Set.of();
        return new HashSet<>(dsl.selectDistinct(DELIVERY.INCIDENT_ID)
                .from(DELIVERY)
                .where(Sought.isOneOf(DELIVERY.INCIDENT_ID, incidentIds))
                .and(Sought.isOneOf(DELIVERY.KIND, List.of(Delivery.Kind.PAGE.word())))
                .and(DELIVERY.RESPONDER_ID.eq(responderId))
                .fetch(DELIVERY.INCIDENT_ID));
    }
}
