package dev.arke.delivery;

import static dev.arke.database.generated.Tables.DELIVERY;

import dev.arke.database.Sought;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** What channels were lately given, by which a storm is told from a few cards. */
public final class StormStore {
    /** A channel's digest: how many incidents it stands for, and when the last one joined. */
    public record OpenDigest(UUID id, int members, Instant startedAt, Instant lastJoinedAt) {}

    private final DSLContext dsl;
    private final DeliveryKeyStore keys;

    public StormStore(DSLContext dsl) {
        this.dsl = dsl;
        this.keys = new DeliveryKeyStore(dsl);
    }

    /** How many cards each of these channels was given after an instant, as "slack:C0PAY". */
    public Map<String, Integer> cardsSince(Collection<String> channels, Instant since) {
        var byName = byName(Kind.CARD, channels);
        var cards = new HashMap<String, Integer>();
        if (!byName.isEmpty())
            keys.countSince(byName.keySet(), since).forEach((name, count) -> cards.put(byName.get(name), count));
        return cards;
    }

    /** The last digest that each of these channels was given after an instant, by "slack:C0PAY". */
    public Map<String, OpenDigest> latestDigests(Collection<String> channels, Instant since) {
        var ids = keys.find(byName(Kind.DIGEST, channels).keySet(), since);
        if (ids.isEmpty()) return Map.of();
        var members = keys.members(ids);
        var latest = new HashMap<String, OpenDigest>();
        dsl.select(DELIVERY.RECIPIENT, DELIVERY.ID, DELIVERY.PLANNED_AT)
                .from(DELIVERY)
                .where(Sought.isOneOf(DELIVERY.ID, ids))
                .and(DELIVERY.STATE.in(List.of(State.WAITING.word(), State.DELIVERED.word())))
                .orderBy(DELIVERY.PLANNED_AT, DELIVERY.ID)
                .forEach(found -> {
                    var joined = members.get(found.value2());
                    if (joined != null)
                        latest.put(
                                found.value1(),
                                new OpenDigest(found.value2(), joined.count(), found.value3(), joined.lastJoinedAt()));
                });
        return latest;
    }

    private static Map<String, String> byName(Kind kind, Collection<String> channels) {
        return channels.stream()
                .distinct()
                .collect(Collectors.toMap(channel -> DeliveryKeyStore.toChannel(kind, channel), channel -> channel));
    }
}
