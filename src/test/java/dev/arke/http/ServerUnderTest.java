package dev.arke.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A server on a free port of this machine, and a client for it. */
record ServerUnderTest(HttpServer server, HttpClient client) implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    record Answer(int status, HttpHeaders headers, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + text, e);
            }
        }
    }

    static ServerUnderTest start(List<Consumer<JavalinDefaultRoutingApi>> routes) {
        var server = new HttpServer(new HttpSettings("127.0.0.1", 0), "1.2.3", routes);
        server.start();
        return new ServerUnderTest(
                server,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    int port() {
        return server.port();
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, String body) {
        return post(path, BodyPublishers.ofString(body), Optional.empty());
    }

    Answer post(String path, BodyPublisher body, Optional<String> encoding) {
        var request = request(path).POST(body);
        encoding.ifPresent(name -> request.header("Content-Encoding", name));
        return send(request.build());
    }

    /** With a body that is sent once the server asks for it. */
    Answer offer(String path, String body) {
        return send(request(path)
                .expectContinue(true)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    private Answer send(HttpRequest request) {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
