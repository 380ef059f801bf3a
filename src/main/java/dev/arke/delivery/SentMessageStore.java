package dev.arke.delivery;

import static dev.arke.database.generated.Tables.DELIVERY;
import static dev.arke.database.generated.Tables.INCIDENT;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

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
import org.jooq.DSLContext;

/** From what was sent back to what it was about. */
public final class SentMessageStore {
    private final DSLContext dsl;

    public SentMessageStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The incident that a message is about; empty for a message of many (a digest, a bundle) or of none. */
    public Optional<UUID> incidentOf(ContactKind carrier, String messageRef) {
        var member = DELIVERY.as("member");
        var found = dsl.selectDistinct(DELIVERY.INCIDENT_ID)
                .from(DELIVERY)
                .where(DELIVERY.MESSAGE_REF.eq(messageRef))
                .and(DELIVERY.CARRIER.eq(carrier.word()))
                .and(DELIVERY.INCIDENT_ID.isNotNull())
                .and(notExists(selectOne().from(member).where(member.DIGEST_ID.eq(DELIVERY.ID))))
                .fetch(DELIVERY.INCIDENT_ID);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The deliveries that became this message. */
    public List<UUID> rowsOf(ContactKind carrier, String messageRef) {
        return dsl.select(DELIVERY.ID)
                .from(DELIVERY)
                .where(DELIVERY.MESSAGE_REF.eq(messageRef))
                .and(DELIVERY.CARRIER.eq(carrier.word()))
                .fetch(DELIVERY.ID);
    }

    /** The question that a message asks. */
    public Optional<UUID> questionOf(ContactKind carrier, String messageRef) {
        return dsl
                .selectDistinct(DELIVERY.ABOUT_ID)
                .from(DELIVERY)
                .where(DELIVERY.MESSAGE_REF.eq(messageRef))
                .and(DELIVERY.CARRIER.eq(carrier.word()))
                .and(DELIVERY.KIND.eq(Delivery.Kind.QUESTION.word()))
                .fetch(DELIVERY.ABOUT_ID)
                .stream()
                .findFirst();
    }

    /** A page that reached somebody: once for each turn of an incident, however many of their methods it took. */
    public record PageSent(UUID responderId, UUID serviceId, Instant at) {}

    /** The pages that reached these people and were planned in that time, also by contact methods they no longer have. */
    public List<PageSent> pagesTo(Collection<UUID> responderIds, Interval during) {
        if (responderIds.isEmpty()) return List.of();
        return dsl.select(DELIVERY.RESPONDER_ID, INCIDENT.SERVICE_ID, min(DELIVERY.PLANNED_AT))
                .from(DELIVERY)
                .join(INCIDENT)
                .on(INCIDENT.ID.eq(DELIVERY.INCIDENT_ID))
                .where(Sought.isOneOf(DELIVERY.RESPONDER_ID, responderIds))
                .and(DELIVERY.KIND.eq(Delivery.Kind.PAGE.word()))
                .and(DELIVERY.PLANNED_AT.ge(during.start()))
                .and(DELIVERY.PLANNED_AT.lt(during.end()))
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
