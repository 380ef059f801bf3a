package dev.arke.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arke.testkit.Engine;
import dev.arke.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

            assertThat(lines(connection, "explain execute claimed(array[gen_random_uuid()])"))
                    .contains("pk_delivery")
                    .doesNotContain("Seq Scan");
        }
    }

    /** Which index serves what is asked of the outbox; those of V045 leave out the rows that say null. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        carrier = $1 and lane = $2 and due_at > $3 and due_at <= $4 | 4 | carrier, lane, due_at | ix_delivery_due
        falls_through_at > $1 and falls_through_at <= $2            | 2 | falls_through_at      | ix_delivery_falls_through
        """)
    void anIndexThatLeavesOutSettledRowsStillServes(String asked, int parameters, String order, String index)
            throws SQLException {
        try (var pool = Pool.open(database.settings());
                var connection = pool.getConnection()) {
            assertThat(lines(
                            connection,
                            "select count(*) from pg_index where indpred is not null and indexrelid = '%s'::regclass"
                                    .formatted(index)))
                    .isEqualTo("1");
            try (var statement = connection.createStatement()) {
                statement.execute("set plan_cache_mode = force_generic_plan");
                statement.execute(
                        "prepare asked as select * from delivery where %s order by %s".formatted(asked, order));
            }
            var nothings = String.join(", ", Collections.nCopies(parameters, "null"));
            assertThat(lines(connection, "explain execute asked(" + nothings + ")"))
                    .contains(index)
                    .doesNotContain("Seq Scan");
        }
    }

    private static String lines(Connection connection, String asked) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(asked)) {
            var lines = new StringJoiner("\n");
            while (rows.next()) lines.add(rows.getString(1));
            return lines.toString();
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return lines(connection, "show " + setting);
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
