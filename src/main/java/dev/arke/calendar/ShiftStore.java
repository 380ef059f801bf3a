package dev.arke.calendar;

import static dev.arke.database.generated.Tables.SHIFT;

import dev.arke.database.Json;
import dev.arke.database.Sought;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The shifts of all teams: who is on call is read from here and from nowhere else. */
public final class ShiftStore {
    /** So many rows go into one statement: each value is one of at most 32,767. */
    private static final int ROWS = 500;

    static final List<String> ABSENCES =
            Arrays.stream(Role.Absence.values()).map(Role::word).toList();

    private final DSLContext dsl;

    public ShiftStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Who is on call in each of these at one instant, in one statement; a duty that nobody has is left out. */
    public Map<TeamRole, List<UUID>> onCallAt(Collection<TeamRole> roles, Instant at) {
        var found = new LinkedHashMap<TeamRole, List<UUID>>();
        if (roles.isEmpty()) return found;
        var s = SHIFT;
        var sought = Sought.of(
                List.of(s.TEAM_ID, s.ROLE),
                roles.stream()
                        .map(role -> List.of(role.teamId(), role.duty().word()))
                        .toList());
        dsl.selectDistinct(s.TEAM_ID, s.ROLE, s.RESPONDER_ID)
                .from(sought.table())
                .join(s)
                .on(sought.matches())
                .where(s.ENDS_AT.gt(at))
                .and(s.STARTS_AT.le(at))
                .and(s.RESPONDER_ID.isNotNull())
                .orderBy(s.TEAM_ID, s.ROLE, s.RESPONDER_ID)
                .forEach(row -> found.computeIfAbsent(
                                new TeamRole(row.value1(), new Role.Duty(row.value2())), any -> new ArrayList<>())
                        .add(row.value3()));
        return found;
    }

    /** A team's shifts that end after the instant, by role and end. */
    public List<Shift> ofTeam(UUID teamId, Instant after) {
        var s = SHIFT;
        return dsl.selectFrom(s)
                .where(s.TEAM_ID.eq(teamId))
                .and(s.ENDS_AT.gt(after))
                .orderBy(s.TEAM_ID, s.ROLE, s.ENDS_AT)
                .fetch(ShiftStore::shift);
    }

    /** Those of these that there are. */
    public Map<UUID, Shift> byId(Collection<UUID> ids) {
        if (ids.isEmpty()) return Map.of();
        return dsl.selectFrom(SHIFT)
                .where(Sought.isOneOf(SHIFT.ID, ids))
                .fetchMap(row -> row.get(SHIFT.ID), ShiftStore::shift);
    }

    /** These with all that is one turn with one of them. */
    public List<Shift> withTheirTurns(Collection<Shift> shifts) {
        var s = SHIFT;
        var all = new LinkedHashMap<UUID, Shift>();
        var links = shifts.stream()
                .flatMap(shift -> shift.provenance().link().stream())
                .toList();
        if (!links.isEmpty())
            dsl.selectFrom(s)
                    .where(Sought.isOneOf(s.LINK_ID, links))
                    .fetch(ShiftStore::shift)
                    .forEach(shift -> all.put(shift.id(), shift));
        var places = shifts.stream()
                .flatMap(shift -> shift.provenance().place().stream())
                .toList();
        var turns = shifts.stream().map(Shift::turn).collect(Collectors.toSet());
        if (!places.isEmpty())
            dsl
                    .selectFrom(s)
                    .where(Sought.isOneOf(
                            s.ROTATION_ID,
                            places.stream().map(Provenance.Planned::rotationId).toList()))
                    .and(Sought.isOneOf(
                            s.SLOT,
                            places.stream().map(Provenance.Planned::occurrence).toList()))
                    .fetch(ShiftStore::shift)
                    .stream()
                    .filter(shift -> turns.contains(shift.turn()))
                    .forEach(shift -> all.put(shift.id(), shift));
        shifts.forEach(shift -> all.put(shift.id(), shift));
        return List.copyOf(all.values());
    }

    /** A team's shifts that overlap the interval, by role and end. */
    public List<Shift> ofTeam(UUID teamId, Interval during) {
        return ofTeams(List.of(teamId), during);
    }

    public List<Shift> ofTeams(Collection<UUID> teamIds, Interval during) {
        var s = SHIFT;
        return dsl.selectFrom(s)
                .where(Sought.isOneOf(s.TEAM_ID, teamIds))
                .and(s.ENDS_AT.gt(during.start()))
                .and(s.STARTS_AT.lt(during.end()))
                .orderBy(s.TEAM_ID, s.ROLE, s.ENDS_AT)
                .fetch(ShiftStore::shift);
    }

    /** These people's shifts and absences on all teams that overlap the interval. */
    public List<Shift> ofResponders(Collection<UUID> responderIds, Interval during) {
        if (responderIds.isEmpty()) return List.of();
        var s = SHIFT;
        var sought = Sought.of(s.RESPONDER_ID, responderIds);
        return dsl.select(s.fields())
                .from(sought.table())
                .join(s)
                .on(sought.matches())
                .where(s.ENDS_AT.gt(during.start()))
                .and(s.STARTS_AT.lt(during.end()))
                .orderBy(s.RESPONDER_ID, s.ENDS_AT)
                .fetch(ShiftStore::shift);
    }

    /** The duties of people, on all teams, that begin after the first instant, up to the second. */
    public List<Shift> beginning(Instant after, Instant upTo) {
        var s = SHIFT;
        return dsl.selectFrom(s)
                .where(s.STARTS_AT.gt(after))
                .and(s.STARTS_AT.le(upTo))
                .and(s.RESPONDER_ID.isNotNull())
                .and(s.ROLE.notIn(ABSENCES))
                .orderBy(s.STARTS_AT)
                .fetch(ShiftStore::shift);
    }

    /** A person's shifts and absences that end after the instant, on all teams, the earliest end first. */
    public List<Shift> ofResponder(UUID responderId, Instant after, int limit) {
        var s = SHIFT;
        return dsl.selectFrom(s)
                .where(s.RESPONDER_ID.eq(responderId))
                .and(s.ENDS_AT.gt(after))
                .orderBy(s.RESPONDER_ID, s.ENDS_AT)
                .limit(limit)
                .fetch(ShiftStore::shift);
    }

    /** A rotation's shifts that end after the instant, by end. */
    public List<Shift> ofRotation(UUID rotationId, Instant after) {
        var s = SHIFT;
        return dsl.selectFrom(s)
                .where(s.ROTATION_ID.eq(rotationId))
                .and(s.ENDS_AT.gt(after))
                .orderBy(s.ROTATION_ID, s.ENDS_AT)
                .fetch(ShiftStore::shift);
    }

    /**
     * Lets go of the shifts of rotations that are to be deleted: what was planned and is to come is removed, what runs
     * ends now, and what is past or was made by hand stays, of no rotation any more.
     */
    public void release(Collection<UUID> rotationIds, Instant now) {
        var s = SHIFT;
        dsl.deleteFrom(s)
                .where(s.ROTATION_ID.in(rotationIds))
                .and(s.STARTS_AT.ge(now))
                .and(s.EDITED.isFalse())
                .execute();
        dsl.update(s)
                .set(s.ENDS_AT, now)
                .set(s.CHANGED_AT, now)
                .where(s.ROTATION_ID.in(rotationIds))
                .and(s.ENDS_AT.gt(now))
                .and(s.EDITED.isFalse())
                .execute();
        dsl.update(s)
                .setNull(s.ROTATION_ID)
                .setNull(s.SLOT)
                .setNull(s.PART)
                .where(s.ROTATION_ID.in(rotationIds))
                .execute();
    }

    /** Carries a difference out. */
    public void apply(ShiftDiff diff, Instant now) {
        var queries = new ArrayList<Query>();
        diff.removed().forEach(shift -> queries.add(dsl.deleteFrom(SHIFT).where(SHIFT.ID.eq(shift.id()))));
        diff.moved()
                .forEach(move -> queries.add(dsl.update(SHIFT)
                        .set(columns(move.after()))
                        .set(SHIFT.CHANGED_AT, now)
                        .where(SHIFT.ID.eq(move.after().id()))));
        if (!queries.isEmpty()) dsl.batch(queries).execute();
        insert(diff.added(), now);
    }

    public void insert(Collection<Shift> shifts) {
        insert(List.copyOf(shifts), null);
    }

    private void insert(List<Shift> shifts, @Nullable Instant changedAt) {
        for (int from = 0; from < shifts.size(); from += ROWS) {
            var rows = shifts.subList(from, Math.min(shifts.size(), from + ROWS)).stream()
                    .map(shift -> row(shift, changedAt))
                    .toList();
            var insert = dsl.insertInto(SHIFT).columns(rows.getFirst().keySet());
            for (var row : rows) insert = insert.values(row.values());
            insert.execute();
        }
    }

    private static Map<Field<?>, @Nullable Object> row(Shift shift, @Nullable Instant changedAt) {
        var row = columns(shift);
        row.put(SHIFT.ID, shift.id());
        row.put(SHIFT.CHANGED_AT, changedAt);
        return row;
    }

    private static Map<Field<?>, @Nullable Object> columns(Shift shift) {
        var place = shift.provenance().place();
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(SHIFT.TEAM_ID, shift.teamId());
        row.put(SHIFT.ROLE, shift.role().word());
        row.put(SHIFT.RESPONDER_ID, shift.responder().orElse(null));
        row.put(SHIFT.STARTS_AT, shift.interval().start());
        row.put(SHIFT.ENDS_AT, shift.interval().end());
        row.put(SHIFT.ROTATION_ID, place.map(Provenance.Planned::rotationId).orElse(null));
        row.put(SHIFT.SLOT, place.map(Provenance.Planned::occurrence).orElse(null));
        row.put(SHIFT.PART, place.map(Provenance.Planned::part).orElse(null));
        row.put(SHIFT.EDITED, shift.provenance() instanceof Provenance.Edited);
        row.put(
                SHIFT.INSTEAD_OF,
                edited(shift).flatMap(Provenance.Edited::insteadOf).orElse(null));
        row.put(
                SHIFT.CHANGE_ID,
                edited(shift).flatMap(Provenance.Edited::change).orElse(null));
        row.put(SHIFT.LINK_ID, shift.provenance().link().orElse(null));
        row.put(SHIFT.REASON, shift.reason().map(Json::write).orElse(null));
        return row;
    }

    private static Optional<Provenance.Edited> edited(Shift shift) {
        return shift.provenance() instanceof Provenance.Edited edited ? Optional.of(edited) : Optional.empty();
    }

    /** What {@link #withoutReason} reads. */
    static final List<Field<?>> BUT_REASON = Arrays.stream(SHIFT.fields())
            .filter(field -> !field.equals(SHIFT.REASON))
            .toList();

    static Shift shift(Record row) {
        return withoutReason(row)
                .because(Optional.ofNullable(row.get(SHIFT.REASON)).map(json -> Json.read(json, Reason.class)));
    }

    /** For rules that ask only who has what when: to read reasons takes longer than all the rest. */
    static Shift withoutReason(Record row) {
        var s = SHIFT;
        return new Shift(
                row.get(s.ID),
                row.get(s.TEAM_ID),
                Role.parse(row.get(s.ROLE)).orElseThrow(),
                Optional.ofNullable(row.get(s.RESPONDER_ID)),
                new Interval(row.get(s.STARTS_AT), row.get(s.ENDS_AT)),
                provenance(row));
    }

    private static Provenance provenance(Record row) {
        var rotationId = row.get(SHIFT.ROTATION_ID);
        var place = Optional.ofNullable(rotationId)
                .map(id -> new Provenance.Planned(id, row.get(SHIFT.SLOT), row.get(SHIFT.PART)));
        if (!row.get(SHIFT.EDITED) && place.isPresent()) return place.get();
        return new Provenance.Edited(
                place,
                Optional.ofNullable(row.get(SHIFT.INSTEAD_OF)),
                Optional.ofNullable(row.get(SHIFT.CHANGE_ID)),
                Optional.ofNullable(row.get(SHIFT.LINK_ID)));
    }
}
