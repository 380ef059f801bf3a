package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.arke.engine.people.KeepKeys;
import dev.arke.http.rest.RestRoutes;
import dev.arke.responder.ApiScope;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import io.javalin.Javalin;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** /api/v1 as programs use it. It is Monday 12 January 2026, 10:00 in Paris. Each answer is held against the document. */
@EachDatabase
final class RestTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TEAM = Shop.TEAM
            .replace("admins: [dana]}\npolicies", """
                admins: [dana], rosters: {main: [alice, bob, chen]}, rotations: [{name: daily, role: primary, roster: main, \
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

    RestTest(TestDatabase database) {
        this.database = database;
        world = new World(database);
        var engine = world.engine();
        var routes = new RestRoutes(
                engine.keys().find(), engine.calendar(), engine.incidents().act(), "1.2.3", world.clock());
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            routes.register(config.routes);
        });
    }

    @BeforeEach
    void begin() {
        world.team(TEAM);
        server.start("127.0.0.1", 0);
        document = get("", "/openapi.json").json();
    }

    @AfterEach
    void stop() {
        server.stop();
        client.close();
    }

    private record Answer(int status, String text) {
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

    @Test
    void theDocumentIsReadByAnIndependentParserAndHasEveryRoute() {
        var options = new ParseOptions();
        options.setResolveFully(true);
        var read = new OpenAPIV3Parser().readContents(document.toString(), List.of(), options);
        assertThat(read.getMessages()).isEmpty();
        var documented = new TreeSet<String>();
        read.getOpenAPI()
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> documented.add(method + " /api/v1" + path)));
        var served = new TreeSet<String>();
        server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint.method.name() + " " + handler.endpoint.path)
                .filter(route -> !route.endsWith("/openapi.json"))
                .forEach(served::add);
        assertThat(documented).isEqualTo(served).hasSizeGreaterThan(10);
        assertThat(read.getOpenAPI().getComponents().getSecuritySchemes())
                .hasEntrySatisfying(
                        "key", scheme -> assertThat(scheme.getScheme()).isEqualTo("bearer"));
    }

    @Test
    void withoutAGoodKeyNothingIsToldAndWhatIsRevokedIsNoKey() {
        var key = key("robot", ApiScope.READ, Optional.empty());
        assertThat(get(key, "/teams").status()).isEqualTo(200);
        world.engine().keys().keep().revoke(new By(world.person("dana"), "test"), "robot");
        var never = get("never", "/teams");
        assertThat(never.status()).isEqualTo(401);
        assertThat(never.error()).contains("admin key NAME read");
        assertThat(get(key, "/teams").text()).isEqualTo(never.text());
        assertThat(get("", "/teams").text()).isEqualTo(never.text());
        assertThat(get(key, "/teams/never").text()).isEqualTo(never.text());
    }

    @Test
    void aKeyOfOneTeamSeesThatTeamAlone() {
        var key = key("robot", ApiScope.WRITE, Optional.of("shop"));

        assertThat(looked(key, "/teams").findValuesAsText("name")).containsExactly("shop");
        assertThat(get(key, "/teams/web/shifts").status()).isEqualTo(403);
        assertThat(get(key, "/who?service=pages").error()).startsWith("This key is of another team.");
        assertThat(send(key, "POST", "/teams/web/overrides", "{}").status()).isEqualTo(403);
        world.alert("monitor", Shop.firing("cpu").labels(Map.of("team", "web")).toAlert());
        assertThat(send(key, "POST", "/incidents/1/acknowledge", "").error())
                .startsWith("This key is of another team.");
    }

    @Test
    void teamsRostersAndRotationsAreNamed() {
        var key = key("robot", ApiScope.READ, Optional.empty());

        assertThat(looked(key, "/teams/shop").get("members")).hasSize(4);
        assertThat(looked(key, "/teams/Shop/rosters").findValuesAsText("person"))
                .containsExactly("alice", "bob", "chen");
        var rotation = looked(key, "/teams/shop/rotations").get("rotations").get(0);
        assertThat(rotation.get("every").asText()).isEqualTo("1d");
        assertThat(rotation.get("horizon_days").asInt()).isEqualTo(56);
        assertThat(get(key, "/teams/shpo").error()).isEqualTo("There is no team called shpo. Did you mean shop?");
    }

    @Test
    void shiftsComeInPagesThatMissNothing() {
        var key = key("robot", ApiScope.READ, Optional.empty());
        var range = "?from=2026-01-13T09:00:00Z&to=2026-01-27T09:00:00Z";
        var all = looked(key, "/teams/shop/shifts" + range).get("shifts");
        assertThat(all).hasSize(14);

        var found = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = looked(key, "/teams/shop/shifts" + range + "&limit=4" + after);
            page.get("shifts").forEach(found::add);
            after = page.has("next")
                    ? "&after=" + URLEncoder.encode(page.get("next").asText(), StandardCharsets.UTF_8)
                    : "";
        } while (!after.isEmpty());

        assertThat(found).hasSize(14).containsExactlyElementsOf(all);
        assertThat(looked(key, "/teams/shop/shifts" + range + "&role=secondary").get("shifts"))
                .isEmpty();
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        var key = key("robot", ApiScope.READ, Optional.empty());

        assertThat(get(key, "/teams/shop/shifts?from=2026-01-01T00:00:00Z&to=2027-02-01T00:00:00Z")
                        .error())
                .isEqualTo("That is more than 366 days. Ask for a year at a time.");
        assertThat(get(key, "/teams/shop/shifts?from=monday").error()).startsWith("from cannot be read as a time.");
        assertThat(get(key, "/teams/shop/shifts?limit=501").error()).startsWith("limit is no number from 1 to 500.");
        assertThat(get(key, "/teams/shop/shifts?after=x").error()).startsWith("after is no next of a page.");
        assertThat(get(key, "/teams/shop/shifts?role=%20-").status()).isEqualTo(400);
        assertThat(get(key, "/who").error()).startsWith("Neither team nor service is there.");
    }

    @Test
    void whoIsOnCallAtAnInstant() {
        var key = key("robot", ApiScope.READ, Optional.empty());

        var now = looked(key, "/who?service=shop").get("duties").get(0);
        var then = looked(key, "/who?team=shop&at=2026-01-14T10:00:00%2B01:00")
                .get("duties")
                .get(0);

        assertThat(now.get("now").get(0).get("person").asText()).isEqualTo("bob");
        assertThat(now.get("next").get(0).get("person").asText()).isEqualTo("chen");
        assertThat(then.get("now").get(0).get("person").asText()).isEqualTo("alice");
        assertThat(looked(key, "/teams/shop/coverage").get("findings").findValuesAsText("kind"))
                .contains("unreachable");
        assertThat(looked(key, "/teams/shop/swaps").get("swaps")).isEmpty();
    }

    @Test
    void vacationsAreTakenOverFromAFileAndFollowIt() throws IOException, InterruptedException {
        var key = key("vacations", ApiScope.WRITE, Optional.empty());
        var file =
                "BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nPRODID:x\\r\\nBEGIN:VEVENT\\r\\nUID:a\\r\\nDTSTART;VALUE=DATE:"
                        + "20260301"
                        + "\\r\\nEND:VEVENT\\r\\nrubbish\\r\\nEND:VCALENDAR\\r\\n";
        var body = "{\"calendar\":\"" + file + "\"}";

        var first = sent(key, "POST", "/people/chen/vacations", body);
        assertThat(first.get("added").asInt()).isEqualTo(1);
        assertThat(first.get("unread").get(0).get("line").asInt()).isEqualTo(8);
        assertThat(sent(key, "POST", "/people/chen/vacations", body)
                        .get("added")
                        .asInt())
                .isZero();
        assertThat(sent(key, "POST", "/people/chen/vacations", body.replace("UID:a", "UID:b"))
                        .get("removed")
                        .asInt())
                .isEqualTo(1);
        assertThat(send(key, "POST", "/people/chen/vacations", "{\"calendar\":\"<html>\"}")
                        .error())
                .startsWith("The calendar is no calendar file");
    }

    @Test
    void overridesAreDoneAsAnAdminDoesThemAndTakenBack() {
        var key = key("robot", ApiScope.WRITE, Optional.of("shop"));
        var wanted =
                "{\"by\":\"chen\",\"instead_of\":\"bob\",\"from\":\"2026-01-12T12:00:00Z\",\"to\":\"2026-01-12T14:00:00Z\"}";

        var done = sent(key, "POST", "/teams/shop/overrides", wanted);

        assertThat(done.get("shifts").get(0).get("instead_of").asText()).isEqualTo("bob");
        assertThat(whoAt(key, "2026-01-12T13:00:00Z")).isEqualTo("chen");
        assertThat(send(key, "POST", "/teams/shop/overrides", wanted).error()).startsWith("Then it is had by chen.");
        sent(key, "DELETE", "/overrides/" + done.get("id").asText(), "");
        assertThat(whoAt(key, "2026-01-12T13:00:00Z")).isEqualTo("bob");
        assertThat(send(key, "DELETE", "/overrides/" + done.get("id").asText(), "")
                        .status())
                .isEqualTo(409);
        assertThat(audited())
                .contains(tuple("key:robot", "rest", "cover", true), tuple("key:robot", "rest", "undo", true));
    }

    @Test
    void aBodyThatIsNoneIsExplained() {
        var key = key("robot", ApiScope.WRITE, Optional.empty());

        assertThat(send(key, "POST", "/teams/shop/overrides", "{\"by\":\"chen\"}")
                        .error())
                .startsWith("from is missing. Send a JSON object with by, instead_of (may be left out), role");
        assertThat(send(key, "POST", "/teams/shop/overrides", "{\"who\":\"chen\"}")
                        .error())
                .startsWith("There is no field who.");
        assertThat(send(key, "POST", "/teams/shop/overrides", "{\"by\":\"chen\",\"from\":\"soon\"}")
                        .error())
                .startsWith("The body cannot be read at from.");
        assertThat(send(key, "POST", "/teams/shop/overrides", "by=chen").error())
                .startsWith("The body is not JSON.");
        assertThat(send(
                                key,
                                "POST",
                                "/teams/shop/overrides",
                                "{\"by\":\"chne\",\"from\":\"2026-01-12T12:00:00Z\",\"to\":\"2026-01-12T14:00:00Z\"}")
                        .error())
                .isEqualTo("There is nobody called chne. Did you mean chen?");
        assertThat(send(
                                key,
                                "POST",
                                "/teams/shop/overrides",
                                "{\"by\":\"chen\",\"from\":\"2026-01-12T14:00:00Z\",\"to\":\"2026-01-12T12:00:00Z\"}")
                        .error())
                .startsWith("to is not after from.");
    }

    @Test
    void aKeyThatReadsChangesNothing() {
        var key = key("robot", ApiScope.READ, Optional.empty());
        world.alert("monitor", Shop.firing("disk").toAlert());

        assertThat(send(key, "POST", "/incidents/1/acknowledge", "").status()).isEqualTo(403);
        assertThat(send(
                                key,
                                "POST",
                                "/teams/shop/overrides",
                                "{\"by\":\"chen\",\"from\":\"2026-01-12T12:00:00Z\",\"to\":\"2026-01-12T14:00:00Z\"}")
                        .error())
                .startsWith("This key may only read.");

        assertThat(whoAt(key, "2026-01-12T13:00:00Z")).isEqualTo("bob");
        assertThat(audited()).contains(tuple("key:robot", "rest", "cover", false));
    }

    @Test
    void incidentsAreTakenAndEnded() {
        var key = key("robot", ApiScope.WRITE, Optional.empty());
        world.alert("monitor", Shop.firing("disk").toAlert());

        assertThat(sent(key, "POST", "/incidents/1/acknowledge", "")
                        .get("state")
                        .asText())
                .isEqualTo("acknowledged");
        var other = key("other", ApiScope.WRITE, Optional.empty());
        assertThat(send(other, "POST", "/incidents/1/acknowledge", "{}").error())
                .startsWith("key:robot has it since");
        assertThat(sent(key, "POST", "/incidents/1/resolve", "{\"note\":\"by itself\"}")
                        .get("state")
                        .asText())
                .isEqualTo("resolved");
        assertThat(send(key, "POST", "/incidents/1/acknowledge", "").status()).isEqualTo(409);
        assertThat(send(key, "POST", "/incidents/99/resolve", "").error()).startsWith("There is no incident #99.");
        assertThat(send(key, "POST", "/incidents/x/resolve", "").status()).isEqualTo(400);
    }

    private String whoAt(String key, String at) {
        return looked(key, "/who?team=shop&at=" + at)
                .get("duties")
                .get(0)
                .get("now")
                .get(0)
                .get("person")
                .asText();
    }

    private List<Tuple> audited() {
        return world.read(() -> new AuditStore(database.database().dsl()).latest(100)).stream()
                .map(entry -> tuple(entry.actor(), entry.origin(), entry.verb(), entry.allowed()))
                .toList();
    }

    private String key(String name, ApiScope scope, Optional<String> team) {
        var teamId = team.map(one -> world.read(() -> world.engine()
                .directory()
                .current()
                .teamNamed(one)
                .orElseThrow()
                .id()));
        var by = new By(world.person("dana"), "test");
        return ((KeepKeys.Outcome.Made) world.engine().keys().keep().make(by, name, scope, teamId)).token();
    }

    private JsonNode looked(String key, String path) {
        return documented("GET", path, get(key, path));
    }

    private JsonNode sent(String key, String method, String path, String body) {
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

    private Answer get(String key, String path) {
        return send(key, "GET", path, "");
    }

    private Answer send(String key, String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!key.isEmpty()) request.header("Authorization", "Bearer " + key);
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
