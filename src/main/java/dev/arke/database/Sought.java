package dev.arke.database;

import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Many keys to look up, as a table to join: each is found by every column of an index. A list would not do: given {@code
 * a in (…) and b > …} on an index of {@code a, b}, H2 leaves the list aside and reads the whole index.
 */
public record Sought(Table<Record> table, Condition matches) {
    private static final String NAME = "sought";

    public static <T> Sought of(Field<T> column, Collection<T> keys) {
        return of(List.of(column), keys.stream().map(List::of).toList());
    }

    /** Keys of several columns; each key once. */
    public static Sought of(List<? extends Field<?>> columns, Collection<? extends List<?>> keys) {
        var rows = keys.stream().distinct().map(key -> row(columns, key)).toArray(RowN[]::new);
        var names = columns.stream().map(Field::getName).toArray(String[]::new);
        return new Sought(
                DSL.values(rows).as(NAME, names),
                DSL.and(columns.stream().map(Sought::isSought).toList()));
    }

    private static RowN row(List<? extends Field<?>> columns, List<?> key) {
        var values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) values[i] = DSL.val(key.get(i), columns.get(i));
        return DSL.row(values);
    }

    private static <T> Condition isSought(Field<T> column) {
        return column.eq(DSL.field(DSL.name(NAME, column.getName()), column.getDataType()));
    }
}
