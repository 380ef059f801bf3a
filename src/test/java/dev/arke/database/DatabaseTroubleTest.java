package dev.arke.database;

import static dev.arke.database.generated.Tables.DIRECTORY_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.Engine;
import dev.arke.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

/** The database's own trouble is told from a fault of what was asked, and is over when the trouble is. */
@EachDatabase
final class DatabaseTroubleTest {
    private static final int CONNECTIONS = 16;

    private final TestDatabase testDatabase;
    private final Database database;
    private final Engine engine;

    DatabaseTroubleTest(TestDatabase testDatabase, Database database, Engine engine) {
        this.testDatabase = testDatabase;
        this.database = database;
        this.engine = engine;
    }

    @Test
    void aDatabaseClosedBelowThePoolIsOpenedAgain() {
        try (var own = TestDatabase.open(engine)) {
            endEveryConnection(own);

            var failures = new AtomicInteger();
            for (int i = 0; i < CONNECTIONS; i++) {
                countFailure(failures, () -> read(own.database()));
                countFailure(failures, () -> raise(own.database()));
            }

            assertThat(failures).hasValueLessThan(CONNECTIONS);
            assertThat(raise(own.database())).isEqualTo(1);
            assertThat(read(own.database())).isGreaterThan(1);
        }
    }

    @Test
    void aUnitInTheMiddleOfWhichTheDatabaseGoesIsPutOff() {
        try (var own = TestDatabase.open(engine)) {
            var transactions = own.database().transactions();

            assertThatThrownBy(() -> transactions.read(() -> {
                        endEveryConnection(own);
                        return version(own.database());
                    }))
                    .isInstanceOf(DatabaseUnavailable.class);
        }
        try (var own = TestDatabase.open(engine)) {
            var transactions = own.database().transactions();

            assertThatThrownBy(() -> transactions.write(Durability.SYNCED, () -> {
                        endEveryConnection(own);
                        raiseInUnit(own.database());
                    }))
                    .isInstanceOf(DatabaseUnavailable.class);
        }
    }

    @Test
    void aRowThatSomebodyElseHoldsForTooLongIsTheDatabasesTrouble() throws SQLException {
        try (var other = testDatabase.connect()) {
            other.setAutoCommit(false);
            execute(other, "update directory_version set version = 7");

            assertThatThrownBy(() -> database.transactions().write(Durability.SYNCED, () -> {
                        if (engine == Engine.POSTGRES) database.dsl().execute("set local lock_timeout = '100ms'");
                        raiseInUnit(database);
                    }))
                    .isInstanceOf(DatabaseUnavailable.class);
            other.rollback();
        }
        assertThat(raise(database)).isEqualTo(1);
    }

    @Test
    void aUnitThatLostAgainstAnotherIsRunASecondTimeWhereThereAreOthers() {
        var runs = new AtomicInteger();

        var failure = catchThrowable(() -> database.transactions().write(Durability.SYNCED, () -> {
            raiseInUnit(database);
            if (runs.incrementAndGet() == 1) throw lost();
        }));

        switch (engine) {
            case POSTGRES -> {
                assertThat(failure).isNull();
                assertThat(runs).hasValue(2);
                assertThat(read(database)).isEqualTo(2);
            }
            case H2 -> assertThat(failure).isInstanceOf(DatabaseUnavailable.class);
        }
    }

    @Test
    void whoeverLosesEachTimeIsPutOff() {
        var runs = new AtomicInteger();

        assertThatThrownBy(() -> database.transactions().write(Durability.SYNCED, () -> {
                    runs.incrementAndGet();
                    throw lost();
                }))
                .isInstanceOf(DatabaseUnavailable.class);

        assertThat(runs).hasValueLessThan(3);
    }

    @Test
    void aFaultOfTheUnitStaysItsOwn() {
        assertThatThrownBy(() -> database.transactions()
                        .write(Durability.SYNCED, () -> database.dsl().execute("insert into no_such_table values (1)")))
                .isInstanceOf(DataAccessException.class);
    }

    private static DataAccessException lost() {
        return new DataAccessException("lost", new SQLException("deadlock detected", "40P01"));
    }

    private static void countFailure(AtomicInteger failures, Runnable work) {
        try {
            work.run();
        } catch (DatabaseUnavailable e) {
            failures.incrementAndGet();
        }
    }

    /** As after a full disk, a server that was restarted, an operator's command. */
    private static void endEveryConnection(TestDatabase of) {
        var command = switch (of.engine()) {
            case H2 -> "shutdown immediately";
            case POSTGRES ->
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()";
        };
        try (var other = of.connect()) {
            execute(other, command);
        } catch (SQLException e) {
            // H2 closes the connection under the command.
            assertThat(of.engine()).isEqualTo(Engine.H2);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int raise(Database database) {
        return database.transactions().write(Durability.SYNCED, () -> raiseInUnit(database));
    }

    private static int raiseInUnit(Database database) {
        return database.dsl()
                .update(DIRECTORY_VERSION)
                .set(DIRECTORY_VERSION.VERSION, DIRECTORY_VERSION.VERSION.plus(1))
                .execute();
    }

    private static long read(Database database) {
        return database.transactions().read(() -> version(database));
    }

    private static long version(Database database) {
        return database.dsl()
                .select(DIRECTORY_VERSION.VERSION)
                .from(DIRECTORY_VERSION)
                .fetchSingle(DIRECTORY_VERSION.VERSION);
    }
}
