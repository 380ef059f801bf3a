package dev.arke.testkit;

import dev.arke.database.Database;
import dev.arke.database.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

/** H2 databases as files, as in production: one is migrated, each fresh one is a copy of its file. */
final class H2Files {
    private static final String SUFFIX = ".mv.db";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path directory;

    private H2Files() {
        try {
            directory = Files.createTempDirectory("arke-h2-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::delete));
        var template = settings("template");
        Database.open(template).close();
        shutDown(template);
    }

    static H2Files get() {
        return Holder.FILES;
    }

    DatabaseSettings fresh() {
        var name = "arke" + COUNT.incrementAndGet();
        try {
            Files.copy(directory.resolve("template" + SUFFIX), directory.resolve(name + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings(name);
    }

    /** Closes the file, which H2 otherwise keeps open until the JVM ends. */
    static void shutDown(DatabaseSettings settings) {
        try (var connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                var statement = connection.createStatement()) {
            statement.execute("shutdown");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DatabaseSettings settings(String name) {
        return new DatabaseSettings(
                "jdbc:h2:file:" + directory.resolve(name) + ";TIME ZONE=" + Engine.SESSION_ZONE, "arke", "");
    }

    private void delete() {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final H2Files FILES = new H2Files();
    }
}
