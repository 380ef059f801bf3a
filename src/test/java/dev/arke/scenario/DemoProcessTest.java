package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as {@code mvn exec:exec} starts it: below another process, which may be told to end without it. */
final class DemoProcessTest {
    private static final List<String> DEMO = ServerProcess.command("demo");

    @TempDir
    Path folder;

    @Test
    void endsWithTheProcessThatStartedItAndLeavesNoRoomForASecond() throws Exception {
        var shell = start(
                Stream.concat(Stream.of("sh", "-c", "\"$@\" --ends-with-parent & echo $!; wait", "sh"), DEMO.stream()));
        try (var said = shell.inputReader()) {
            var demo = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            try {
                assertThat(upTo("Stop with Ctrl-C", said)).noneMatch(line -> line.contains(" ERROR "));

                var second = start(DEMO.stream());
                try (var answer = second.inputReader()) {
                    assertThat(upTo("A demo runs in ", answer)).hasSize(1);
                }
                assertThat(second.waitFor()).isEqualTo(1);

                shell.destroy();
                demo.onExit().get(1, TimeUnit.MINUTES);
            } finally {
                demo.destroyForcibly();
            }
        } finally {
            shell.destroyForcibly();
        }
    }

    private Process start(Stream<String> command) throws IOException {
        var builder =
                new ProcessBuilder(command.toList()).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("ARKE_HTTP_PORT", String.valueOf(ServerProcess.freePort()));
        return builder.start();
    }

    /** The lines that are said up to one that has these words, that one too. */
    private static List<String> upTo(String words, BufferedReader said) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (line.contains(words)) return lines;
        }
        throw new AssertionError("not said: " + words + "\n" + String.join("\n", lines));
    }
}
