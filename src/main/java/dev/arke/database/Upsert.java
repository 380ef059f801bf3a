package dev.arke.database;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows whether they are there already or not, in the SQL both engines have: one look for the ids, one batch of
 * updates, multi-row inserts. Each row is its columns with their values, the id among them.
 */
public final class Upsert {
    /** PostgreSQL takes at most 65,535 parameters in a statement. */
    private static final int CHUNK = 1000;

    private Upsert() {}

    public static void rows(
            DSLContext dsl,
            Table<?> table,
            Field<UUID> id,
            List<? extends Map<? extends Field<?>, ? extends @Nullable Object>> rows) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            chunk(dsl, table, id, rows.subList(from, Math.min(rows.size(), from + CHUNK)));
        }
    }

    /** Adds rows that are known to be new. */
    public static void insert(
            DSLContext dsl, Table<?> table, List<? extends Map<? extends Field<?>, ? extends @Nullable Object>> rows) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            var chunk = rows.subList(from, Math.min(rows.size(), from + CHUNK));
            var insert = dsl.insertInto(table).set(chunk.getFirst());
            for (var row : chunk.subList(1, chunk.size()))
                insert = insert.newRecord().set(row);
            insert.execute();
        }
    }

    private static void chunk(
            DSLContext dsl,
            Table<?> table,
            Field<UUID> id,
            List<? extends Map<? extends Field<?>, ? extends @Nullable Object>> rows) {
        var there = there(dsl, table, id, rows);
        var updates = new ArrayList<Query>();
        var added = new ArrayList<Map<? extends Field<?>, ? extends @Nullable Object>>();
        for (var row : rows) {
            if (there.contains(idOf(id, row))) {
                updates.add(dsl.update(table).set(row).where(id.eq(idOf(id, row))));
            } else {
                added.add(row);
            }
        }
        if (!updates.isEmpty()) dsl.batch(updates).execute();
        if (!added.isEmpty()) insert(dsl, table, added);
    }

    private static Set<UUID> there(
            DSLContext dsl,
            Table<?> table,
            Field<UUID> id,
            List<? extends Map<? extends Field<?>, ? extends @Nullable Object>> rows) {
        var ids = rows.stream().map(row -> idOf(id, row)).toList();
        return new HashSet<>(dsl.select(id)
                .from((Table<? extends Record>) table)
                .where(id.in(ids))
                .fetch(id));
    }

    private static UUID idOf(Field<UUID> id, Map<? extends Field<?>, ? extends @Nullable Object> row) {
        return (UUID) Objects.requireNonNull(row.get(id), "a row has its id");
    }
}
