package dev.arke.database;

import static dev.arke.database.generated.Tables.DIRECTORY_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.Engine;
import dev.arke.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking at a database tells how its schema stands and leaves it as it is. */
@EachDatabase
final class DatabaseLookTest {
    private static final String HISTORY = "\"flyway_schema_history\"";

    private final Engine engine;
    private DatabaseSettings settings = new DatabaseSettings("", "", "");

    DatabaseLookTest(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void aDatabaseThatNobodyHasOpen() {
        try (var database = TestDatabase.open(engine)) {
            settings = database.settings();
        }
    }

    @Test
    void upToDate() {
        assertThat(look()).isEqualTo(new SchemaState.UpToDate());
    }

    @Test
    void whatIsNotMigratedYetStaysSo() throws SQLException, IOException {
        execute("delete from " + HISTORY);

        assertThat(look()).isEqualTo(new SchemaState.Behind(migrations()));
        assertThat(look()).isEqualTo(new SchemaState.Behind(migrations()));
    }

    @Test
    void newerThanThisJar() throws SQLException {
        execute("insert into " + HISTORY + " select 99, '99', 'later', \"type\", 'V99__later.sql', 1,"
                + " \"installed_by\", \"installed_on\", 1, \"success\" from " + HISTORY
                + " where \"version\" = '001'");

        assertThat(look()).isEqualTo(new SchemaState.Newer(1));
    }

    @Test
    void madeByMigrationsThatAreNotTheseOnes() throws SQLException {
        execute("update " + HISTORY + " set \"checksum\" = 1 where \"version\" = '001'");

        assertThat(look()).isInstanceOf(SchemaState.Unfit.class).asString().contains("checksum");
        assertThatThrownBy(() -> Database.open(settings)).isInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void whoeverWritesIsRefused() {
        try (var database = Database.openToLook(settings).orElseThrow()) {
            assertThatThrownBy(() -> database.transactions()
                            .write(
                                    Durability.RELAXED,
                                    () -> database.dsl()
                                            .update(DIRECTORY_VERSION)
                                            .set(DIRECTORY_VERSION.VERSION, 7L)
                                            .execute()))
                    .isInstanceOfAny(DataAccessException.class, DatabaseUnavailable.class);
        }
    }

    private static int migrations() throws IOException {
        try (var files = Files.list(Path.of("db"))) {
            return Math.toIntExact(
                    files.filter(file -> file.toString().endsWith(".sql")).count());
        }
    }

    private SchemaState look() {
        try (var database = Database.openToLook(settings).orElseThrow()) {
            return database.schemaState();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
