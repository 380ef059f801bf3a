package dev.arke.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows that the migrations themselves wrote, so that emptying a database puts them back. */
final class MigratedRows {
    // H2's lower() follows the host's locale: in a Turkish one PUBLIC does not become public.
    private static final String TABLES = """
        select table_name from information_schema.tables
        where table_schema in ('public', 'PUBLIC') and table_type = 'BASE TABLE'
        and table_name <> 'flyway_schema_history'\
        """;
    private static final String SEQUENCES =
            "select sequence_name from information_schema.sequences where sequence_schema in ('public', 'PUBLIC')";

    private final Engine engine;
    private final List<String> sequences;
    private final Map<String, List<List<Object>>> rows;

    private MigratedRows(Engine engine, List<String> sequences, Map<String, List<List<Object>>> rows) {
        this.engine = engine;
        this.sequences = sequences;
        this.rows = rows;
    }

    static MigratedRows read(Engine engine, Connection connection) throws SQLException {
        var rows = new LinkedHashMap<String, List<List<Object>>>();
        for (var table : names(connection, TABLES)) rows.put(table, rowsOf(connection, table));
        if (rows.isEmpty()) throw new IllegalStateException("no table found in " + engine);
        return new MigratedRows(engine, names(connection, SEQUENCES), rows);
    }

    void restore(Connection connection) throws SQLException {
        truncate(connection);
        for (var table : rows.entrySet()) for (var row : table.getValue()) insert(connection, table.getKey(), row);
        for (var sequence : sequences) execute(connection, "alter sequence " + sequence + " restart with 1");
    }

    private void truncate(Connection connection) throws SQLException {
        switch (engine) {
            case POSTGRES -> execute(connection, "truncate " + String.join(", ", rows.keySet()));
            case H2 -> {
                execute(connection, "set referential_integrity false");
                for (var table : rows.keySet()) execute(connection, "truncate table " + table);
                execute(connection, "set referential_integrity true");
            }
        }
    }

    private static void insert(Connection connection, String table, List<Object> row) throws SQLException {
        var places = String.join(", ", Collections.nCopies(row.size(), "?"));
        try (var statement = connection.prepareStatement("insert into " + table + " values (" + places + ")")) {
            for (int i = 0; i < row.size(); i++) statement.setObject(i + 1, row.get(i));
            statement.executeUpdate();
        }
    }

    private static List<List<Object>> rowsOf(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("select * from " + table)) {
            var found = new ArrayList<List<Object>>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var row = new ArrayList<Object>();
                for (int i = 1; i <= columns; i++) row.add(result.getObject(i));
                found.add(row);
            }
            return found;
        }
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var names = new ArrayList<String>();
            while (result.next()) names.add(result.getString(1));
            return names;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
