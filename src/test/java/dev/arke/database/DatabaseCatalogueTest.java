package dev.arke.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The generated code was made by a third reader of the migrations; both engines must have understood the same. */
@EachDatabase
final class DatabaseCatalogueTest {

    @Test
    void theEngineHasWhatTheCodeWasGeneratedFor(TestDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            var live = Catalogue.of(connection);
            var generated = Catalogue.ofGeneratedCode();

            assertThat(live.lines()).isNotEmpty();
            assertThat(live.without(generated)).as("only in the engine").isEmpty();
            assertThat(generated.without(live)).as("only in the generated code").isEmpty();
        }
    }
}
