package dev.arke.bench;

import dev.arke.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fills tables with very many rows that are copies of real ones, in a few statements of the database's own. Of each row
 * found there are {@code each} copies; {@code n} is the copy's number, from 1.
 */
record Copies(DatabaseSettings at, int each) {
    /** Numbers of incidents from here on are copies'. */
    static final int FIRST_NUMBER = 1_000_000;

    /** An id that is the same for the same number; in order, as real ones are. */
    static String id(String kind, String n) {
        return "cast('00000000-0000-7000-%s-' || lpad(cast(%s as varchar), 12, '0') as uuid)".formatted(kind, n);
    }

    static String incident(String n) {
        return id("8000", n);
    }

    String series() {
        var range = at.url().startsWith("jdbc:h2") ? "system_range" : "generate_series";
        return range + "(1, " + each + ")" + (at.url().startsWith("jdbc:h2") ? " s" : " s(x)");
    }

    /** Copies what {@code from} finds: its rows have the table's columns and {@code rn}, their place from 1. */
    void copy(Connection connection, String table, String from, Map<String, String> instead) throws SQLException {
        var columns = columns(connection, table);
        var values = columns.stream()
                .map(column -> instead.getOrDefault(column, "t." + column))
                .collect(Collectors.joining(", "));
        run(
                connection,
                "insert into " + table + " (" + String.join(", ", columns) + ") select "
                        + values.replace("{n}", "((t.rn - 1) * " + each + " + s.x)") + " from (" + from
                        + ") t cross join " + series());
    }

    /** Copies every incident with its words and its messages, due when {@code escalatesAt} says. */
    void incidents(Connection connection, String escalatesAt) throws SQLException {
        var found = "select i.*, row_number() over (order by i.number) as rn from incident i";
        var incident = incident("{n}");
        copy(
                connection,
                "incident",
                found,
                Map.of(
                        "id",
                        incident,
                        "number",
                        FIRST_NUMBER + " + {n}",
                        "dedup_key",
                        "'alert-' || {n}",
                        "open_dedup_key",
                        "'alert-' || {n}",
                        "summary",
                        "'alert-' || {n}",
                        "escalates_at",
                        escalatesAt));
        var real = "i.number < " + FIRST_NUMBER;
        copy(
                connection,
                "incident_text",
                "select w.*, i.rn from incident_text w join (" + found + " where " + real
                        + ") i on i.id = w.incident_id",
                Map.of("incident_id", incident));
        copy(
                connection,
                "delivery",
                "select d.*, i.rn, row_number() over (order by d.id) as dn from delivery d join (" + found + " where "
                        + real + ") i on i.id = d.incident_id",
                Map.of(
                        "id",
                        id("9000", "((t.dn - 1) * " + each + " + s.x)"),
                        "incident_id",
                        incident,
                        "message_ref",
                        "case when t.message_ref is not null then 'ref-' || t.dn || '-' || s.x end"));
        run(connection, "analyze");
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first number of the only row. */
    static long number(DatabaseSettings at, String sql) throws SQLException {
        try (var connection = BenchDatabase.connect(at);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var statement = connection.prepareStatement("select lower(column_name) from information_schema.columns"
                + " where lower(table_name) = ? and lower(table_schema) = 'public' order by ordinal_position")) {
            statement.setString(1, table);
            var rows = statement.executeQuery();
            while (rows.next()) columns.add(rows.getString(1));
        }
        return columns;
    }
}
