package dev.arke.database;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether there is room to write where H2's file lies. H2 closes its file when a write does not fit, and what was under way
 * then may turn in a circle for ever: so nothing is begun on a disk that is almost full.
 */
final class DiskSpace {
    private static final long MEBIBYTE = 1 << 20;
    private static final long NEEDED = 4 * MEBIBYTE;
    private static final long WANTED = 256 * MEBIBYTE;

    private final LongSupplier free;

    /** {@code free}: in bytes. */
    DiskSpace(LongSupplier free) {
        this.free = free;
    }

    /** Of the file of these settings, which need not be there yet; a database in memory has room for ever. */
    static DiskSpace of(DatabaseSettings settings) {
        return new DiskSpace(
                H2File.of(settings).map(file -> freeIn(file.folder())).orElse(() -> Long.MAX_VALUE));
    }

    private static LongSupplier freeIn(Path folder) {
        try {
            var there = folder.toAbsolutePath();
            while (!Files.exists(there) && there.getParent() != null) there = there.getParent();
            var disk = Files.getFileStore(there);
            return () -> usable(disk);
        } catch (IOException e) {
            throw new DatabaseUnavailable("the folder of the database cannot be looked at: " + e.getMessage(), e);
        }
    }

    /** A disk that does not tell is taken for one with room: then H2 finds out. */
    private static long usable(FileStore disk) {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    Optional<String> problem() {
        return free.getAsLong() >= NEEDED
                ? Optional.empty()
                : Optional.of("the disk of the database is full, nothing is written until there are "
                        + NEEDED / MEBIBYTE + " MiB free: make room");
    }

    /** The same while there is still time to do something about it. */
    Optional<String> warning() {
        long now = free.getAsLong();
        return now >= WANTED
                ? Optional.empty()
                : problem()
                        .or(() -> Optional.of("only " + now / MEBIBYTE
                                + " MiB are free where the database is. Make room: when it is full,"
                                + " alerts are refused"));
    }
}
