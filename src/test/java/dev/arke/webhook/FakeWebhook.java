package dev.arke.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A receiver of webhooks that answers as told: a status, then headers, such as {@code 429 Retry-After: 120}. */
final class FakeWebhook implements AutoCloseable {
    /** One call as it came. */
    record Call(String target, String host, String signature, Optional<String> login, String body) {}

    private final HttpServer server;
    private final String answer;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    private FakeWebhook(HttpServer server, String answer) {
        this.server = server;
        this.answer = answer;
        server.createContext("/", this::take);
        server.start();
    }

    static FakeWebhook answering(String answer) throws IOException {
        return new FakeWebhook(HttpServer.create(anyPort(), 0), answer);
    }

    static FakeWebhook encrypted(SSLContext context) throws IOException {
        var server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new FakeWebhook(server, "200");
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            calls.add(new Call(
                    exchange.getRequestURI().toString(),
                    headers.getFirst("Host"),
                    headers.getFirst("Arke-Signature"),
                    Optional.ofNullable(headers.getFirst("Authorization")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            var words = answer.split(" ", 3);
            if (words.length == 3) exchange.getResponseHeaders().add(words[1].replace(":", ""), words[2]);
            exchange.sendResponseHeaders(Integer.parseInt(words[0]), -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
