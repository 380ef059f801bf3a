package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.arke.boot.Notifications;
import dev.arke.boot.Previews;
import dev.arke.engine.people.KeepKeys;
import dev.arke.http.rest.RestRoutes;
import dev.arke.responder.ApiScope;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.testkit.TestDatabase;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jooq.DSLContext;

/** A client of /api/v1 of a team with a daily rotation. Each answer is held against the document. */
final class RestClient {
    private static final JsonMapper JSON = new JsonMapper();
    static final String TEAM = Shop.TEAM
            .replace("admins: [dana]}\npolicies", """
                admins: [dana], pager: "+33 1 23 45 67 89", rosters: {main: [alice, bob, chen]}, rotations: [{name: daily, role: primary, roster: main, \
                every: 1d, starting: 2026-01-05T09:00, strategy: round-robin}]}
                  - {name: web, time_zone: UTC, members: [chen]}
                policies\
                """)
            .replace("- {name: web, team: shop, policy: web}", "- {name: pages, team: web, policy: web}")
            .replace("service: web,", "service: pages,");

    private final TestDatabase database;
    private final World world;
    private final Javalin server;
    private final HttpClient client = HttpClient.newHttpClient();
    private JsonNode document = JSON.createObjectNode();

    RestClient(TestDatabase database) {
        this.database = database;
        world = new World(database);
        var engine = world.engine();
        var routes = new RestRoutes(
                engine.keys().find(),
                engine.calendar(),
                engine.incidents().act(),
                Notifications.with(engine),
                Previews.forPrograms(engine),
                "1.2.3",
                world.clock());
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            routes.register(config.routes);
        });
    }

    void begin() {
        world.team(TEAM);
        server.start("127.0.0.1", 0);
        document = get("", "/openapi.json").json();
    }

    void stop() {
        server.stop();
        client.close();
    }

    World world() {
        return world;
    }

    JsonNode document() {
        return document;
    }

    Javalin server() {
        return server;
    }

    DSLContext dsl() {
        return database.database().dsl();
    }

    UUID team(String name) {
        return world.read(() -> world.engine()
                .directory()
                .current()
                .teamNamed(name)
                .orElseThrow()
                .id());
    }

    record Answer(int status, String type, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError(text, e);
            }
        }

        String error() {
            return json().get("error").asText() + " " + json().get("what_next").asText();
        }
    }

    String whoAt(String key, String at) {
        return looked(key, "/who?team=shop&at=" + at)
                .get("duties")
                .get(0)
                .get("now")
                .get(0)
                .get("person")
                .asText();
    }

    List<Tuple> audited() {
        return world.read(() -> new AuditStore(database.database().dsl()).latest(100)).stream()
                .map(entry -> tuple(entry.actor(), entry.origin(), entry.verb(), entry.allowed()))
                .toList();
    }

    String key(String name, ApiScope scope, Optional<String> team) {
        var teamId = team.map(this::team);
        var by = new By(world.person("dana"), "test");
        return ((KeepKeys.Outcome.Made) world.engine().keys().keep().make(by, name, scope, teamId)).token();
    }

    JsonNode looked(String key, String path) {
        return documented("GET", path, get(key, path));
    }

    JsonNode sent(String key, String method, String path, String body) {
        return documented(method, path, send(key, method, path, body));
    }

    /** The answer, which has nothing that the document does not say, and all that it says is there. */
    private JsonNode documented(String method, String path, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var plain = path.replaceFirst("\\?.*", "");
        document.get("paths").properties().stream()
                .filter(one -> plain.matches(one.getKey().replaceAll("\\{[a-z]+}", "[^/]+")))
                .forEach(one -> check(
                        one.getValue()
                                .get(method.toLowerCase(Locale.ROOT))
                                .at("/responses/200/content/application~1json/schema"),
                        answer.json()));
        return answer.json();
    }

    private void check(JsonNode schema, JsonNode value) {
        if (schema.has("$ref")) {
            check(document.at(schema.get("$ref").asText().substring(1)), value);
            return;
        }
        switch (schema.get("type").asText()) {
            case "array" -> value.forEach(one -> check(schema.get("items"), one));
            case "object" -> {
                schema.path("required")
                        .forEach(name -> assertThat(value.has(name.asText()))
                                .as(name + " of " + value)
                                .isTrue());
                value.properties().forEach(field -> {
                    assertThat(schema.get("properties").has(field.getKey()))
                            .as(field.getKey())
                            .isTrue();
                    check(schema.get("properties").get(field.getKey()), field.getValue());
                });
            }
            case "string" -> assertThat(value.isTextual()).isTrue();
            case "boolean" -> assertThat(value.isBoolean()).isTrue();
            default -> assertThat(value.isIntegralNumber()).isTrue();
        }
    }

    Answer get(String key, String path) {
        return send(key, "GET", path, "");
    }

    Answer send(String key, String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!key.isEmpty()) request.header("Authorization", "Bearer " + key);
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
