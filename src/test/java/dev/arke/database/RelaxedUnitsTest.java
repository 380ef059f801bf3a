package dev.arke.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.Engine;
import dev.arke.testkit.TestDatabase;
import java.sql.SQLException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On PostgreSQL, what is answered to the outside waits for the disk, and what may be repeated does not. */
final class RelaxedUnitsTest {
    private final TestDatabase server = TestDatabase.open(Engine.POSTGRES);

    @BeforeEach
    void durableAsInProduction() throws SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement()) {
            // The server of the tests gives durability up for speed.
            statement.execute("alter database " + connection.getCatalog() + " set synchronous_commit to on");
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void onlyRelaxedUnitsCommitWithoutWaitingForTheDisk() {
        try (var database = Database.open(server.settings())) {
            assertThat(commitIn(database, Durability.SYNCED)).isEqualTo("on");
            assertThat(commitIn(database, Durability.RELAXED)).isEqualTo("off");
            assertThat(commitIn(database, Durability.SYNCED))
                    .as("on the same connection")
                    .isEqualTo("on");
        }
    }

    private static String commitIn(Database database, Durability durability) {
        return database.transactions()
                .write(
                        durability,
                        () -> database.dsl()
                                .select(DSL.field("current_setting('synchronous_commit')", String.class))
                                .fetchSingle()
                                .value1());
    }
}
