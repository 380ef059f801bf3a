package dev.arke.bench;

import dev.arke.database.Database;
import dev.arke.database.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fresh databases of one engine, as durable as in production: each commit reaches the disk. */
final class BenchDatabase implements AutoCloseable {
    private final Path directory;
    private final @Nullable EmbeddedPostgres postgres;

    /** An open, migrated database, how to look into it from outside, and what its server has used of all cores. */
    record Opened(Database database, DatabaseSettings settings, Supplier<Duration> serverCpu) implements AutoCloseable {
        /** Its file is deleted: what is measured fills disks. */
        @Override
        public void close() {
            database.close();
            delete(settings);
        }
    }

    /** Deletes the file of a database of H2, which nobody has open. */
    static void delete(DatabaseSettings settings) {
        if (!settings.isH2()) return;
        var folder = Path.of(settings.url().substring("jdbc:h2:file:".length())).getParent();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The embedded server of the tests gives up durability for speed; here it is put back to PostgreSQL's defaults. */
    BenchDatabase(boolean h2) throws IOException {
        directory = Files.createDirectories(Path.of("target", "bench"));
        postgres = h2
                ? null
                : EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
    }

    Path directory() {
        return directory;
    }

    String settings() {
        return postgres == null ? "H2, a file, synced before each answer" : settings(postgres);
    }

    private static String settings(EmbeddedPostgres postgres) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select current_setting('server_version'), current_setting('fsync'),"
                        + " current_setting('synchronous_commit'), current_setting('shared_buffers')")) {
            rows.next();
            return "PostgreSQL %s, fsync %s, synchronous_commit %s, shared_buffers %s"
                    .formatted(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Opened fresh() {
        var next = next();
        return new Opened(Database.open(next), next, () -> postgres == null ? Duration.ZERO : cpuOf(postgres));
    }

    /** Of a database that is not open yet. */
    DatabaseSettings next() {
        // Process ids come again, and a file that is left is not looked for.
        var name = "bench-" + UUID.randomUUID();
        if (postgres == null)
            return new DatabaseSettings(
                    "jdbc:h2:file:" + directory.resolve(name).resolve("arke").toAbsolutePath(), "arke", "");
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database \"" + name + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseSettings(postgres.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    /** Of the server's processes that live now, one for each connection among them. */
    private static Duration cpuOf(EmbeddedPostgres postgres) {
        return server(postgres).stream()
                .flatMap(ProcessHandle::children)
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Optional<ProcessHandle> server(EmbeddedPostgres postgres) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_backend_pid()")) {
            rows.next();
            return ProcessHandle.of(rows.getLong(1)).flatMap(ProcessHandle::parent);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Connection connect(DatabaseSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }

    @Override
    public void close() {
        if (postgres == null) return;
        var server = server(postgres);
        try {
            postgres.close();
            // On a busy machine it takes longer than it is waited for.
            server.ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
