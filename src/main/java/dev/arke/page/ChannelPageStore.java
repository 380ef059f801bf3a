package dev.arke.page;

import static dev.arke.database.generated.Tables.DELIVERY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.arke.database.Sought;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.delivery.DeliveryKeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/** What steps have posted in channels, and are to post. */
public final class ChannelPageStore {
    /** A post that went out later than this after it was planned does not slow down the next. */
    private static final Duration LOOKED_BACK = Duration.ofMinutes(10);

    private final DSLContext dsl;
    private final DeliveryKeyStore keys;

    public ChannelPageStore(DSLContext dsl) {
        this.dsl = dsl;
        this.keys = new DeliveryKeyStore(dsl);
    }

    /** By "slack:C0PAY"; a channel without such posts is left out. Recent ones are planned after {@code since}. */
    public Map<String, ChannelPace.Posts> posts(Collection<String> channels, Instant since, Instant now) {
        if (channels.isEmpty()) return Map.of();
        var names = channels.stream()
                .map(channel -> DeliveryKeyStore.toChannel(Kind.PAGE, channel))
                .toList();
        var planned = keys.find(names, now.minus(LOOKED_BACK));
        if (planned.isEmpty()) return Map.of();
        var isHeld = DELIVERY.STATE
                .eq(State.WAITING.word())
                .and(DELIVERY.LEASE.isNull())
                .and(DELIVERY.DUE_SINCE.gt(now));
        var posts = new HashMap<String, ChannelPace.Posts>();
        dsl.select(
                        DELIVERY.RECIPIENT,
                        count(when(DELIVERY.PLANNED_AT.gt(since), 1)),
                        max(coalesce(
                                DELIVERY.DELIVERED_AT,
                                // What was taken along with a post is on its way before its time.
                                when(DELIVERY.LEASE.isNotNull(), val(now, DELIVERY.DUE_SINCE.getDataType()))
                                        .otherwise(DELIVERY.DUE_SINCE))),
                        min(when(isHeld, DELIVERY.DUE_SINCE)))
                .from(DELIVERY)
                .where(Sought.isOneOf(DELIVERY.ID, planned))
                .and(DELIVERY.STATE.in(State.WAITING.word(), State.DELIVERED.word()))
                .groupBy(DELIVERY.RECIPIENT)
                .forEach(found -> posts.put(
                        found.value1(),
                        new ChannelPace.Posts(
                                found.value2(),
                                Optional.ofNullable(found.value3()),
                                Optional.ofNullable(found.value4()))));
        return posts;
    }
}
