package dev.arke.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Many rows in one prepared statement: parsed once, sent together (PostgreSQL's driver makes one insert of them). Every
 * row has the same fields in the same order.
 */
public final class Batch {
    private Batch() {}

    public static void insert(
            DSLContext dsl, Table<?> table, Collection<? extends Map<Field<?>, @Nullable Object>> rows) {
        if (rows.isEmpty()) return;
        var fields = List.copyOf(rows.iterator().next().keySet());
        var nothing = fields.stream().map(field -> DSL.val(null, field)).toList();
        run(dsl, dsl.insertInto(table, fields).values(nothing), rows);
    }

    /** Sets the other fields of the row that each {@code key} names; the key comes last in each row. */
    public static void update(
            DSLContext dsl, Table<?> table, Field<?> key, Collection<? extends Map<Field<?>, @Nullable Object>> rows) {
        if (rows.isEmpty()) return;
        var fields = new ArrayList<>(rows.iterator().next().keySet());
        if (!fields.getLast().equals(key)) throw new IllegalArgumentException("the key comes last in each row");
        fields.removeLast();
        var changes = new LinkedHashMap<Field<?>, @Nullable Object>();
        fields.forEach(field -> changes.put(field, DSL.val(null, field)));
        run(dsl, dsl.update(table).set(changes).where(isAt(key)), rows);
    }

    private static <T> Condition isAt(Field<T> key) {
        return key.eq(DSL.val((T) null, key));
    }

    private static void run(DSLContext dsl, Query query, Collection<? extends Map<Field<?>, @Nullable Object>> rows) {
        var values = rows.stream().map(row -> row.values().toArray()).toArray(Object[][]::new);
        dsl.batch(query).bind(values).execute();
    }
}
