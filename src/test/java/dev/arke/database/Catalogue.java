package dev.arke.database;

import dev.arke.database.generated.DefaultSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Named;
import org.jooq.Table;

/**
 * All columns, keys, indexes and sequences as sorted lines of text, in words that both engines and the generated code
 * share, so that two of them can be compared and the difference read.
 */
record Catalogue(List<String> lines) {
    /** What each side calls a type. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("character varying", "varchar"),
            Map.entry("character large object", "text"),
            Map.entry("clob", "text"),
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("bool", "boolean"),
            Map.entry("instant", "timestamptz"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"));

    /** How jOOQ reads {@code text}. */
    private static final String UNBOUNDED = "1000000000";

    private static final String COLUMNS = """
        select table_name, column_name, data_type, character_maximum_length as length, is_nullable
        from information_schema.columns where table_schema in ('public', 'PUBLIC')\
        """;
    private static final String KEYS = """
        select k.table_name, k.constraint_name as name, k.column_name, c.constraint_type as kind
        from information_schema.table_constraints c join information_schema.key_column_usage k
        on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name
        where c.table_schema in ('public', 'PUBLIC')
        order by k.table_name, k.constraint_name, k.ordinal_position\
        """;
    private static final String SEQUENCES =
            "select sequence_name from information_schema.sequences where sequence_schema in ('public', 'PUBLIC')";
    /** Without the indexes that a key made. */
    private static final String H2_INDEXES = """
        select k.table_name, k.index_name as name, k.column_name, 'index' as kind
        from information_schema.index_columns k join information_schema.indexes i
        on i.index_schema = k.index_schema and i.index_name = k.index_name
        where i.table_schema = 'PUBLIC' and not i.is_generated
        order by k.table_name, k.index_name, k.ordinal_position\
        """;

    private static final String POSTGRES_INDEXES = """
        select t.relname as table_name, i.relname as name, a.attname as column_name, 'index' as kind
        from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
        join pg_attribute a on a.attrelid = i.oid
        where t.relnamespace = 'public'::regnamespace
        and not exists (select 1 from pg_constraint c where c.conindid = i.oid)
        order by t.relname, i.relname, a.attnum\
        """;

    /** A row of the engine's own tables, in lower case; null as the word. */
    record Row(Map<String, String> columns) {
        String get(String column) {
            return Objects.requireNonNull(columns.get(column), column);
        }
    }

    Catalogue {
        lines = List.copyOf(new TreeSet<>(lines));
    }

    /** What the code was generated for. */
    static Catalogue ofGeneratedCode() {
        var schema = DefaultSchema.DEFAULT_SCHEMA;
        return new Catalogue(Stream.concat(
                        schema.getTables().stream().flatMap(Catalogue::linesOf),
                        schema.getSequences().stream().map(it -> "sequence " + it.getName()))
                .toList());
    }

    /** What is really there, apart from Flyway's own table. */
    static Catalogue of(Connection connection) throws SQLException {
        var lines = new ArrayList<String>();
        for (var row : rows(connection, COLUMNS))
            lines.add(column(
                    row.get("table_name"),
                    row.get("column_name"),
                    type(row.get("data_type"), row.get("length")),
                    row.get("is_nullable").equals("yes")));
        lines.addAll(keys(rows(connection, KEYS)));
        boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        lines.addAll(keys(rows(connection, postgres ? POSTGRES_INDEXES : H2_INDEXES)));
        for (var row : rows(connection, SEQUENCES)) lines.add("sequence " + row.get("sequence_name"));
        lines.removeIf(line -> line.startsWith("flyway_schema_history"));
        return new Catalogue(lines);
    }

    List<String> without(Catalogue other) {
        return lines.stream().filter(line -> !other.lines.contains(line)).toList();
    }

    static List<Row> rows(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<Row>();
            while (result.next()) rows.add(row(result));
            return rows;
        }
    }

    private static Row row(ResultSet result) throws SQLException {
        var meta = result.getMetaData();
        var row = new LinkedHashMap<String, String>();
        for (int i = 1; i <= meta.getColumnCount(); i++)
            row.put(
                    meta.getColumnLabel(i).toLowerCase(Locale.ROOT),
                    String.valueOf(result.getObject(i)).toLowerCase(Locale.ROOT));
        return new Row(row);
    }

    private static List<String> keys(List<Row> rows) {
        var columns = new LinkedHashMap<String, List<String>>();
        for (var row : rows)
            columns.computeIfAbsent(
                            row.get("table_name") + " " + row.get("kind") + " " + row.get("name"),
                            key -> new ArrayList<>())
                    .add(row.get("column_name"));
        return columns.entrySet().stream()
                .map(key -> key.getKey() + " " + key.getValue())
                .toList();
    }

    private static Stream<String> linesOf(Table<?> table) {
        var lines = new ArrayList<String>();
        for (var field : table.fields()) {
            var type = field.getDataType();
            var name = type(type.getTypeName().toLowerCase(Locale.ROOT), String.valueOf(type.length()));
            lines.add(column(table.getName(), field.getName(), name, type.nullable()));
        }
        var primary = table.getPrimaryKey();
        if (primary != null) lines.add(key(table, "primary key", primary, primary.getFieldsArray()));
        for (var key : table.getUniqueKeys()) lines.add(key(table, "unique", key, key.getFieldsArray()));
        for (var key : table.getReferences()) lines.add(key(table, "foreign key", key, key.getFieldsArray()));
        for (var index : table.getIndexes()) {
            var fields = index.getFields().stream().map(it -> it.$field()).toArray(Field<?>[]::new);
            lines.add(key(table, "index", index, fields));
        }
        return lines.stream();
    }

    private static String key(Table<?> table, String kind, Named key, Field<?>... fields) {
        return table.getName() + " " + kind + " " + key.getName() + " "
                + Arrays.stream(fields).map(Field::getName).toList();
    }

    private static String column(String table, String name, String type, boolean nullable) {
        return table + "." + name + " " + type + (nullable ? "" : " not null");
    }

    private static String type(String name, String length) {
        if (length.equals(UNBOUNDED)) return "text";
        var type = TYPES.getOrDefault(name, name);
        return type.equals("varchar") ? type + "(" + length + ")" : type;
    }
}
