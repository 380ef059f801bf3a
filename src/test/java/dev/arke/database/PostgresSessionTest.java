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
