package dev.arke.delivery;

import static dev.arke.database.generated.Tables.DELIVERY;
import static org.jooq.impl.DSL.max;

import dev.arke.database.Sought;
import dev.arke.delivery.Delivery.Kind;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The messages that ask questions on incidents, or tell of them. */
public final class QuestionMessageStore {
    private final DSLContext dsl;
    private final DeliveryKeyStore keys;

    QuestionMessageStore(DSLContext dsl, DeliveryKeyStore keys) {
        this.dsl = dsl;
        this.keys = keys;
    }

    /** Everything sent or to be sent for these questions, oldest first. */
    public List<Delivery> about(Collection<UUID> questionIds) {
        if (questionIds.isEmpty()) return List.of();
        return DeliveryRow.readable(
                dsl, dsl.selectFrom(DELIVERY).where(areAbout(questionIds)).orderBy(DELIVERY.ABOUT_ID, DELIVERY.ID));
    }

    Condition areAsking(Collection<UUID> questionIds) {
        return areAbout(questionIds).and(DELIVERY.KIND.eq(Kind.QUESTION.word()));
    }

    private Condition areAbout(Collection<UUID> questionIds) {
        var found = keys.find(questionIds.stream().map(DeliveryKeyStore::about).toList());
        return Sought.isOneOf(DELIVERY.ID, found).and(Sought.isOneOf(DELIVERY.ABOUT_ID, questionIds));
    }

    /** The highest turn in which a question on this incident was asked, or 0; read under the incident's lock. */
    public int lastTurn(UUID incidentId) {
        var last = dsl.select(max(DELIVERY.TURN))
                .from(DELIVERY)
                .where(DeliveryStore.isOf(List.of(incidentId), Kind.QUESTION))
                .fetchSingle()
                .value1();
        return last == null ? 0 : last;
    }
}
