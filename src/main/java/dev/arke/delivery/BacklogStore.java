package dev.arke.delivery;

import static dev.arke.database.generated.Tables.DELIVERY;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;

import dev.arke.database.Due;
import dev.arke.database.Sought;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.responder.ContactKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * The outbox as the watch sees it: what should be out by now and is not. All that is still to be sent is looked through, by the
 * index of what is due: another for this alone would be written with each row that is sent.
 */
public final class BacklogStore {
    private static final Condition IS_TO_BE_SENT = DELIVERY.DUE_AT.gt(Instant.EPOCH);

    private final DSLContext dsl;

    public BacklogStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Since when the oldest message of each lane is due; a lane where nothing is due is left out. */
    public Map<Integer, Instant> oldestDue(Instant now) {
        return oldest(OutboxStore.LANES, now);
    }

    private Map<Integer, Instant> oldest(List<Short> lanes, Instant now) {
        var sought = inLanes(lanes);
        var since = field(select(min(DELIVERY.DUE_SINCE))
                .from(DELIVERY)
                .where(sought.matches())
                .and(IS_TO_BE_SENT)
                .and(Due.by(DELIVERY.DUE_SINCE, now)));
        var oldest = new TreeMap<Integer, Instant>();
        dsl.select(Sought.key(DELIVERY.LANE), since).from(sought.table()).forEach(found -> {
            var at = found.value2();
            if (at != null) oldest.merge(found.value1().intValue(), at, (a, b) -> a.isBefore(b) ? a : b);
        });
        return oldest;
    }

    private static Sought inLanes(List<Short> lanes) {
        return Sought.of(
                List.of(DELIVERY.CARRIER, DELIVERY.LANE),
                Arrays.stream(ContactKind.values())
                        .flatMap(carrier -> lanes.stream().map(lane -> List.of(carrier.word(), lane)))
                        .toList());
    }

    /**
     * Pages that should have gone out before an instant and have not: nobody has tried them, they fail, or a rate limit
     * holds them up. The longest due come first.
     */
    public List<Delivery> latePages(Instant before, int limit) {
        var pages = List.of(OutboxStore.PAGES);
        if (oldest(pages, before).isEmpty()) return List.of();
        var sought = inLanes(pages);
        return DeliveryRow.readable(
                dsl,
                dsl.select(DELIVERY.fields())
                        .from(sought.table())
                        .join(DELIVERY)
                        .on(sought.matches())
                        .where(IS_TO_BE_SENT)
                        .and(Due.by(DELIVERY.DUE_SINCE, before))
                        .and(DELIVERY.KIND.eq(Kind.PAGE.word()))
                        .and(DELIVERY.STATE.eq(State.WAITING.word()))
                        .orderBy(DELIVERY.DUE_SINCE, DELIVERY.ID)
                        .limit(limit));
    }
}
