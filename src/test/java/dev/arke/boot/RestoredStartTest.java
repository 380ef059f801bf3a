package dev.arke.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that had to take a copy of the database says so until the next one. */
class RestoredStartTest {
    @TempDir
    Path folder;

    @Test
    void isNotReadyUntilSomebodyHasLookedAtIt() throws IOException, InterruptedException {
        try (var database = Database.open(settings().database())) {
            database.takeCopy();
        }
        Files.write(folder.resolve("arke.mv.db"), new byte[0]);

        try (var arke = Arke.start(settings(), folder)) {
            assertThat(ready(arke).statusCode()).isEqualTo(503);
            assertThat(ready(arke).body()).contains("history").contains("what came after is missing");
        }
        try (var arke = Arke.start(settings(), folder)) {
            assertThat(ready(arke).statusCode()).isEqualTo(200);
        }
    }

    private Settings settings() {
        return Settings.read(
                Map.of("ARKE_HTTP_PORT", "0", "ARKE_DATABASE_URL", "jdbc:h2:file:" + folder.resolve("arke")));
    }

    private static HttpResponse<String> ready(Arke arke) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(arke.address().resolve("/ready")).build();
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
