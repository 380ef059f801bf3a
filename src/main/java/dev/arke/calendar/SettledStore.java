package dev.arke.calendar;

import static dev.arke.database.generated.Tables.ROTATION;
import static dev.arke.database.generated.Tables.SHIFT;

import dev.arke.database.Batch;
import dev.arke.database.Claiming;
import dev.arke.database.Sought;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Rotations that stood as they should when they were looked at last, with a mark of all that was gone by: the rotation, who
 * takes turns, its shifts, and absences of its people. As long as the mark is the same a filling finds nothing to do, which
 * is known for hundreds of rotations by a handful of statements.
 */
public final class SettledStore {
    /** Change whenever any of the shifts is written, and when it begins or ends, by whatever hand. */
    private static final List<Field<?>> SUMS =
            List.of(DSL.count(), DSL.max(SHIFT.CHANGED_AT), sum(SHIFT.STARTS_AT), sum(SHIFT.ENDS_AT));

    private final DSLContext dsl;
    private final RotationStore rotations;

    public SettledStore(DSLContext dsl) {
        this.dsl = dsl;
        rotations = new RotationStore(dsl);
    }

    /** What a rotation was filled by, and until when it is not to be filled again while that stays so. */
    public record Settled(UUID rotationId, String mark, Instant until) {}

    /** Puts those of these off until then that are settled; answers which. Those that another node has are passed over. */
    public Set<UUID> putOff(Collection<UUID> due, Instant until, Instant now) {
        var r = ROTATION;
        // The rotations alone are taken: whoever changes one of their calendars and wants it filled waits, and is seen.
        var claimed = Claiming.skipLocked(dsl.selectFrom(r).where(Sought.isOneOf(r.ID, due))).stream()
                .filter(row -> isDue(row, now) && isSettled(row, now))
                .collect(Collectors.toMap(row -> row.get(r.ID), row -> row));
        if (claimed.isEmpty()) return Set.of();
        var since = new HashMap<UUID, Instant>();
        claimed.forEach((id, row) -> since.put(id, row.get(r.SETTLED_AT)));
        var some = rotations.stored(claimed.values()).stream()
                .map(StoredRotation::rotation)
                .toList();
        var marks = marks(some, since, now);
        claimed.values().removeIf(row -> !row.get(r.SETTLED_MARK).equals(marks.get(row.get(r.ID))));
        rotations.fillAgainAt(claimed.keySet(), until);
        return Set.copyOf(claimed.keySet());
    }

    private static boolean isDue(Record row, Instant now) {
        var due = row.get(ROTATION.FILL_DUE_AT);
        return due != null && !due.isAfter(now);
    }

    private static boolean isSettled(Record row, Instant now) {
        var until = row.get(ROTATION.SETTLED_UNTIL);
        return until != null && now.isBefore(until);
    }

    /** What each is filled by now. Taken before that is read: what changes in between makes another mark. */
    public Map<UUID, String> marks(Collection<Rotation> some, Instant now) {
        return marks(some, some.stream().collect(Collectors.toMap(Rotation::id, any -> now)), now);
    }

    private Map<UUID, String> marks(Collection<Rotation> some, Map<UUID, Instant> since, Instant now) {
        if (some.isEmpty()) return Map.of();
        var own = own(since);
        var absences = absences(some, now);
        var marks = new HashMap<UUID, String>();
        for (var rotation : some) {
            var all = new ArrayList<String>(List.of(rotation.toString(), own.getOrDefault(rotation.id(), "")));
            rotation.roster().forEach(who -> all.add(absences.getOrDefault(who, "")));
            var text = String.join("\n", all).getBytes(StandardCharsets.UTF_8);
            marks.put(rotation.id(), UUID.nameUUIDFromBytes(text).toString());
        }
        return marks;
    }

    private static Field<BigDecimal> sum(Field<Instant> time) {
        return DSL.sum(CustomField.of("microseconds", SQLDataType.BIGINT, context -> {
            // Each in whole numbers: what both know, extract, makes a decimal of each time, which takes longer than all
            // the rest.
            var h2 = "datediff(microsecond, timestamp with time zone '2000-01-01 00:00:00Z', {0})";
            var postgres = "cast(date_part('epoch', {0}) * 1000000 as bigint)";
            context.visit(DSL.field(context.family() == SQLDialect.H2 ? h2 : postgres, time));
        }));
    }

    /** How many shifts of each end after its instant, whose they are, and the sums of their times. */
    private Map<UUID, String> own(Map<UUID, Instant> since) {
        var s = SHIFT;
        var sought = Sought.of(
                List.of(s.ROTATION_ID, s.ENDS_AT),
                since.entrySet().stream()
                        .map(one -> List.of(one.getKey(), one.getValue()))
                        .toList());
        var own = new HashMap<UUID, List<String>>();
        dsl.select(s.ROTATION_ID, s.RESPONDER_ID)
                .select(SUMS)
                .from(sought.table())
                .join(s)
                .on(s.ROTATION_ID.eq(Sought.key(s.ROTATION_ID)))
                .and(s.ENDS_AT.gt(Sought.key(s.ENDS_AT)))
                .groupBy(s.ROTATION_ID, s.RESPONDER_ID)
                .forEach(row -> own.computeIfAbsent(row.get(s.ROTATION_ID), any -> new ArrayList<>())
                        .add(Arrays.toString(row.intoArray())));
        var sorted = new HashMap<UUID, String>();
        own.forEach((id, people) -> sorted.put(id, people.stream().sorted().collect(Collectors.joining())));
        return sorted;
    }

    private Map<UUID, String> absences(Collection<Rotation> some, Instant now) {
        var s = SHIFT;
        var people = some.stream().flatMap(one -> one.roster().stream()).collect(Collectors.toSet());
        var absences = new HashMap<UUID, String>();
        if (people.isEmpty()) return absences;
        // Who is away at all is read from an index alone, and is few; given the roles beside a join, PostgreSQL
        // would begin by looking for them through every team's calendar.
        var away = Sought.of(s.RESPONDER_ID, people)
                .found(dsl, s.RESPONDER_ID, s, s.ENDS_AT.gt(now).and(s.ROLE.in(ShiftStore.ABSENCES)));
        if (away.isEmpty()) return absences;
        var sought = Sought.of(s.RESPONDER_ID, away);
        dsl.select(s.RESPONDER_ID, s.ROLE)
                .select(SUMS)
                .from(sought.table())
                .join(s)
                .on(sought.matches())
                .where(s.ENDS_AT.gt(now))
                .groupBy(s.RESPONDER_ID, s.ROLE)
                .orderBy(s.ROLE)
                .forEach(row -> {
                    if (ShiftStore.ABSENCES.contains(row.get(s.ROLE)))
                        absences.merge(row.get(s.RESPONDER_ID), Arrays.toString(row.intoArray()), String::concat);
                });
        return absences;
    }

    /** Keeps that these stand as they should. */
    public void settle(Collection<Settled> settled, Instant now) {
        Batch.update(
                dsl,
                ROTATION,
                ROTATION.ID,
                settled.stream().map(one -> row(one, now)).toList());
    }

    private static Map<Field<?>, @Nullable Object> row(Settled settled, Instant now) {
        var row = new LinkedHashMap<Field<?>, @Nullable Object>();
        row.put(ROTATION.SETTLED_AT, now);
        row.put(ROTATION.SETTLED_UNTIL, settled.until());
        row.put(ROTATION.SETTLED_MARK, settled.mark());
        row.put(ROTATION.ID, settled.rotationId());
        return row;
    }
}
