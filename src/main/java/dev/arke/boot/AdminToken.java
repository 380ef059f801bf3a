package dev.arke.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The token with which commands on this machine speak to the running server: a file only its owner can read. */
final class AdminToken {
    private static final String FILE = "admin.token";
    private static final int BYTES = 32;

    private AdminToken() {}

    /** A new token, for one run of the server. */
    static String fresh() {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** Keeps the token of the server that runs now; only once it runs, so that a failed start leaves another's alone. */
    static void keep(String token, Path data) {
        try {
            Files.createDirectories(data);
            var file = data.resolve(FILE);
            Files.deleteIfExists(file);
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.writeString(Files.createFile(file, ownerOnly), token);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Arke cannot write to " + data.toAbsolutePath() + ": " + e.getMessage()
                            + ". Start it in a folder that its user may write to, with space left.",
                    e);
        }
    }

    /** The token of the server that runs in this folder, or ran last. */
    static Optional<String> read(Path data) {
        try {
            return Optional.of(Files.readString(data.resolve(FILE)).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    data.resolve(FILE).toAbsolutePath() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
