package dev.arke.delivery;

import static dev.arke.database.generated.Tables.DELIVERY;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import dev.arke.database.Batch;
import dev.arke.database.Claiming;
import dev.arke.database.Due;
import dev.arke.database.Sought;
import dev.arke.database.UnreadableRows;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;

/** The outbox as the senders see it: rows are claimed for a while under a lease, and settled. */
public final class OutboxStore {
    static final short PAGES = 0;
    private static final short LAST_LANE = 2;
    static final List<Short> LANES = List.of(PAGES, (short) 1, LAST_LANE);

    /** Older rows of a channel are not looked through: it may have had very many. */
    private static final Duration HELD_AT_MOST = Duration.ofMinutes(10);

    private static final int MOST_HELD = 500;

    /**
     * Rows asked back under their lease: {@code ours} are locked, {@code busy} are held by another unit for the moment.
     * What is in neither was lost to another node after the lease had ended.
     */
    public record Leased(List<Delivery> ours, Set<UUID> busy) {}

    private final DSLContext dsl;
    private final DeliveryKeyStore keys;

    public OutboxStore(DSLContext dsl) {
        this.dsl = dsl;
        this.keys = new DeliveryKeyStore(dsl);
    }

    /**
     * Takes due rows of one carrier, pages first: at most {@code room} in all and {@code roomBesidesPages} that are no
     * pages, and none {@code except} these. They are due again when the lease ends, should nothing be heard of them.
     */
    public List<Delivery> claim(
            ContactKind carrier, int room, int roomBesidesPages, Lease lease, Set<UUID> except, Instant now) {
        var claimed = new ArrayList<Delivery>();
        for (short lane : LANES) {
            int limit = lane == PAGES ? room : Math.min(room - claimed.size(), roomBesidesPages - othersIn(claimed));
            if (limit > 0) claimed.addAll(due(carrier, lane, limit, except, now));
        }
        claimed.addAll(heldBackWith(claimed, now));
        if (!claimed.isEmpty())
            dsl.update(DELIVERY)
                    .set(DELIVERY.LEASE, lease.id())
                    .set(DELIVERY.DUE_AT, lease.ends())
                    .where(Sought.isOneOf(
                            DELIVERY.ID, claimed.stream().map(Delivery::id).toList()))
                    .execute();
        return claimed;
    }

    /** The other new pages of channels of which one was claimed that had to wait: they are one post. */
    private List<Delivery> heldBackWith(List<Delivery> claimed, Instant now) {
        var channels = claimed.stream()
                .filter(Delivery::isHeldBack)
                .map(row -> DeliveryKeyStore.toChannel(Kind.PAGE, row.to().name()))
                .collect(Collectors.toSet());
        if (channels.isEmpty()) return List.of();
        var planned = keys.find(channels, now.minus(HELD_AT_MOST));
        var known = claimed.stream().map(Delivery::id).collect(Collectors.toSet());
        return DeliveryRow.readable(
                        dsl,
                        Claiming.skipLocked(dsl.select()
                                .from(DELIVERY)
                                .where(Sought.isOneOf(DELIVERY.ID, planned))
                                .and(DELIVERY.STATE.eq(State.WAITING.word()))
                                .and(DELIVERY.LEASE.isNull())
                                .and(UnreadableRows.notAmong(dsl, DELIVERY.ID))
                                .orderBy(DELIVERY.PLANNED_AT)
                                .limit(MOST_HELD)))
                .stream()
                .filter(row -> !known.contains(row.id()))
                .toList();
    }

    private static int othersIn(List<Delivery> claimed) {
        return (int) claimed.stream().filter(row -> row.lane() != PAGES).count();
    }

    private List<Delivery> due(ContactKind carrier, short lane, int limit, Set<UUID> except, Instant now) {
        return DeliveryRow.readable(
                dsl,
                Claiming.skipLocked(dsl.select()
                        .from(DELIVERY)
                        .where(DELIVERY.CARRIER.eq(carrier.word()))
                        .and(DELIVERY.LANE.eq(lane))
                        .and(Due.by(DELIVERY.DUE_AT, now))
                        .and(UnreadableRows.notAmong(dsl, DELIVERY.ID))
                        .and(
                                except.isEmpty()
                                        ? noCondition()
                                        : Sought.isOneOf(DELIVERY.ID, except).not())
                        .orderBy(DELIVERY.CARRIER, DELIVERY.LANE, DELIVERY.DUE_AT)
                        .limit(limit)));
    }

    /** Those of these carriers for which something is due: one look instead of a claim for each. */
    public Set<ContactKind> dueOf(Collection<ContactKind> carriers, Instant now) {
        var sought = Sought.of(
                List.of(DELIVERY.CARRIER, DELIVERY.LANE),
                carriers.stream()
                        .flatMap(carrier -> LANES.stream().map(lane -> List.of(carrier.word(), lane)))
                        .toList());
        return dsl.selectDistinct(Sought.key(DELIVERY.CARRIER))
                .from(sought.table())
                .where(exists(selectOne().from(DELIVERY).where(sought.matches()).and(Due.by(DELIVERY.DUE_AT, now))))
                .fetchSet(row -> ContactKind.parse(row.value1()).orElseThrow());
    }

    /** Those of these rows that are still claimed under this lease and not called off; not locked. */
    public Set<UUID> stillWanted(UUID lease, Collection<UUID> ids) {
        return dsl
                .select(DELIVERY.ID, DELIVERY.LEASE, DELIVERY.STATE)
                .from(DELIVERY)
                .where(Sought.isOneOf(DELIVERY.ID, ids))
                .fetch()
                .stream()
                .filter(row -> lease.equals(row.value2()))
                .filter(row -> !State.CANCELLED.word().equals(row.value3()))
                .map(Record3::value1)
                .collect(Collectors.toSet());
    }

    /** Takes rows back under the leases they were claimed with, by id. */
    public Leased lockLeased(Map<UUID, UUID> leases) {
        if (leases.isEmpty()) return new Leased(List.of(), Set.of());
        var found = Claiming.skipLocked(dsl.select()
                        .from(DELIVERY)
                        .where(Sought.isOneOf(DELIVERY.ID, leases.keySet()))
                        .orderBy(DELIVERY.ID))
                .fetch();
        var seen = found.stream().map(row -> row.get(DELIVERY.ID)).collect(Collectors.toSet());
        var held = found.stream()
                .filter(row -> Objects.equals(leases.get(row.get(DELIVERY.ID)), row.get(DELIVERY.LEASE)))
                .toList();
        var ours = DeliveryRow.readable(dsl, held);
        return new Leased(
                ours, leases.keySet().stream().filter(id -> !seen.contains(id)).collect(Collectors.toSet()));
    }

    /** The rows that one message stands for. */
    public List<Delivery> ofMessage(UUID id) {
        return DeliveryRow.readable(dsl, dsl.selectFrom(DELIVERY).where(isOfMessage(id)));
    }

    private Condition isOfMessage(UUID id) {
        var ids = new HashSet<>(keys.find(DeliveryKeyStore.bundle(id)));
        ids.add(id);
        return Sought.isOneOf(DELIVERY.ID, ids).and(DELIVERY.ID.eq(id).or(DELIVERY.DIGEST_ID.eq(id)));
    }

    /** The same, locked. */
    public List<Delivery> lockMessage(UUID id) {
        return DeliveryRow.readable(
                dsl,
                Claiming.lock(dsl.selectFrom(DELIVERY).where(isOfMessage(id)).orderBy(DELIVERY.ID), DELIVERY));
    }

    /** Writes rows that this unit has locked, and ends their leases; {@code before} are the same rows as they were. */
    public void settle(Collection<Delivery> before, Collection<Delivery> after) {
        Batch.update(
                dsl,
                DELIVERY,
                DELIVERY.ID,
                after.stream().map(DeliveryRow::settled).toList());
        keys.settled(before, after);
    }

    /** Pages that have been on their way for longer than they may, the longest first. Not locked. */
    public List<Delivery> fallingThrough(Instant now, int limit) {
        return DeliveryRow.readable(
                dsl,
                dsl.selectFrom(DELIVERY)
                        .where(Due.by(DELIVERY.FALLS_THROUGH_AT, now))
                        .and(UnreadableRows.notAmong(dsl, DELIVERY.ID))
                        .orderBy(DELIVERY.FALLS_THROUGH_AT)
                        .limit(limit));
    }

    /** These pages have fallen through: their people's next methods are seen to. */
    public void clearFallThrough(Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        dsl.update(DELIVERY)
                .set(DELIVERY.FALLS_THROUGH_AT, (Instant) null)
                .where(Sought.isOneOf(DELIVERY.ID, ids))
                .execute();
    }

    /** These pages fall through at these instants, once more where they had. Inside a unit that has locked their incidents. */
    public void fallThroughAgain(Map<UUID, Instant> pages) {
        var rows = new ArrayList<Map<Field<?>, @Nullable Object>>();
        pages.forEach((id, at) -> {
            var row = new LinkedHashMap<Field<?>, @Nullable Object>();
            row.put(DELIVERY.FALLS_THROUGH_AT, at);
            row.put(DELIVERY.ID, id);
            rows.add(row);
        });
        Batch.update(dsl, DELIVERY, DELIVERY.ID, rows);
    }

    /** This page cannot be seen to now and is not looked at before then. */
    public void fallThroughLater(UUID id, Instant then) {
        dsl.update(DELIVERY)
                .set(DELIVERY.FALLS_THROUGH_AT, then)
                .where(DELIVERY.ID.eq(id))
                .and(DELIVERY.FALLS_THROUGH_AT.isNotNull())
                .execute();
    }

    /** Makes waiting pages that nobody is sending due at once. */
    public void pullForward(Collection<UUID> ids, Instant now, Instant fallsThroughAt) {
        if (ids.isEmpty()) return;
        dsl.update(DELIVERY)
                .set(DELIVERY.DUE_AT, now)
                .set(DELIVERY.DUE_SINCE, now)
                .set(DELIVERY.FALLS_THROUGH_AT, fallsThroughAt)
                .where(Sought.isOneOf(DELIVERY.ID, ids))
                .and(DELIVERY.KIND.eq(Kind.PAGE.word()))
                .and(DELIVERY.STATE.eq(State.WAITING.word()))
                .and(DELIVERY.LEASE.isNull())
                .execute();
    }

    /** A channel has another address: what is still to be posted there goes to it. */
    public void readdress(ChannelAddress from, ChannelAddress to) {
        var names = Arrays.stream(Kind.values())
                .map(kind -> DeliveryKeyStore.toChannel(kind, from.toString()))
                .toList();
        dsl.update(DELIVERY)
                .set(DELIVERY.ADDRESS, to.address())
                .where(Sought.isOneOf(DELIVERY.ID, keys.find(names)))
                .and(DELIVERY.STATE.in(State.WAITING.word(), State.DELIVERED.word()))
                .execute();
    }

    /** At the start on H2, whose file is this process's alone: whoever held a lease is gone. */
    public void voidLeases(Instant now) {
        dsl.update(DELIVERY)
                .set(DELIVERY.LEASE, (UUID) null)
                .set(DELIVERY.DUE_AT, now)
                .where(DELIVERY.LEASE.isNotNull())
                .and(DELIVERY.DUE_AT.isNotNull())
                .execute();
    }
}
