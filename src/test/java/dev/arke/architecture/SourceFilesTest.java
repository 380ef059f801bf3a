package dev.arke.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What only the source text shows: how long a file is, and what a package says about itself. */
final class SourceFilesTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final int LONGEST = 400;
    private static final Pattern SENTENCE_THEN_NULL_MARKED =
            Pattern.compile("\\A/\\*\\*\\s*\\S.*?\\.\\s*\\*/\\s*@NullMarked\\s+package ", Pattern.DOTALL);

    @Test
    void noFileIsTooLongToRead() throws IOException {
        for (var file : javaFiles(MAIN))
            assertThat(Files.readAllLines(file).size()).as(file.toString()).isLessThanOrEqualTo(LONGEST);
    }

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
        for (var directory : packages(MAIN))
            assertThat(packageInfo(MAIN, directory)).containsPattern(SENTENCE_THEN_NULL_MARKED);
        for (var directory : packages(TESTS))
            if (!Files.exists(MAIN.resolve(directory)))
                assertThat(packageInfo(TESTS, directory)).containsPattern(SENTENCE_THEN_NULL_MARKED);
    }

    private static String packageInfo(Path root, Path directory) throws IOException {
        var file = root.resolve(directory).resolve("package-info.java");
        assertThat(file).exists();
        return Files.readString(file);
    }

    private static Set<Path> packages(Path root) throws IOException {
        var found = new TreeSet<Path>();
        for (var file : javaFiles(root)) found.add(root.relativize(file.getParent()));
        return found;
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
