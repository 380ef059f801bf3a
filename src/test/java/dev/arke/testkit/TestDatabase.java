package dev.arke.testkit;

import dev.arke.database.Database;
import dev.arke.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** An open database of one engine for a test class or a scenario; emptied between tests, closed at the end. */
public final class TestDatabase implements AutoCloseable {
    private final Engine engine;
    private final DatabaseSettings settings;
    private final Database database;
    private final MigratedRows migrated;
    private final List<Runnable> checks = new ArrayList<>();

    private TestDatabase(Engine engine, DatabaseSettings settings, Database database, MigratedRows migrated) {
        this.engine = engine;
        this.settings = settings;
        this.database = database;
        this.migrated = migrated;
    }

    /** Opens a fresh database, as the migrations leave it. */
    public static TestDatabase open(Engine engine) {
        var settings = engine.fresh();
        try (var connection = connect(settings)) {
            var migrated = MigratedRows.read(engine, connection);
            return new TestDatabase(engine, settings, Database.open(settings), migrated);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Engine engine() {
        return engine;
    }

    public DatabaseSettings settings() {
        return settings;
    }

    public Database database() {
        return database;
    }

    /** A connection of its own, outside the pool, for looking at what is really there; the caller closes it. */
    public Connection connect() {
        return connect(settings);
    }

    /** Changes rows behind Arke's back, as a mishap or another version would; answers how many. */
    public int change(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Puts every row and sequence back to what the migrations left. */
    public void empty() {
        try (var connection = connect()) {
            migrated.restore(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has the test that runs now checked at its end, after all it does itself. */
    public void atEndOfTest(Runnable check) {
        checks.add(check);
    }

    void checkEndOfTest() {
        var due = List.copyOf(checks);
        checks.clear();
        due.forEach(Runnable::run);
    }

    /**
     * Waits up to {@code patience} for work that other threads began to end.
     *
     * @throws AssertionError when a connection stays borrowed
     */
    void expectNoBorrowedConnection(Duration patience) {
        var waited = Duration.ZERO;
        while (database.borrowedConnections() > 0 && waited.compareTo(patience) < 0) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            waited = waited.plusMillis(5);
        }
        if (database.borrowedConnections() > 0)
            throw new AssertionError(database.borrowedConnections() + " connection(s) of " + engine + " stay borrowed");
    }

    @Override
    public void close() {
        database.close();
        if (engine == Engine.H2) H2Files.shutDown(settings);
    }

    private static Connection connect(DatabaseSettings settings) {
        try {
            return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
