package dev.arke.database;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.RenderContext;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;

/**
 * Many keys to look up, as a table to join: an array for each column. So each key is found by every column of an index,
 * and the statement is the same text for one key as for a hundred, which both engines parse and plan once. Lists would do
 * neither: given {@code a in (…) and b > …} on an index of {@code a, b}, H2 leaves the list aside and reads the whole
 * index, and PostgreSQL plans each length anew.
 */
public record Sought(Table<Record> table, Condition matches) {
    private static final String NAME = "sought";

    public static <T> Sought of(Field<T> column, Collection<T> keys) {
        return of(List.of(column), keys.stream().map(List::of).toList());
    }

    /** Keys of several columns; each key once. */
    public static Sought of(List<? extends Field<?>> columns, Collection<? extends List<?>> keys) {
        var distinct = keys.stream().distinct().toList();
        var names = columns.stream().map(Field::getName).toArray(String[]::new);
        var arrays = IntStream.range(0, names.length)
                .mapToObj(i -> array(
                        columns.get(i), distinct.stream().map(key -> key.get(i)).toList()))
                .toList();
        return new Sought(
                DSL.table("unnest({0})", DSL.list(arrays)).as(NAME, names),
                DSL.and(columns.stream().map(Sought::isSought).toList()));
    }

    /**
     * How many rows each key finds that are also {@code such}; a key that finds none is left out. Each is counted for itself:
     * for a join, PostgreSQL would read all of a table that was small when it planned.
     */
    public <T> Map<T, Integer> count(DSLContext dsl, Field<T> column, Table<?> rows, Condition such) {
        var count = DSL.field(DSL.selectCount().from(rows).where(matches).and(such));
        var counts = dsl.select(key(column), count).from(table).fetchMap(Record2::value1, Record2::value2);
        counts.values().removeIf(found -> found == 0);
        return counts;
    }

    /** The keys that find any row that is also {@code such}. Each is looked for by itself, as for {@link #count}. */
    public <T> Set<T> found(DSLContext dsl, Field<T> column, Table<?> rows, Condition such) {
        var count = DSL.field(DSL.selectCount().from(rows).where(matches).and(such));
        return dsl.select(key(column)).from(table).where(count.gt(0)).fetchSet(key(column));
    }

    /**
     * Those whose column is one of these, without a join. What is asked of further columns of the index is a list too, if only of one: beside {@code
     * b = …} H2 would leave this one aside. PostgreSQL finds such rows by the index even before it knows the table, when it
     * would rather read all of it for a join.
     */
    public static <T> Condition isOneOf(Field<T> column, Collection<? extends T> keys) {
        return DSL.condition("{0} = any({1})", column, uncast(array(column, keys)));
    }

    /** H2 would cast the whole array anew for each row that it finds by it; PostgreSQL needs the cast to know the type. */
    private static <T> Field<T[]> uncast(Field<T[]> array) {
        return CustomField.of(NAME, array.getDataType(), context -> {
            if (context.family() == SQLDialect.H2)
                context.castMode(RenderContext.CastMode.NEVER, inside -> inside.visit(array));
            else context.visit(array);
        });
    }

    private static <T> Condition isSought(Field<T> column) {
        return column.eq(key(column));
    }

    /** The sought key's value for a column. */
    public static <T> Field<T> key(Field<T> column) {
        return DSL.field(DSL.name(NAME, column.getName()), column.getDataType());
    }

    private static <T> Field<T[]> array(Field<T> column, Collection<?> values) {
        DataType<T> type = column.getDataType();
        @SuppressWarnings("unchecked") // It is an array of that very type.
        var array = (T[]) Array.newInstance(type.getType(), values.size());
        return DSL.val(values.toArray(array), type.array());
    }
}
