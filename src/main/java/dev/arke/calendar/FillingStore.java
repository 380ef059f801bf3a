package dev.arke.calendar;

import static dev.arke.database.generated.Tables.RESPONDER;
import static dev.arke.database.generated.Tables.SHIFT;
import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import dev.arke.database.Sought;
import dev.arke.responder.Region;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;

/** What {@link Filling} has to know of rotations, read for many at once in a handful of statements. */
public final class FillingStore {
    /** So many of a rotation's past shifts tell whose turn it was, whatever was changed by hand since. */
    private static final int REMEMBERED = 64;

    private static final List<Field<?>> ALL = List.of(SHIFT.fields());
    /** Of gaps alone the reason matters; to read those of all the others takes longer than all the rest. */
    private static final List<Field<?>> REASONS_OF_GAPS = Stream.concat(
                    ShiftStore.BUT_REASON.stream(),
                    Stream.of(when(SHIFT.RESPONDER_ID.isNull(), SHIFT.REASON).as(SHIFT.REASON)))
            .toList();

    private final DSLContext dsl;

    public FillingStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Those of them that stand as they should. */
    public SettledStore settled() {
        return new SettledStore(dsl);
    }

    /** Of one rotation, as {@link Filling#of} takes it. */
    public record Known(List<Shift> own, List<Shift> elsewhere, Optional<List<Interval>> helped, History history) {}

    /** {@link #of(Collection, Instant)} of one. */
    public Known of(Rotation rotation, Instant now) {
        return of(List.of(rotation), now).values().iterator().next();
    }

    public Map<Rotation, Known> of(Collection<Rotation> rotations, Instant now) {
        return of(rotations, ALL, now);
    }

    /** Enough to see whether anything is to be done; not to do it, as shifts that are no gaps come without their reasons. */
    public Map<Rotation, Known> outlines(Collection<Rotation> rotations, Instant now) {
        return of(rotations, REASONS_OF_GAPS, now);
    }

    private Map<Rotation, Known> of(Collection<Rotation> rotations, List<Field<?>> columns, Instant now) {
        var own = own(rotations, columns, now);
        var elsewhere = elsewhere(rotations, now);
        var histories = histories(rotations, now);
        var known = new LinkedHashMap<Rotation, Known>();
        for (var rotation : rotations)
            known.put(
                    rotation,
                    new Known(
                            own.getOrDefault(rotation.id(), List.of()),
                            elsewhere(rotation, elsewhere),
                            helped(rotation, now),
                            histories.getOrDefault(rotation.id(), History.NONE)));
        return known;
    }

    /** All that end after now, and the last of those that are over, by end. */
    private Map<UUID, List<Shift>> own(Collection<Rotation> rotations, List<Field<?>> columns, Instant now) {
        var s = SHIFT;
        var sought =
                Sought.of(s.ROTATION_ID, rotations.stream().map(Rotation::id).toList());
        Field<Instant> earliest = select(s.ENDS_AT)
                .from(s)
                .where(sought.matches())
                .and(s.ENDS_AT.le(now))
                .orderBy(s.ROTATION_ID.desc(), s.ENDS_AT.desc())
                .limit(1)
                .offset(REMEMBERED - 1)
                .asField("earliest");
        var since = dsl.select(Sought.key(s.ROTATION_ID), earliest)
                .from(sought.table())
                .fetch();
        var bounds = Sought.of(
                List.of(s.ROTATION_ID, s.ENDS_AT),
                since.map(row ->
                        List.of(row.value1(), Optional.ofNullable(row.value2()).orElse(Instant.EPOCH))));
        return dsl
                .select(columns)
                .from(bounds.table())
                .join(s)
                .on(s.ROTATION_ID.eq(Sought.key(s.ROTATION_ID)))
                .and(s.ENDS_AT.ge(Sought.key(s.ENDS_AT)))
                .orderBy(s.ROTATION_ID, s.ENDS_AT)
                .fetch(ShiftStore::shift)
                .stream()
                .collect(groupingBy(
                        shift -> shift.provenance().place().orElseThrow().rotationId()));
    }

    /** What all their people have to come on these teams, and of absences anywhere, by end. */
    private Map<UUID, List<Shift>> elsewhere(Collection<Rotation> rotations, Instant now) {
        var s = SHIFT;
        var people = rotations.stream()
                .flatMap(rotation -> rotation.roster().stream())
                .collect(Collectors.toSet());
        if (people.isEmpty()) return Map.of();
        var teams =
                rotations.stream().map(rotation -> rotation.fills().teamId()).collect(Collectors.toSet());
        var sought = Sought.of(s.RESPONDER_ID, people);
        return dsl
                .select(ShiftStore.BUT_REASON)
                .from(sought.table())
                .join(s)
                .on(sought.matches())
                .where(s.ENDS_AT.gt(now))
                .and(s.ROLE.in(ShiftStore.ABSENCES).or(Sought.isOneOf(s.TEAM_ID, teams)))
                .orderBy(s.RESPONDER_ID, s.ENDS_AT)
                .fetch(ShiftStore::withoutReason)
                .stream()
                .collect(groupingBy(shift -> shift.responder().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Shift> elsewhere(Rotation rotation, Map<UUID, List<Shift>> byPerson) {
        var fills = rotation.fills();
        return rotation.roster().stream()
                .sorted()
                .flatMap(who -> byPerson.getOrDefault(who, List.of()).stream())
                .filter(shift -> shift.role() instanceof Role.Absence
                        || (shift.teamId().equals(fills.teamId())
                                && !shift.role().equals(fills.duty())))
                .toList();
    }

    /** When the people whom a helping rotation helps have the duty in which it does. */
    private Optional<List<Interval>> helped(Rotation rotation, Instant now) {
        return rotation.helping()
                .map(helping -> Interval.joined(dsl.selectFrom(SHIFT)
                        .where(SHIFT.TEAM_ID.eq(rotation.fills().teamId()))
                        .and(SHIFT.ROLE.eq(helping.duty().word()))
                        .and(SHIFT.RESPONDER_ID.in(helping.people()))
                        .and(SHIFT.ENDS_AT.gt(now))
                        .orderBy(SHIFT.TEAM_ID, SHIFT.ROLE, SHIFT.ENDS_AT)
                        .fetch(row -> ShiftStore.shift(row).interval())));
    }

    private Map<UUID, History> histories(Collection<Rotation> rotations, Instant now) {
        var asking = rotations.stream()
                .filter(rotation -> rotation.strategy() != Strategy.ROUND_ROBIN)
                .toList();
        if (asking.isEmpty()) return Map.of();
        var s = SHIFT;
        var sought = Sought.of(
                List.of(s.TEAM_ID, s.ROLE),
                asking.stream()
                        .map(rotation -> List.of(
                                rotation.fills().teamId(),
                                rotation.fills().duty().word()))
                        .toList());
        var ever = ever(sought, now);
        var recent = dsl
                .select(ShiftStore.BUT_REASON)
                .from(sought.table())
                .join(s)
                .on(sought.matches())
                .where(s.ENDS_AT.gt(now.minus(History.REMEMBERED)))
                .and(s.RESPONDER_ID.isNotNull())
                .orderBy(s.TEAM_ID, s.ROLE, s.ENDS_AT)
                .fetch(ShiftStore::withoutReason)
                .stream()
                .collect(groupingBy(shift -> new TeamRole(shift.teamId(), (Role.Duty) shift.role())));
        var holidays = holidays(asking);
        var histories = new HashMap<UUID, History>();
        for (var rotation : asking)
            histories.put(
                    rotation.id(),
                    new History(
                            ever.getOrDefault(rotation.fills(), Map.of()),
                            History.of(recent.getOrDefault(rotation.fills(), List.of()), rotation.id(), now)
                                    .recent(),
                            ofRoster(rotation, holidays)));
        return histories;
    }

    private Map<TeamRole, Map<UUID, Interval>> ever(Sought sought, Instant now) {
        var s = SHIFT;
        var ever = new HashMap<TeamRole, Map<UUID, Interval>>();
        dsl.select(s.TEAM_ID, s.ROLE, s.RESPONDER_ID, min(s.STARTS_AT), max(s.ENDS_AT))
                .from(sought.table())
                .join(s)
                .on(sought.matches())
                .where(s.ENDS_AT.le(now))
                .and(s.RESPONDER_ID.isNotNull())
                .groupBy(s.TEAM_ID, s.ROLE, s.RESPONDER_ID)
                .forEach(row -> ever.computeIfAbsent(
                                new TeamRole(row.value1(), new Role.Duty(row.value2())), any -> new HashMap<>())
                        .put(row.value3(), new Interval(row.value4(), row.value5())));
        return ever;
    }

    private static Map<UUID, Region> ofRoster(Rotation rotation, Map<UUID, Region> holidays) {
        var people = new HashSet<>(rotation.roster());
        return holidays.entrySet().stream()
                .filter(one -> people.contains(one.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<UUID, Region> holidays(Collection<Rotation> rotations) {
        var people = rotations.stream()
                .flatMap(rotation -> rotation.roster().stream())
                .collect(Collectors.toSet());
        if (people.isEmpty()) return Map.of();
        return dsl.select(RESPONDER.ID, RESPONDER.HOLIDAYS)
                .from(RESPONDER)
                .where(Sought.isOneOf(RESPONDER.ID, people))
                .and(RESPONDER.HOLIDAYS.isNotNull())
                .fetchMap(RESPONDER.ID, row -> new Region(row.get(RESPONDER.HOLIDAYS)));
    }
}
