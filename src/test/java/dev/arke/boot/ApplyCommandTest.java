package dev.arke.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says of a server that does not take a team file. */
class ApplyCommandTest {
    @TempDir
    Path folder;

    private final HttpServer server;

    ApplyCommandTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFileWithMistakesHasThem() throws IOException {
        answering(422, "{\"problems\": [\"line 3: no such team\"]}");

        assertThat(apply()).isEqualTo(1);
    }

    @Test
    void whateverElseIsAnsweredIsNoMistakeOfTheFile() throws IOException {
        answering(503, "{\"error\": \"The database cannot be reached.\", \"what_next\": \"Send it again.\"}");

        assertThatThrownBy(this::apply)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("answered 503. The database cannot be reached. Send it again.");
    }

    @Test
    void anAnswerWithoutWordsIsSaidByItsNumber() throws IOException {
        answering(413, "");

        assertThatThrownBy(this::apply).isInstanceOf(CannotStart.class).hasMessageEndingWith("answered 413.");
    }

    @Test
    void theTokenOfAnotherFolderIsSaidSo() throws IOException {
        answering(401, "{}");

        assertThatThrownBy(this::apply).isInstanceOf(CannotStart.class).hasMessageContaining("admin.token");
    }

    /** A script is to see that it failed. */
    @Test
    void whereNobodyCanBeAskedNothingIsApplied() throws IOException {
        answering(200, "{\"changes\": [\"+ person alice\"], \"warnings\": []}");
        var typed = System.in;
        System.setIn(InputStream.nullInputStream());
        try {
            assertThatThrownBy(this::apply).isInstanceOf(CannotStart.class).hasMessageContaining("Add --yes");
        } finally {
            System.setIn(typed);
        }
    }

    private void answering(int status, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext("/admin/apply", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private int apply() throws IOException {
        var file = Files.writeString(folder.resolve("team.yaml"), "responders: [{name: alice}]");
        return new ApplyCommand()
                .apply(
                        file,
                        Map.of(
                                "ARKE_HTTP_PORT",
                                String.valueOf(server.getAddress().getPort())));
    }
}
