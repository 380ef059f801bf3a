package dev.arke.boot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The server that runs on this machine, as the commands speak to it. */
final class RunningServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The rotations of very many new teams are filled before it answers. */
    private static final Duration OF_APPLY = Duration.ofMinutes(5);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI base;

    RunningServer(Settings settings) {
        var host = settings.http().host().equals("0.0.0.0")
                ? "127.0.0.1"
                : settings.http().host();
        this.base = URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + settings.http().port());
    }

    /** An answer: its status and its JSON. */
    record Answer(int status, JsonNode body) {}

    /** Empty when no server answers there. */
    Optional<Answer> apply(String teamFile, boolean dry, String token) {
        return send(HttpRequest.newBuilder(base.resolve("/admin/apply?dry=" + dry))
                .header("Authorization", "Bearer " + token)
                .timeout(OF_APPLY)
                .POST(HttpRequest.BodyPublishers.ofString(teamFile)));
    }

    /** What /ready says; empty when no server answers there. */
    Optional<Answer> ready() {
        return send(
                HttpRequest.newBuilder(base.resolve("/ready")).timeout(PATIENCE).GET());
    }

    private Optional<Answer> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            return Optional.of(new Answer(answer.statusCode(), JSON.readTree(answer.body())));
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new CannotStart("what listens on " + base + " does not answer as Arke does: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
