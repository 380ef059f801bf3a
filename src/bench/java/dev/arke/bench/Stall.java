package dev.arke.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** A database that answers nobody: another connection has what every line reads first. */
final class Stall implements AutoCloseable {
    private final Connection connection;
    private final boolean postgres;

    Stall(BenchDatabase.Opened opened) throws SQLException {
        connection = BenchDatabase.connect(opened.settings());
        postgres = opened.settings().url().startsWith("jdbc:postgresql");
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
        run(postgres ? "lock table directory_version in access exclusive mode" : "set exclusive 1");
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        if (!postgres) run("set exclusive 0");
        connection.rollback();
        connection.close();
    }
}
