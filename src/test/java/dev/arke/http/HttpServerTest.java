package dev.arke.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arke.database.DatabaseUnavailable;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpServerTest {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final ServerUnderTest server = ServerUnderTest.start(List.of(this::register));

    private final int port = server.port();

    private void register(JavalinDefaultRoutingApi routes) {
        routes.get("/fails", ctx -> {
            throw new IllegalStateException("secret inside");
        });
        routes.get("/gone", ctx -> {
            throw new DatabaseUnavailable("the disk is full", null);
        });
        routes.post("/echo", ctx -> ctx.result(ctx.body()));
        routes.get("/slow", ctx -> {
            asked.countDown();
            mayAnswer.await();
            ctx.result("done");
        });
    }

    @AfterEach
    void stop() {
        mayAnswer.countDown();
        server.close();
    }

    @Test
    void theRootTellsNameAndVersionOnly() {
        var answer = server.get("/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"name\":\"Arke\",\"version\":\"1.2.3\"}");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatKeepBrowsersOut() {
        for (var path : List.of("/", "/nowhere", "/fails"))
            assertThat(server.get(path).headers().map())
                    .as(path)
                    .containsKeys("x-content-type-options", "x-frame-options", "referrer-policy")
                    .containsEntry("content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"));
    }

    @Test
    void errorsSayWhatIsWrongAndWhatNext() {
        assertError(server.get("/no/such/secret-key"), 404, "There is nothing at this address.");
        assertError(server.post("/", ""), 405, "This address does not take that method.");
        assertError(server.post("/echo", "a".repeat((1 << 20) + 1)), 413, "The body is over 1 MiB.");
    }

    @Test
    void whatFailsInsideStaysInside() {
        var answer = server.get("/fails");

        assertError(answer, 500, "Arke failed on this request.");
        assertThat(answer.text()).doesNotContain("secret inside", "Exception");
    }

    @Test
    void aLostDatabaseMeansTryAgain() {
        var answer = server.get("/gone");

        assertError(answer, 503, "The database cannot be reached; nothing was stored.");
        assertThat(answer.headers().firstValue("retry-after")).contains("5");
    }

    @Test
    void aRequestThatIsNoneIsAnsweredInTheSameWay() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("\"what_next\":")
                    .doesNotContain("%zz", "Jetty");
        }
    }

    @Test
    void aTakenPortIsASentence() {
        try (var second = new HttpServer(new HttpSettings("127.0.0.1", server.port()), "1.2.3", List.of())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(CannotListen.class)
                    .hasMessageStartingWith("Arke cannot listen on 127.0.0.1:" + server.port() + ": ")
                    .hasMessageContaining("set ARKE_HTTP_PORT");
        }
    }

    @Test
    void stoppingLetsARequestFinish() throws InterruptedException, ExecutionException, TimeoutException {
        var answer = CompletableFuture.supplyAsync(() -> server.get("/slow"));
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        var stopped = CompletableFuture.runAsync(server.server()::close);
        waitUntilNobodyIsLetIn();
        mayAnswer.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).text()).isEqualTo("done");
        stopped.get(10, TimeUnit.SECONDS);
    }

    private void waitUntilNobodyIsLetIn() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        try {
            while (System.nanoTime() < deadline) new Socket(InetAddress.getLoopbackAddress(), port).close();
        } catch (IOException e) {
            return;
        }
        throw new AssertionError("the server still lets people in");
    }

    private static void assertError(ServerUnderTest.Answer answer, int status, String error) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("error").asText()).isEqualTo(error);
        assertThat(answer.json().get("what_next").asText()).isNotBlank();
    }
}
