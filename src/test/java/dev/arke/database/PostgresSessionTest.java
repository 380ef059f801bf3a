package dev.arke.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arke.testkit.Engine;
import dev.arke.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sessions of PostgreSQL: what may wait for how long. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresSessionTest {
    private final TestDatabase database = TestDatabase.open(Engine.POSTGRES);

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void aHostThatVanishedHoldsNobodyForLongerThanAStatementMayTakeAndSome() {
        var patience = database.database()
                .transactions()
                .read(() -> database.database()
                        .dsl()
                        .connectionResult(connection -> Duration.ofMillis(connection.getNetworkTimeout())));

        assertThat(patience).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(30));
    }

    @Test
    void aMigrationMayTakeItsTime() throws SQLException {
        try (var pool = Pool.open(database.settings());
                var hurried = pool.getConnection();
                var migrating = Pool.forMigrations(database.settings(), pool).getConnection()) {
            assertThat(migrating.getNetworkTimeout()).isZero();
            for (var limit :
                    new String[] {"statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"}) {
                assertThat(show(hurried, limit)).isNotEqualTo("0");
                assertThat(show(migrating, limit)).isEqualTo("0");
            }
        }
    }

    @Test
    void aPlanMadeWhileATableWasEmptyDoesNotReadAllOfItWhenItIsFull() throws SQLException {
        try (var fresh = TestDatabase.open(Engine.POSTGRES);
                var pool = Pool.open(fresh.settings());
                var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("prepare claimed(uuid[]) as update delivery set lease = null where id = any($1)");
            // PostgreSQL plans the first five anew each time, and keeps the plan of the sixth.
            for (int i = 0; i < 6; i++) statement.execute("execute claimed(array[gen_random_uuid()])");
            statement.execute(
                    "insert into delivery (id, kind, turn, recipient, carrier, address, lane, state, attempts, plain,"
                            + " wanted, shown, planned_at) select gen_random_uuid(), 'page', i, 'r', 'sandbox', 'a', 0,"
                            + " 'waiting', 0, false, 1, 0, current_timestamp from generate_series(1, 3000) i");

            var plan = new StringBuilder();
            try (var rows = statement.executeQuery("explain execute claimed(array[gen_random_uuid()])")) {
                while (rows.next()) plan.append(rows.getString(1)).append('\n');
            }

            assertThat(plan.toString()).contains("pk_delivery").doesNotContain("Seq Scan");
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void whatCannotBeOpenedIsSaidWithoutTheOptionsOfItsUrl() {
        var nowhere = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/arke?sslpassword=hidden", "u", "hidden");

        assertThatThrownBy(() -> Database.open(nowhere))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/arke")
                .hasMessageNotContaining("hidden");
    }
}
