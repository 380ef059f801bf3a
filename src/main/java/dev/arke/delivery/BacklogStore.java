package dev.arke.delivery;

import static dev.arke.database.generated.Tables.DELIVERY;
import static org.jooq.impl.DSL.min;

import dev.arke.database.Due;
import dev.arke.database.UnreadableRows;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The outbox as the watch sees it: what should be out by now and is not. */
public final class BacklogStore {
    private final DSLContext dsl;

    public BacklogStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Since when the oldest message of each lane is due; a lane where nothing is due is left out. */
    public Map<Integer, Instant> oldestDue(Instant now) {
        return dsl
                .select(DELIVERY.LANE, min(DELIVERY.DUE_SINCE))
                .from(DELIVERY)
                .where(Due.by(DELIVERY.DUE_SINCE, now))
                .groupBy(DELIVERY.LANE)
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> row.value1().intValue(), row -> row.value2()));
    }

    /**
     * Pages that should have gone out before an instant and have not: nobody has tried them, they fail, or a rate limit
     * holds them up. The longest due come first.
     */
    public List<Delivery> latePages(Instant before, int limit) {
        return UnreadableRows.readable(
                dsl,
                dsl.selectFrom(DELIVERY)
                        .where(Due.by(DELIVERY.DUE_SINCE, before))
                        .and(DELIVERY.KIND.eq(Kind.PAGE.word()))
                        .and(DELIVERY.STATE.eq(State.WAITING.word()))
                        .orderBy(DELIVERY.DUE_SINCE, DELIVERY.ID)
                        .limit(limit),
                DELIVERY.ID,
                DeliveryRow::read);
    }
}
