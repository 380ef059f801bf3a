package dev.arke.teamfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples that people copy work: the first of each page. */
final class TeamFileDocsTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"team-file.md", "moving.md"})
    void theExampleInTheDocumentationHasNoMistake(String name) throws IOException {
        var example = EXAMPLE.matcher(Files.readString(Path.of("src/docs").resolve(name)));

        assertThat(example.find()).isTrue();
        assertThat(TeamFiles.problems(example.group(1))).isEmpty();
    }
}
