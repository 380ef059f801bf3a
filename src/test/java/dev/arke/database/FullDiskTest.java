package dev.arke.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.MVStoreException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 on a disk that is full, and has room again later. */
class FullDiskTest {
    private static final int TRIES = 20;

    @TempDir
    Path folder;

    private DatabaseSettings settings() {
        return new DatabaseSettings("jdbc:h2:file:" + folder.resolve("arke"), "arke", "");
    }

    @Test
    void nothingIsBegunOnADiskThatIsAlmostFull() {
        var free = new AtomicLong(3 << 20);
        try (var database = Database.open(settings());
                var pool = Pool.open(settings());
                var transactions = new GroupedTransactions(pool, new DiskSpace(free::get))) {
            var runs = new AtomicInteger();
            assertThatThrownBy(() -> transactions.write(Durability.SYNCED, runs::incrementAndGet))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("make room");
            assertThat(runs).hasValue(0);
            assertThat(transactions.read(() -> version(database))).isEqualTo(1);

            free.set(4 << 20);
            assertThat(transactions.write(Durability.SYNCED, () -> raiseInUnit(database)))
                    .isEqualTo(1);
        }
    }

    @Test
    void aWriterThatCannotEvenLookAtTheDiskGoesOn() {
        var failing = new AtomicBoolean(true);
        var disk = new DiskSpace(() -> {
            if (failing.get()) throw new OutOfMemoryError("planned");
            return Long.MAX_VALUE;
        });
        try (var database = Database.open(settings());
                var pool = Pool.open(settings());
                var transactions = new GroupedTransactions(pool, disk)) {
            assertThatThrownBy(() -> transactions.write(Durability.SYNCED, () -> raiseInUnit(database)))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("planned");

            failing.set(false);
            assertThat(transactions.write(Durability.SYNCED, () -> raiseInUnit(database)))
                    .isEqualTo(1);
        }
    }

    @Test
    void aStartOnAFullDiskSaysSoAndMakesNoFile() {
        var full = new DiskSpace(() -> 0);
        assertThatThrownBy(() -> Database.open(settings(), full))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("make room");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDiskThatIsGettingFullIsToldWhileThereIsRoomLeft() {
        assertThat(new DiskSpace(() -> 256 << 20).warning()).isEmpty();
        assertThat(new DiskSpace(() -> 255 << 20).warning())
                .hasValueSatisfying(words -> assertThat(words).contains("255 MiB", "Make room"));
        assertThat(new DiskSpace(() -> 0).warning())
                .hasValueSatisfying(words -> assertThat(words).contains("is full"));
    }

    @Test
    void theDiskIsThatOfTheFileEvenBeforeItsFolderIsThere() {
        var settings = new DatabaseSettings("jdbc:h2:file:" + folder.resolve("not/yet/arke"), "arke", "");
        assertThat(DiskSpace.of(settings).problem()).isEmpty();
        assertThat(DiskSpace.of(new DatabaseSettings("jdbc:h2:mem:x", "arke", ""))
                        .warning())
                .isEmpty();
    }

    @Test
    void aStoreThatAFailedWriteHasClosedIsOpenedAgain() throws SQLException {
        try (var database = Database.open(settings())) {
            closeStore();

            var failures = new AtomicInteger();
            for (int i = 0; i < TRIES; i++) {
                countFailure(failures, () -> database.transactions().read(() -> version(database)));
                countFailure(failures, () -> raise(database));
            }

            assertThat(failures.get()).isPositive().isLessThan(TRIES);
            assertThat(raise(database)).isEqualTo(1);
        }
    }

    /** Seen on a full tmpfs: a connection that said this and was rolled back kept its thread for ever. */
    @Test
    void whatTheStoreSaysRightAfterAFailedWriteIsNoFaultOfTheUnitAndEndsTheConnection() {
        var closed = DbException.toSQLException(new MVStoreException(4, "Transaction 1 is closed"));
        assertThat(closed.getErrorCode()).isEqualTo(ErrorCode.GENERAL_ERROR_1);

        assertThat(new DatabaseTrouble.Eviction().adjudicate(closed))
                .isEqualTo(SQLExceptionOverride.Override.MUST_EVICT);
        assertThat(DatabaseTrouble.asSeen(new DataAccessException("select", closed)))
                .isInstanceOf(DatabaseUnavailable.class);

        var fault = DbException.toSQLException(new IllegalStateException("a fault of H2 in one statement"));
        assertThat(new DatabaseTrouble.Eviction().adjudicate(fault))
                .isEqualTo(SQLExceptionOverride.Override.CONTINUE_EVICT);
        assertThat(DatabaseTrouble.asSeen(new DataAccessException("select", fault)))
                .isInstanceOf(DataAccessException.class);
    }

    /** As H2 does it when a write to its file fails: below the database, which knows nothing of it yet. */
    private void closeStore() throws SQLException {
        try (var connection = DriverManager.getConnection(settings().url(), "arke", "")) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            session.getDatabase().getStore().getMvStore().closeImmediately();
        }
    }

    private static void countFailure(AtomicInteger failures, Runnable work) {
        try {
            work.run();
        } catch (DatabaseUnavailable e) {
            failures.incrementAndGet();
        }
    }

    private static int raise(Database database) {
        return database.transactions().write(Durability.SYNCED, () -> raiseInUnit(database));
    }

    private static int raiseInUnit(Database database) {
        return database.dsl().execute("update directory_version set version = version + 1");
    }

    private static long version(Database database) {
        return database.dsl()
                .fetchSingle("select version from directory_version")
                .get(0, Long.class);
    }
}
