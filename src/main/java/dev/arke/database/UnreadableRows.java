package dev.arke.database;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that this node cannot make sense of, because a newer node wrote them or they are damaged. They are passed over
 * and left as they are, so that one of them stops neither the rest nor the node that can read it. Thread-safe.
 */
public final class UnreadableRows {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRows.class);
    private static final long LOOKED_AT_AGAIN = TimeUnit.MINUTES.toNanos(1);
    private static final long FORGOTTEN = TimeUnit.MINUTES.toNanos(3);
    private static final int LIMIT = 1000;
    private static final int SHOWN = 5;

    private record Seen(String where, long at) {}

    private final Map<UUID, Seen> seen = new LinkedHashMap<>();
    private final Set<UUID> logged = new HashSet<>();

    UnreadableRows() {}

    /** What the query finds and this node can read. */
    public static <R extends Record, T> List<T> readable(
            DSLContext dsl, ResultQuery<R> query, Field<UUID> id, Function<? super R, T> read) {
        return readable(dsl, query.fetch(), id, read);
    }

    /** The same for rows that are there already. */
    public static <R extends Record, T> List<T> readable(
            DSLContext dsl, List<R> rows, Field<UUID> id, Function<? super R, T> read) {
        var readable = new ArrayList<T>(rows.size());
        for (var row : rows) {
            try {
                readable.add(read.apply(row));
            } catch (RuntimeException e) {
                of(dsl).passOver(table(id), row.get(id), e);
            }
        }
        return readable;
    }

    /** The same for one part of a row; where this node cannot read it, {@code instead} does and the row is told of. */
    public static <T> T readOr(DSLContext dsl, Field<UUID> id, UUID row, Supplier<? extends T> read, T instead) {
        try {
            return read.get();
        } catch (RuntimeException e) {
            of(dsl).passOver(table(id), row, e);
            return instead;
        }
    }

    private static String table(Field<UUID> id) {
        return String.valueOf(id.getQualifiedName().first());
    }

    /** Leaves out what was found unreadable a moment ago, so that it does not fill a batch's room each time. */
    public static Condition notAmong(DSLContext dsl, Field<UUID> id) {
        var known = of(dsl).recent(LOOKED_AT_AGAIN).keySet();
        return known.isEmpty() ? DSL.noCondition() : id.notIn(known);
    }

    /** For {@code /ready}: which rows were passed over lately. */
    public Optional<String> problem() {
        var rows = recent(FORGOTTEN);
        if (rows.isEmpty()) return Optional.empty();
        var some = rows.entrySet().stream()
                .limit(SHOWN)
                .map(row -> row.getValue().where() + " " + row.getKey())
                .collect(Collectors.joining(", "));
        return Optional.of(rows.size() + (rows.size() == 1 ? " row is" : " rows are")
                + " passed over, because this version cannot read what stands there: " + some
                + (rows.size() > SHOWN ? " …" : "")
                + ". A newer version wrote it, or it is damaged: bring this node up to date, or mend the row");
    }

    private static UnreadableRows of(DSLContext dsl) {
        return dsl.configuration().data(UnreadableRows.class) instanceof UnreadableRows rows
                ? rows
                : new UnreadableRows();
    }

    private synchronized Map<UUID, Seen> recent(long age) {
        long now = System.nanoTime();
        return seen.entrySet().stream()
                .filter(row -> now - row.getValue().at() < age)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, LinkedHashMap::new));
    }

    private synchronized void passOver(String table, UUID id, RuntimeException failure) {
        long now = System.nanoTime();
        seen.values().removeIf(row -> now - row.at() > FORGOTTEN);
        if (seen.size() < LIMIT || seen.containsKey(id)) seen.put(id, new Seen(table, now));
        if (logged.size() >= LIMIT || !logged.add(id)) return;
        LOG.atError()
                .setCause(failure)
                .addKeyValue("table", table)
                .addKeyValue("id", id)
                .log("a row cannot be read and is passed over");
    }
}
