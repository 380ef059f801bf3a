package dev.arke.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * PostgreSQL: a transaction for each unit, on a connection of the pool. One that may be undone by a crash does not wait for
 * the disk when it commits; it reaches it with the next one that does, or within a second. A unit that lost against
 * another one (deadlock, serialization) is run a second time.
 */
final class PooledTransactions implements Transactions {
    private final DataSource pool;

    PooledTransactions(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public <T> T write(Durability durability, Supplier<T> unit) {
        return run(durability, unit);
    }

    @Override
    public <T> T read(Supplier<T> unit) {
        return run(Durability.SYNCED, unit);
    }

    private <T> T run(Durability durability, Supplier<T> work) {
        if (CurrentUnit.isPresent()) return work.get();
        try {
            return runOnce(durability, work);
        } catch (DatabaseUnavailable e) {
            if (!DatabaseTrouble.isConflict(e)) throw e;
            return runOnce(durability, work);
        }
    }

    private <T> T runOnce(Durability durability, Supplier<T> work) {
        T result;
        List<Runnable> hooks;
        try (Connection connection = pool.getConnection()) {
            var unit = new CurrentUnit(connection);
            if (durability == Durability.RELAXED) relax(connection);
            result = runOn(connection, unit, work);
            hooks = unit.hooks();
        } catch (SQLException e) {
            throw DatabaseTrouble.unavailable(e);
        } catch (RuntimeException e) {
            throw DatabaseTrouble.asSeen(e);
        }
        hooks.forEach(Runnable::run);
        return result;
    }

    private static void relax(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit to off");
        }
    }

    private static <T> T runOn(Connection connection, CurrentUnit unit, Supplier<T> work) throws SQLException {
        try {
            T result = unit.run(work);
            connection.commit();
            return result;
        } catch (RuntimeException | Error | SQLException e) {
            undo(connection, e);
            throw e;
        }
    }

    private static void undo(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
