package dev.arke.delivery;

import static dev.arke.database.generated.Tables.DELIVERY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import dev.arke.database.Sought;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** What channels were lately given, by which a storm is told from a few cards. */
public final class StormStore {
    /** A channel's digest: how many incidents it stands for, and when the last one joined. */
    public record OpenDigest(UUID id, int members, Instant startedAt, Instant lastJoinedAt) {}

    private final DSLContext dsl;

    public StormStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** How many cards each of these channels was given after an instant, as "slack:C0PAY". */
    public Map<String, Integer> cardsSince(Collection<String> channels, Instant since) {
        if (channels.isEmpty()) return Map.of();
        var sought = Sought.of(DELIVERY.RECIPIENT, channels);
        return sought.count(
                dsl,
                DELIVERY.RECIPIENT,
                DELIVERY,
                DELIVERY.KIND.eq(Kind.CARD.word()).and(DELIVERY.PLANNED_AT.gt(since)));
    }

    /** The last digest that each of these channels was given after an instant, by "slack:C0PAY". */
    public Map<String, OpenDigest> latestDigests(Collection<String> channels, Instant since) {
        if (channels.isEmpty()) return Map.of();
        var latest = new HashMap<String, OpenDigest>();
        var member = DELIVERY.as("member");
        var sought = Sought.of(DELIVERY.RECIPIENT, channels);
        dsl.select(DELIVERY.RECIPIENT, DELIVERY.ID, DELIVERY.PLANNED_AT, count(), max(member.PLANNED_AT))
                .from(sought.table())
                .join(DELIVERY)
                .on(sought.matches())
                .join(member)
                .on(member.DIGEST_ID.eq(DELIVERY.ID))
                .where(DELIVERY.KIND.eq(Kind.DIGEST.word()))
                .and(DELIVERY.STATE.in(List.of(State.WAITING.word(), State.DELIVERED.word())))
                .and(DELIVERY.PLANNED_AT.gt(since))
                .groupBy(DELIVERY.RECIPIENT, DELIVERY.ID, DELIVERY.PLANNED_AT)
                .orderBy(DELIVERY.PLANNED_AT, DELIVERY.ID)
                .forEach(found -> latest.put(
                        found.value1(),
                        new OpenDigest(found.value2(), found.value4(), found.value3(), found.value5())));
        return latest;
    }
}
