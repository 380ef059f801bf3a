package dev.arke.chat;

import static dev.arke.database.generated.Tables.INCIDENT_ROOM;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.arke.alert.CleanText;
import dev.arke.database.Claiming;
import dev.arke.database.Sought;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The table incident_room. */
public final class IncidentRoomStore {
    private static final int LONGEST_PROBLEM = 500;
    private static final String OPEN = IncidentRoom.State.OPEN.word();

    private final DSLContext dsl;

    public IncidentRoomStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<IncidentRoom> find(UUID incidentId) {
        return dsl.selectFrom(INCIDENT_ROOM)
                .where(INCIDENT_ROOM.INCIDENT_ID.eq(incidentId))
                .fetchOptional(IncidentRoomStore::read);
    }

    /** The rooms of these incidents that are open, by incident. */
    public Map<UUID, IncidentRoom> open(Collection<UUID> incidentIds) {
        if (incidentIds.isEmpty()) return Map.of();
        return dsl
                .selectFrom(INCIDENT_ROOM)
                .where(Sought.isOneOf(INCIDENT_ROOM.INCIDENT_ID, incidentIds))
                .and(INCIDENT_ROOM.STATE.eq(OPEN))
                .fetch(IncidentRoomStore::read)
                .stream()
                .collect(Collectors.toMap(IncidentRoom::incidentId, room -> room));
    }

    /** The incident whose open room a channel is. */
    public Optional<UUID> incidentOf(ChannelAddress channel) {
        return dsl.select(INCIDENT_ROOM.INCIDENT_ID)
                .from(INCIDENT_ROOM)
                .where(isAt(channel))
                .and(INCIDENT_ROOM.STATE.eq(OPEN))
                .fetchOptional(INCIDENT_ROOM.INCIDENT_ID);
    }

    /** Writes a room that is to be made, in place of one that failed or was closed; due now. */
    public void want(IncidentRoom room, Instant now) {
        var row = columns(room);
        row.put(INCIDENT_ROOM.DUE_AT, now);
        row.put(INCIDENT_ROOM.LEASE, null);
        row.put(INCIDENT_ROOM.WANTED, room.wanted());
        row.put(INCIDENT_ROOM.OPENED_BY, room.openedBy());
        row.put(INCIDENT_ROOM.OPENED_AT, now);
        if (dsl.update(INCIDENT_ROOM)
                        .set(row)
                        .where(INCIDENT_ROOM.INCIDENT_ID.eq(room.incidentId()))
                        .execute()
                == 0)
            dsl.insertInto(INCIDENT_ROOM)
                    .set(INCIDENT_ROOM.INCIDENT_ID, room.incidentId())
                    .set(row)
                    .execute();
    }

    /** These incidents have changed: their open rooms are looked at again at once. */
    public void touch(Collection<UUID> incidentIds, Instant now) {
        if (incidentIds.isEmpty()) return;
        dsl.update(INCIDENT_ROOM)
                .set(INCIDENT_ROOM.WANTED, INCIDENT_ROOM.WANTED.plus(1))
                .set(
                        INCIDENT_ROOM.DUE_AT,
                        // A row under lease is being worked on: whoever ends that sees that more is wanted.
                        when(INCIDENT_ROOM.LEASE.isNull(), instant(now)).otherwise(INCIDENT_ROOM.DUE_AT))
                .where(Sought.isOneOf(INCIDENT_ROOM.INCIDENT_ID, incidentIds))
                .and(INCIDENT_ROOM.STATE.eq(OPEN))
                .execute();
    }

    public List<UUID> due(Instant now) {
        return dsl.select(INCIDENT_ROOM.INCIDENT_ID)
                .from(INCIDENT_ROOM)
                .where(INCIDENT_ROOM.DUE_AT.le(now))
                .orderBy(INCIDENT_ROOM.DUE_AT, INCIDENT_ROOM.INCIDENT_ID)
                .fetch(INCIDENT_ROOM.INCIDENT_ID);
    }

    /** Takes one until {@code leaseEnds}; empty when it is not due or another node has it. */
    public Optional<IncidentRoom> claim(UUID incidentId, UUID lease, Instant leaseEnds, Instant now) {
        var found = Claiming.skipLocked(dsl.select()
                        .from(INCIDENT_ROOM)
                        .where(INCIDENT_ROOM.INCIDENT_ID.eq(incidentId))
                        .and(INCIDENT_ROOM.DUE_AT.le(now)))
                .fetchOptional(IncidentRoomStore::read);
        if (found.isPresent())
            dsl.update(INCIDENT_ROOM)
                    .set(INCIDENT_ROOM.LEASE, lease)
                    .set(INCIDENT_ROOM.DUE_AT, leaseEnds)
                    .where(INCIDENT_ROOM.INCIDENT_ID.eq(incidentId))
                    .execute();
        return found;
    }

    /**
     * Ends a lease with what came of it; due at {@code next}, or at once when more became wanted. False when the lease had
     * ended, and somebody else works on it.
     */
    public boolean settle(IncidentRoom after, UUID lease, Optional<Instant> next, Instant now) {
        var row = columns(after);
        row.put(INCIDENT_ROOM.LEASE, null);
        return dsl.update(INCIDENT_ROOM)
                        .set(row)
                        .set(
                                INCIDENT_ROOM.DUE_AT,
                                when(INCIDENT_ROOM.WANTED.eq(after.wanted()), instant(next.orElse(null)))
                                        .otherwise(instant(now)))
                        .where(INCIDENT_ROOM.INCIDENT_ID.eq(after.incidentId()))
                        .and(INCIDENT_ROOM.LEASE.eq(lease))
                        .execute()
                > 0;
    }

    /** A channel was archived or deleted: if it was a room, another one can be opened. */
    public void close(ChannelAddress channel) {
        dsl.update(INCIDENT_ROOM)
                .set(INCIDENT_ROOM.STATE, IncidentRoom.State.CLOSED.word())
                .set(INCIDENT_ROOM.DUE_AT, (Instant) null)
                .set(INCIDENT_ROOM.LEASE, (UUID) null)
                .where(isAt(channel))
                .execute();
    }

    private static Field<Instant> instant(@Nullable Instant at) {
        return val(at, INCIDENT_ROOM.DUE_AT.getDataType());
    }

    private static Condition isAt(ChannelAddress channel) {
        return INCIDENT_ROOM.PLATFORM.eq(channel.platform().word()).and(INCIDENT_ROOM.ADDRESS.eq(channel.address()));
    }

    private static Map<Field<?>, @Nullable Object> columns(IncidentRoom room) {
        var r = INCIDENT_ROOM;
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(r.PLATFORM, room.spot().platform().word());
        row.put(r.TENANT, room.spot().tenant());
        row.put(r.NEAR, room.spot().near().map(ChannelAddress::address).orElse(null));
        row.put(r.STATE, room.state().word());
        row.put(r.NAME, room.name());
        row.put(r.ADDRESS, room.channel().map(ChannelAddress::address).orElse(null));
        row.put(r.LINK, room.link().map(URI::toString).orElse(null));
        row.put(r.INVITED, room.invited().stream().map(UUID::toString).sorted().collect(Collectors.joining(",")));
        row.put(r.TOPIC, room.topic());
        row.put(r.PINNED, room.pinned());
        row.put(r.ATTEMPTS, room.attempts());
        row.put(
                r.PROBLEM,
                room.problem()
                        .map(words -> CleanText.cut(words, LONGEST_PROBLEM))
                        .orElse(null));
        return row;
    }

    private static IncidentRoom read(Record row) {
        var r = INCIDENT_ROOM;
        var platform = ContactKind.parse(row.get(r.PLATFORM)).orElseThrow();
        return new IncidentRoom(
                row.get(r.INCIDENT_ID),
                new Rooms.Spot(
                        platform,
                        row.get(r.TENANT),
                        Optional.ofNullable(row.get(r.NEAR)).map(address -> new ChannelAddress(platform, address))),
                row.get(r.OPENED_BY),
                IncidentRoom.State.ofWord(row.get(r.STATE)),
                row.get(r.NAME),
                Optional.ofNullable(row.get(r.ADDRESS)).map(address -> new ChannelAddress(platform, address)),
                Optional.ofNullable(row.get(r.LINK)).map(URI::create),
                ids(row.get(r.INVITED)),
                row.get(r.TOPIC),
                row.get(r.PINNED),
                row.get(r.WANTED),
                row.get(r.ATTEMPTS),
                Optional.ofNullable(row.get(r.PROBLEM)));
    }

    private static Set<UUID> ids(String list) {
        return Arrays.stream(list.split(",", -1))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }
}
