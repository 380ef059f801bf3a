package dev.arke.database;

import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/** The tables, as the migrations on the classpath make them. */
final class Schema {
    private static final String REMEDY =
            "\nStart the Arke version that wrote it, or restore a copy made before the change.";

    private final Flyway flyway;

    Schema(DataSource pool, boolean isH2) {
        flyway = Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db")
                // What follows it says which rows an index of PostgreSQL has; on H2 it begins a comment.
                .placeholders(Map.of("where", isH2 ? "--" : "where"))
                .loggers("slf4j")
                // A newer Arke may run beside this one, and what is pending is run, not complained about.
                .ignoreMigrationPatterns("*:future", "*:pending")
                .load();
    }

    void bringUpToDate() {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailable("the schema could not be brought up to date: " + e.getMessage() + REMEDY, e);
        }
    }

    /** Compares, and writes nothing. */
    SchemaState look() {
        try {
            var found = flyway.validateWithResult();
            if (!found.validationSuccessful) return new SchemaState.Unfit(found.getAllErrorMessages() + REMEDY);
            var info = flyway.info();
            int newer = (int) Arrays.stream(info.applied())
                    .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                    .count();
            if (info.pending().length > 0) return new SchemaState.Behind(info.pending().length);
            return newer > 0 ? new SchemaState.Newer(newer) : new SchemaState.UpToDate();
        } catch (FlywayException e) {
            throw new DatabaseUnavailable("the schema cannot be read: " + e.getMessage(), e);
        }
    }
}
