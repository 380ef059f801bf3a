package dev.arke.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * H2: one writer runs the waiting units in one transaction, each under a savepoint, with one commit and, when one of
 * them asks for it, one sync. H2 has a single writer anyway, and a commit for each unit costs five times as much.
 */
final class GroupedTransactions implements Transactions, AutoCloseable {
    private static final int GROUP = 128;
    private static final Logger LOG = LoggerFactory.getLogger(GroupedTransactions.class);

    private final DataSource pool;
    private final DiskSpace disk;
    private final BlockingQueue<Unit<?>> waiting = new LinkedBlockingQueue<>();
    private final Thread writer;
    private volatile boolean closed;

    GroupedTransactions(DataSource pool, DiskSpace disk) {
        this.pool = pool;
        this.disk = disk;
        this.writer = Thread.ofPlatform().name("database-writer").daemon(true).start(this::writeForEver);
    }

    @Override
    public <T> T write(Durability durability, Supplier<T> work) {
        if (CurrentUnit.isPresent()) return work.get();
        if (closed) throw new DatabaseUnavailable("the database is closed: Arke is stopping", null);
        var unit = new Unit<T>(durability, work);
        waiting.add(unit);
        // Closed meanwhile: the writer may be gone already.
        if (closed && waiting.remove(unit))
            throw new DatabaseUnavailable("the database is closed: Arke is stopping", null);
        return unit.await();
    }

    @Override
    public <T> T read(Supplier<T> work) {
        if (CurrentUnit.isPresent()) return work.get();
        try (Connection connection = pool.getConnection()) {
            T result = new CurrentUnit(connection).run(work);
            // To H2 a rollback is a change: it writes down what the writer has not committed yet, and keeps it waiting
            // meanwhile.
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw DatabaseTrouble.unavailable(e);
        } catch (RuntimeException e) {
            throw DatabaseTrouble.asSeen(e);
        }
    }

    private void writeForEver() {
        var group = new ArrayList<Unit<?>>();
        while (!closed || !waiting.isEmpty()) {
            try {
                group.add(waiting.take());
                waiting.drainTo(group, GROUP - 1);
                writeGroup(List.copyOf(group));
            } catch (InterruptedException e) {
                LOG.atWarn().log("the database's writer was interrupted, and goes on");
            } catch (RuntimeException | Error e) {
                // Whatever it is, the next unit is written.
                var gone = new DatabaseUnavailable("the database's writer failed: " + e.getMessage(), e);
                group.forEach(unit -> unit.fail(gone));
                LOG.atError().setCause(e).log("the database's writer failed, and goes on");
            } finally {
                group.clear();
            }
        }
    }

    private void writeGroup(List<Unit<?>> group) {
        var full = disk.problem();
        if (full.isPresent()) {
            group.forEach(unit -> unit.fail(new DatabaseUnavailable(full.get(), null)));
            return;
        }
        try (Connection connection = pool.getConnection()) {
            for (var unit : group) unit.runUnderSavepoint(connection);
            connection.commit();
            if (group.stream().anyMatch(unit -> unit.durability == Durability.SYNCED)) sync(connection);
            group.forEach(Unit::succeed);
        } catch (SQLException | RuntimeException | Error e) {
            var gone = new DatabaseUnavailable("the database did not take a write: " + e.getMessage(), e);
            group.forEach(unit -> unit.fail(gone));
        }
    }

    private static void sync(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
    }

    @Override
    public void close() {
        closed = true;
        // Woken by work, not by an interrupt: H2 closes its file when one hits a thread that is writing.
        waiting.add(new Unit<>(Durability.RELAXED, () -> Boolean.TRUE));
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A unit with its place for the result, which the writer fills and the caller waits for. */
    private static final class Unit<T> {
        private final Durability durability;
        private final Supplier<T> work;
        private final CompletableFuture<List<Runnable>> done = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Throwable failure;
        private List<Runnable> hooks = List.of();

        Unit(Durability durability, Supplier<T> work) {
            this.durability = durability;
            this.work = work;
        }

        void runUnderSavepoint(Connection connection) throws SQLException {
            var savepoint = connection.setSavepoint();
            var unit = new CurrentUnit(connection);
            try {
                result = unit.run(work);
                hooks = unit.hooks();
                connection.releaseSavepoint(savepoint);
            } catch (RuntimeException e) {
                failure = DatabaseTrouble.asSeen(e);
                connection.rollback(savepoint);
            } catch (Error e) {
                failure = e;
                connection.rollback(savepoint);
            }
        }

        void succeed() {
            if (failure == null) done.complete(hooks);
            else done.completeExceptionally(failure);
        }

        void fail(Throwable e) {
            done.completeExceptionally(failure == null ? e : failure);
        }

        @SuppressWarnings("NullAway") // T may itself be nullable; a unit that succeeded has set its result.
        T await() {
            try {
                done.join().forEach(Runnable::run);
                return result;
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) throw cause;
                if (e.getCause() instanceof Error cause) throw cause;
                throw e;
            }
        }
    }
}
