package dev.arke.calendar;

import static dev.arke.database.generated.Tables.RESPONDER;
import static dev.arke.database.generated.Tables.ROSTER_MEMBER;
import static dev.arke.database.generated.Tables.ROTATION;
import static dev.arke.database.generated.Tables.TEAM;
import static org.jooq.impl.DSL.select;

import dev.arke.database.Claiming;
import dev.arke.database.Due;
import dev.arke.database.Sought;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;

/** The rotations of all teams, and when each is to be filled next. */
public final class RotationStore {
    private final DSLContext dsl;

    public RotationStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** All rotations, by team and name. */
    public List<StoredRotation> load() {
        return where(ROTATION.ID.isNotNull());
    }

    /** The rotations of a team, by name. */
    public List<StoredRotation> ofTeam(UUID teamId) {
        return where(ROTATION.TEAM_ID.eq(teamId));
    }

    /** Writes rotations, new or known by their ids; each is due to be filled at once. The roster's people stay as they are. */
    public void save(Collection<StoredRotation> rotations, Instant now) {
        for (var stored : rotations) {
            var row = columns(stored, now);
            var id = stored.rotation().id();
            if (dsl.update(ROTATION).set(row).where(ROTATION.ID.eq(id)).execute() == 0)
                dsl.insertInto(ROTATION).set(ROTATION.ID, id).set(row).execute();
        }
    }

    /** Deletes rotations whose shifts {@link ShiftStore#release} has let go. */
    public void delete(Collection<UUID> ids) {
        dsl.deleteFrom(ROTATION).where(ROTATION.ID.in(ids)).execute();
    }

    /** Has every rotation of these teams filled soon: the teams or their rosters have changed. */
    public void fillSoonIn(Collection<UUID> teamIds, Instant now) {
        dsl.update(ROTATION)
                .set(ROTATION.FILL_DUE_AT, now)
                .where(Sought.isOneOf(ROTATION.TEAM_ID, teamIds))
                .execute();
    }

    /** Has every rotation filled soon that takes from this roster. */
    public void fillSoonFrom(UUID rosterId, Instant now) {
        dsl.update(ROTATION)
                .set(ROTATION.FILL_DUE_AT, now)
                .where(ROTATION.ROSTER_ID.eq(rosterId))
                .execute();
    }

    /** Has the helping rotations of these teams filled soon: whom they help may have other shifts. */
    public void fillHelpersSoon(Collection<UUID> teamIds, Instant now) {
        dsl.update(ROTATION)
                .set(ROTATION.FILL_DUE_AT, now)
                .where(ROTATION.TEAM_ID.in(teamIds))
                .and(ROTATION.HELPS_DUTY.isNotNull())
                .execute();
    }

    /** Has every rotation filled soon that this person takes turns in. */
    public void fillSoonOf(UUID responderId, Instant now) {
        fillSoonOf(List.of(responderId), now);
    }

    public void fillSoonOf(Collection<UUID> responderIds, Instant now) {
        dsl.update(ROTATION)
                .set(ROTATION.FILL_DUE_AT, now)
                .where(ROTATION.ROSTER_ID.in(select(ROSTER_MEMBER.ROSTER_ID)
                        .from(ROSTER_MEMBER)
                        .where(Sought.isOneOf(ROSTER_MEMBER.RESPONDER_ID, responderIds))))
                .execute();
    }

    /** A rotation that is due to be filled. */
    public record DueRotation(UUID id, UUID teamId) {}

    /** The rotations that are due to be filled, in the order in which they became so; those of a team beside each other. */
    public List<DueRotation> due(Instant now) {
        return dsl.select(ROTATION.ID, ROTATION.TEAM_ID)
                .from(ROTATION)
                .where(Due.by(ROTATION.FILL_DUE_AT, now))
                .orderBy(ROTATION.FILL_DUE_AT, ROTATION.TEAM_ID, ROTATION.ID)
                .fetch(row -> new DueRotation(row.value1(), row.value2()));
    }

    /**
     * Takes some for this unit of work, with their teams' calendars; without those that are not due any more or that another
     * node has.
     */
    public List<Rotation> claim(Collection<DueRotation> due, Instant now) {
        // The teams first, as everybody does who changes their calendars: nobody waits in a circle.
        lockCalendars(due.stream().map(DueRotation::teamId).toList());
        // Whether it is still due is asked of the row, not of the index of all that are.
        var claimed = Claiming.skipLocked(dsl.select(ROTATION.ID, ROTATION.FILL_DUE_AT)
                        .from(ROTATION)
                        .where(Sought.isOneOf(
                                ROTATION.ID, due.stream().map(DueRotation::id).toList())))
                .stream()
                .filter(row -> row.value2() != null && !row.value2().isAfter(now))
                .map(Record2::value1)
                .toList();
        if (claimed.isEmpty()) return List.of();
        return byId(claimed);
    }

    private List<Rotation> byId(Collection<UUID> ids) {
        return where(Sought.isOneOf(ROTATION.ID, ids)).stream()
                .map(StoredRotation::rotation)
                .toList();
    }

    /** Keeps the calendars of these teams from changing but by this unit of work. */
    public void lockCalendars(Collection<UUID> teamIds) {
        var which = Sought.isOneOf(TEAM.ID, teamIds);
        Claiming.lock(dsl.select(TEAM.ID).from(TEAM).where(which).orderBy(TEAM.ID), TEAM)
                .fetch();
    }

    public void fillAgainAt(UUID id, Instant at) {
        fillAgainAt(List.of(id), at);
    }

    public void fillAgainAt(Collection<UUID> ids, Instant at) {
        dsl.update(ROTATION)
                .set(ROTATION.FILL_DUE_AT, at)
                .where(Sought.isOneOf(ROTATION.ID, ids))
                .execute();
    }

    private List<StoredRotation> where(Condition condition) {
        return stored(dsl.selectFrom(ROTATION)
                .where(condition)
                .orderBy(ROTATION.TEAM_ID, ROTATION.NAME)
                .fetch());
    }

    /** Of whole rows, with those who take turns in them. */
    List<StoredRotation> stored(Collection<? extends Record> rows) {
        var people =
                people(rows.stream().map(row -> row.get(ROTATION.ROSTER_ID)).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> stored(row, people.getOrDefault(row.get(ROTATION.ROSTER_ID), List.of())))
                .toList();
    }

    /** Those of each roster who take turns, in order. */
    private Map<UUID, List<UUID>> people(Collection<UUID> rosterIds) {
        if (rosterIds.isEmpty()) return Map.of();
        // Joined, not listed: of hundreds of rosters H2 would look through the list for each of their people.
        var sought = Sought.of(ROSTER_MEMBER.ROSTER_ID, rosterIds);
        return dsl.select(ROSTER_MEMBER.ROSTER_ID, ROSTER_MEMBER.RESPONDER_ID)
                .from(sought.table())
                .join(ROSTER_MEMBER)
                .on(sought.matches())
                .join(RESPONDER)
                .on(RESPONDER.ID.eq(ROSTER_MEMBER.RESPONDER_ID))
                .where(ROSTER_MEMBER.IN_ROTATION.isTrue())
                .and(RESPONDER.ACTIVE.isTrue())
                .orderBy(ROSTER_MEMBER.ROSTER_ID, ROSTER_MEMBER.POSITION)
                .fetchGroups(ROSTER_MEMBER.ROSTER_ID, ROSTER_MEMBER.RESPONDER_ID);
    }

    private static StoredRotation stored(Record row, List<UUID> people) {
        var r = ROTATION;
        var rotation = new Rotation(
                row.get(r.ID),
                row.get(r.NAME),
                new TeamRole(row.get(r.TEAM_ID), new Role.Duty(row.get(r.ROLE))),
                people,
                new Recurrence(
                        LocalDateTime.parse(row.get(r.ANCHOR)),
                        Cadence.parse(row.get(r.CADENCE)).orElseThrow(),
                        ZoneId.of(row.get(r.TIME_ZONE)),
                        windows(row.get(r.WINDOWS)),
                        Optional.ofNullable(row.get(r.ACTIVE_FROM)).map(LocalDate::parse),
                        Optional.ofNullable(row.get(r.ACTIVE_UNTIL)).map(LocalDate::parse)),
                Strategy.parse(row.get(r.STRATEGY)).orElseThrow(),
                Duration.ofDays(row.get(r.HORIZON_DAYS)),
                Optional.ofNullable(row.get(r.HELPS_DUTY))
                        .map(duty -> new Helping(new Role.Duty(duty), people(row.get(r.HELPS)))),
                row.get(r.PAUSED));
        return new StoredRotation(rotation, row.get(r.ROSTER_ID), row.get(r.FILE_OWNED));
    }

    private static Set<UUID> people(String joined) {
        return Stream.of(joined.split(",", -1)).map(UUID::fromString).collect(Collectors.toSet());
    }

    private static List<WeeklyWindow> windows(String lines) {
        return lines.lines().map(line -> WeeklyWindow.parse(line).orElseThrow()).toList();
    }

    private static Map<Field<?>, @Nullable Object> columns(StoredRotation stored, Instant fillDueAt) {
        var r = ROTATION;
        var rotation = stored.rotation();
        var recurrence = rotation.recurrence();
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(r.TEAM_ID, rotation.fills().teamId());
        row.put(r.NAME, rotation.name());
        row.put(r.ROLE, rotation.fills().duty().word());
        row.put(r.ROSTER_ID, stored.rosterId());
        row.put(r.CADENCE, recurrence.cadence().text());
        row.put(r.ANCHOR, recurrence.anchor().toString());
        row.put(r.TIME_ZONE, recurrence.zone().getId());
        row.put(r.WINDOWS, recurrence.windows().stream().map(WeeklyWindow::text).collect(Collectors.joining("\n")));
        row.put(r.STRATEGY, rotation.strategy().word());
        row.put(r.HORIZON_DAYS, (int) rotation.horizon().toDays());
        row.put(r.ACTIVE_FROM, recurrence.activeFrom().map(LocalDate::toString).orElse(null));
        row.put(
                r.ACTIVE_UNTIL,
                recurrence.activeUntil().map(LocalDate::toString).orElse(null));
        row.put(
                r.HELPS_DUTY,
                rotation.helping().map(helping -> helping.duty().word()).orElse(null));
        row.put(
                r.HELPS,
                rotation.helping()
                        .map(helping -> helping.people().stream()
                                .sorted()
                                .map(UUID::toString)
                                .collect(Collectors.joining(",")))
                        .orElse(null));
        row.put(r.PAUSED, rotation.paused());
        row.put(r.FILE_OWNED, stored.fileOwned());
        row.put(r.FILL_DUE_AT, fillDueAt);
        return row;
    }
}
