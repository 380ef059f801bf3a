package dev.arke.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.tools.Restore;

/**
 * The file of an H2 database and its copies, kept in a folder {@code copies} beside it. A copy is a zip as H2's {@code
 * backup to} writes it, named by its instant in epoch seconds, and counts only once it was opened and read.
 */
final class H2File {
    private static final String PREFIX = "jdbc:h2:";
    private static final String SUFFIX = ".mv.db";
    private static final int KEPT_COPIES = 3;

    private final Path base;
    private final DatabaseSettings settings;

    private H2File(Path base, DatabaseSettings settings) {
        this.base = base;
        this.settings = settings;
    }

    /** Empty for PostgreSQL and for databases in memory. */
    static Optional<H2File> of(DatabaseSettings settings) {
        if (!settings.isH2()) return Optional.empty();
        var rest = settings.url().substring(PREFIX.length());
        int options = rest.indexOf(';');
        var name = options < 0 ? rest : rest.substring(0, options);
        if (name.startsWith("mem:") || name.startsWith("tcp:") || name.startsWith("ssl:")) return Optional.empty();
        var path = name.startsWith("file:") ? name.substring("file:".length()) : name;
        return Optional.of(new H2File(Path.of(path.replaceFirst("^~", System.getProperty("user.home"))), settings));
    }

    /** Writes a copy and checks that it opens and holds the schema. Answers its file. */
    Path copy(Connection connection, Instant now) throws SQLException, IOException {
        Files.createDirectories(copies());
        var unchecked = copies().resolve("unchecked.zip");
        Files.deleteIfExists(unchecked);
        try (var statement = connection.prepareStatement("backup to ?")) {
            statement.setString(1, unchecked.toString());
            statement.execute();
        }
        check(unchecked);
        var copy = copies().resolve(now.getEpochSecond() + ".zip");
        Files.move(unchecked, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        dropOldCopies();
        return copy;
    }

    private void check(Path zip) throws SQLException, IOException {
        var folder = copies().resolve("check");
        delete(folder); // What a kill in the middle of the last check has left.
        Files.createDirectory(folder);
        try {
            Restore.execute(
                    zip.toString(), folder.toString(), base.getFileName().toString());
            var url = PREFIX + "file:" + folder.resolve(base.getFileName()).toAbsolutePath() + ";ACCESS_MODE_DATA=r";
            try (var connection = DriverManager.getConnection(url, settings.user(), settings.password());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from incident")) {
                rows.next();
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    /**
     * Puts the corrupt file, if any, aside and the latest copy in its place; answers when that copy was taken. A kill at
     * any moment leaves the corrupt file, no file, or the whole copy: the next start goes on from there.
     */
    Optional<Instant> restoreLatest(Instant now) throws IOException {
        var all = copyFiles();
        if (all.isEmpty()) return Optional.empty();
        var latest = all.getLast();
        var unpacked = unpack(latest);
        var file = folder().resolve(file().getFileName());
        if (exists()) Files.move(file, file.resolveSibling(file.getFileName() + ".corrupt-" + now.getEpochSecond()));
        Files.move(unpacked, file, StandardCopyOption.ATOMIC_MOVE);
        return Optional.of(takenAt(latest));
    }

    private Path unpack(Path copy) throws IOException {
        var name = base.getFileName() + ".unpacked";
        var unpacked = folder().resolve(name + SUFFIX);
        Files.deleteIfExists(unpacked);
        Restore.execute(copy.toString(), folder().toString(), name);
        try (var channel = FileChannel.open(unpacked, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return unpacked;
    }

    /** What the next start does about a corrupt file. */
    String remedy() {
        try {
            var all = copyFiles();
            return all.isEmpty()
                    ? "There is no copy of it yet."
                    : "The next start puts it aside and goes on from the copy of " + takenAt(all.getLast()) + ".";
        } catch (IOException e) {
            return "Its copies cannot be listed: " + e.getMessage();
        }
    }

    private void dropOldCopies() throws IOException {
        var all = copyFiles();
        for (var old : all.subList(0, Math.max(0, all.size() - KEPT_COPIES))) Files.deleteIfExists(old);
    }

    private List<Path> copyFiles() throws IOException {
        if (!Files.isDirectory(copies())) return List.of();
        try (Stream<Path> files = Files.list(copies())) {
            return files.filter(path -> path.getFileName().toString().matches("\\d+\\.zip"))
                    .sorted(Comparator.comparing(H2File::takenAt))
                    .toList();
        }
    }

    private static Instant takenAt(Path copy) {
        var name = copy.getFileName().toString();
        return Instant.ofEpochSecond(Long.parseLong(name.substring(0, name.length() - ".zip".length())));
    }

    boolean exists() {
        return Files.exists(file());
    }

    /** Gone, or of no length, while copies show that there was something in it. */
    boolean isLost() {
        try {
            return (!exists() || Files.size(file()) == 0) && !copyFiles().isEmpty();
        } catch (IOException e) {
            throw new DatabaseUnavailable("the database file " + file() + " cannot be looked at: " + e.getMessage(), e);
        }
    }

    Path file() {
        return base.resolveSibling(base.getFileName() + SUFFIX);
    }

    Path folder() {
        var folder = base.toAbsolutePath().getParent();
        return folder == null ? Path.of("/") : folder;
    }

    private Path copies() {
        return folder().resolve("copies");
    }
}
