package dev.arke.bench;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A figure without its peer is none: the run fails and says what to install. */
final class MissingPeer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MissingPeer(String program, String debian) {
        super(program + " is not on the PATH, and nothing is measured without it: install Debian's package " + debian);
    }

    /** Where a program is. */
    static Path find(String program, String debian) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new MissingPeer(program, debian));
    }
}
