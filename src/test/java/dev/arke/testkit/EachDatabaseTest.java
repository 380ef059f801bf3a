package dev.arke.testkit;

import static dev.arke.database.generated.Tables.DIRECTORY_VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arke.database.Database;
import dev.arke.database.Durability;
import java.time.Duration;
import java.time.ZoneId;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** The kit itself: a test that stands on it must be able to trust it. */
@EachDatabase
final class EachDatabaseTest {
    private final TestDatabase testDatabase;
    private final Database database;

    EachDatabaseTest(TestDatabase testDatabase, Database database) {
        this.testDatabase = testDatabase;
        this.database = database;
    }

    @Test
    void theSessionIsInAnotherZoneThanTheJvm(Engine engine) {
        var query = switch (engine) {
            case H2 -> "select setting_value from information_schema.settings where setting_name = 'TIME ZONE'";
            case POSTGRES -> "select current_setting('TimeZone')";
        };

        var zone = database.transactions()
                .read(() -> database.dsl().fetchSingle(query).get(0, String.class));

        assertThat(zone)
                .isEqualTo(Engine.SESSION_ZONE)
                .isNotEqualTo(ZoneId.systemDefault().getId());
    }

    @Test
    void emptyingPutsBackWhatTheMigrationsWrote() {
        changeTheVersion();
        assertThat(version()).isEqualTo(99);

        testDatabase.empty();

        assertThat(version()).isEqualTo(1);
    }

    @Test
    void aBorrowedConnectionIsFound() {
        database.transactions().read(() -> {
            assertThatThrownBy(() -> testDatabase.expectNoBorrowedConnection(Duration.ZERO))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("1 connection");
            return version();
        });
    }

    private void changeTheVersion() {
        database.transactions().write(Durability.RELAXED, () -> {
            database.dsl()
                    .update(DIRECTORY_VERSION)
                    .set(DIRECTORY_VERSION.VERSION, 99L)
                    .execute();
        });
    }

    private Long version() {
        return database.transactions()
                .read(() -> database.dsl()
                        .select(DSL.max(DIRECTORY_VERSION.VERSION))
                        .from(DIRECTORY_VERSION)
                        .fetchSingle()
                        .value1());
    }
}
