package dev.arke.teamfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example that people copy works. */
final class TeamFileDocsTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExampleInTheDocumentationHasNoMistake() throws IOException {
        var page = Files.readString(Path.of("src/docs/team-file.md"));
        var example = EXAMPLE.matcher(page);

        assertThat(example.find()).isTrue();
        assertThat(TeamFiles.problems(example.group(1))).isEmpty();
    }
}
