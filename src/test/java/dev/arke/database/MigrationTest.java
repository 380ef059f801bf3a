package dev.arke.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that every migration keeps, whoever writes it. */
@EachDatabase
final class MigrationTest {
    /** Columns that hold a local time on purpose: they name a wall clock, whose zone stands beside them. */
    private static final Set<String> LOCAL_TIMES = Set.of("rotation.anchor timestamp not null");

    private static final String CONSTRAINTS = """
        select table_name, constraint_name, constraint_type from information_schema.table_constraints
        where table_schema in ('public', 'PUBLIC') and table_name <> 'flyway_schema_history'
        and constraint_type in ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')\
        """;
    private static final Map<String, String> PREFIXES =
            Map.of("primary key", "pk_", "unique", "uq_", "foreign key", "fk_");

    private final TestDatabase database;

    MigrationTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void migratingAgainChangesNothing() throws SQLException {
        try (var connection = database.connect()) {
            var before = everything(connection);

            Database.open(database.settings()).close();

            assertThat(everything(connection)).isEqualTo(before);
        }
    }

    @Test
    void everyConstraintHasANameOfOurs() throws SQLException {
        try (var connection = database.connect()) {
            assertThat(Catalogue.rows(connection, CONSTRAINTS))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.get("constraint_name"))
                            .as(row.toString())
                            .startsWith(PREFIXES.get(row.get("constraint_type"))));
        }
    }

    @Test
    void everyInstantKnowsItsZone() throws SQLException {
        try (var connection = database.connect()) {
            assertThat(Catalogue.of(connection).lines())
                    .filteredOn(line -> line.matches("\\S+ (timestamp|time|time with.*)( not null)?"))
                    .isSubsetOf(LOCAL_TIMES);
        }
    }

    @Test
    void everyTableHasAPrimaryKeyAndEveryIdOfAThingIsAUuid() throws SQLException {
        try (var connection = database.connect()) {
            var lines = Catalogue.of(connection).lines();
            var tables = lines.stream()
                    .filter(line -> !line.startsWith("sequence "))
                    .map(line -> line.split("[. ]")[0])
                    .distinct();

            assertThat(tables)
                    .allSatisfy(table -> assertThat(lines).anyMatch(line -> line.startsWith(table + " primary key ")));
            assertThat(lines)
                    .filteredOn(line -> line.matches("\\S+_id .*"))
                    .allMatch(line -> line.matches("\\S+ (uuid|varchar).*"));
        }
    }

    private static List<String> everything(Connection connection) throws SQLException {
        var history = Catalogue.rows(connection, "select * from \"flyway_schema_history\"");
        return Stream.concat(history.stream().map(Catalogue.Row::toString), Catalogue.of(connection).lines().stream())
                .toList();
    }
}
