package dev.arke.engine.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the disk has room for what is to come: a full one refuses alerts. */
public final class FreeSpaceCheck {
    private static final long MEBIBYTE = 1 << 20;
    private static final long WANTED = 256 * MEBIBYTE;

    private final Path directory;
    private final long wanted;

    /** {@code directory}: where the database's file lies. */
    public FreeSpaceCheck(Path directory) {
        this(directory, WANTED);
    }

    FreeSpaceCheck(Path directory, long wanted) {
        this.directory = directory;
        this.wanted = wanted;
    }

    public Optional<String> problem() {
        try {
            long free = Files.getFileStore(directory).getUsableSpace();
            if (free >= wanted) return Optional.empty();
            return Optional.of("only " + free / MEBIBYTE + " MiB are free in " + directory.toAbsolutePath()
                    + ", where the database is. Make room: when it is full, alerts are refused");
        } catch (IOException e) {
            return Optional.of("the directory " + directory.toAbsolutePath() + " of the database cannot be looked at: "
                    + e.getMessage());
        }
    }
}
