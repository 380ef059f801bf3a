package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arke.responder.ApiScope;
import dev.arke.responder.By;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** /api/v1 as programs use it. It is Monday 12 January 2026, 10:00 in Paris. Each answer is held against the document. */
@EachDatabase
final class RestTest {
    private final RestClient rest;

    RestTest(TestDatabase database) {
        rest = new RestClient(database);
    }

    @BeforeEach
    void begin() {
        rest.begin();
    }

    @AfterEach
    void stop() {
        rest.stop();
    }

    @Test
    void theDocumentIsReadByAnIndependentParserAndHasEveryRoute() {
        var options = new ParseOptions();
        options.setResolveFully(true);
        var read = new OpenAPIV3Parser().readContents(rest.document().toString(), List.of(), options);
        assertThat(read.getMessages()).isEmpty();
        var documented = new TreeSet<String>();
        read.getOpenAPI()
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> documented.add(method + " /api/v1" + path)));
        var served = new TreeSet<String>();
        rest.server().unsafe.internalRouter.allHttpHandlers().stream()
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
        var key = rest.key("robot", ApiScope.READ, Optional.empty());
        assertThat(rest.get(key, "/teams").status()).isEqualTo(200);
        rest.world().engine().keys().keep().revoke(new By(rest.world().person("dana"), "test"), "robot");
        var never = rest.get("never", "/teams");
        assertThat(never.status()).isEqualTo(401);
        assertThat(never.error()).contains("admin key NAME read");
        assertThat(rest.get(key, "/teams").text()).isEqualTo(never.text());
        assertThat(rest.get("", "/teams").text()).isEqualTo(never.text());
        assertThat(rest.get(key, "/teams/never").text()).isEqualTo(never.text());
    }

    @Test
    void aKeyOfOneTeamSeesThatTeamAlone() {
        var key = rest.key("robot", ApiScope.WRITE, Optional.of("shop"));

        assertThat(rest.looked(key, "/teams").findValuesAsText("name")).containsExactly("shop");
        assertThat(rest.get(key, "/teams/web/shifts").status()).isEqualTo(403);
        assertThat(rest.get(key, "/who?service=pages").error()).startsWith("This key belongs to another team.");
        assertThat(rest.send(key, "POST", "/teams/web/overrides", "{}").status())
                .isEqualTo(403);
        rest.world()
                .alert(
                        "monitor",
                        Shop.firing("cpu").labels(Map.of("team", "web")).toAlert());
        assertThat(rest.send(key, "POST", "/incidents/1/acknowledge", "").error())
                .startsWith("This key belongs to another team.");
    }

    @Test
    void teamsRostersAndRotationsAreNamed() {
        var key = rest.key("robot", ApiScope.READ, Optional.empty());

        assertThat(rest.looked(key, "/teams/shop").get("members")).hasSize(4);
        assertThat(rest.looked(key, "/teams/Shop/rosters").findValuesAsText("person"))
                .containsExactly("alice", "bob", "chen");
        var rotation =
                rest.looked(key, "/teams/shop/rotations").get("rotations").get(0);
        assertThat(rotation.get("every").asText()).isEqualTo("1d");
        assertThat(rotation.get("horizon_days").asInt()).isEqualTo(56);
        assertThat(rest.get(key, "/teams/shpo").error()).isEqualTo("There is no team called shpo. Did you mean shop?");
    }

    @Test
    void shiftsComeInPagesThatMissNothing() {
        var key = rest.key("robot", ApiScope.READ, Optional.empty());
        var range = "?from=2026-01-13T09:00:00Z&to=2026-01-27T09:00:00Z";
        var all = rest.looked(key, "/teams/shop/shifts" + range).get("shifts");
        assertThat(all).hasSize(14);

        var found = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = rest.looked(key, "/teams/shop/shifts" + range + "&limit=4" + after);
            page.get("shifts").forEach(found::add);
            after = page.has("next")
                    ? "&after=" + URLEncoder.encode(page.get("next").asText(), StandardCharsets.UTF_8)
                    : "";
        } while (!after.isEmpty());

        assertThat(found).hasSize(14).containsExactlyElementsOf(all);
        assertThat(rest.looked(key, "/teams/shop/shifts" + range + "&role=secondary")
                        .get("shifts"))
                .isEmpty();
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        var key = rest.key("robot", ApiScope.READ, Optional.empty());

        assertThat(rest.get(key, "/teams/shop/shifts?from=2026-01-01T00:00:00Z&to=2027-02-01T00:00:00Z")
                        .error())
                .isEqualTo("That is more than 366 days. Ask for a year at a time.");
        assertThat(rest.get(key, "/teams/shop/shifts?from=monday").error())
                .startsWith("from cannot be read as a time.");
        assertThat(rest.get(key, "/teams/shop/shifts?limit=501").error())
                .startsWith("limit is not a number from 1 to 500.");
        assertThat(rest.get(key, "/teams/shop/shifts?after=x").error()).startsWith("after is not the next of a page.");
        assertThat(rest.get(key, "/teams/shop/shifts?role=%20-").status()).isEqualTo(400);
        assertThat(rest.get(key, "/who").error()).startsWith("Neither team nor service is given.");
    }

    @Test
    void whoIsOnCallAtAnInstant() {
        var key = rest.key("robot", ApiScope.READ, Optional.empty());

        var now = rest.looked(key, "/who?service=shop").get("duties").get(0);
        var then = rest.looked(key, "/who?team=shop&at=2026-01-14T10:00:00%2B01:00")
                .get("duties")
                .get(0);

        assertThat(rest.looked(key, "/who?team=shop").get("pager").asText()).isEqualTo("+33 1 23 45 67 89");
        assertThat(rest.looked(key, "/who?team=web").has("pager")).isFalse();
        assertThat(now.get("now").get(0).get("person").asText()).isEqualTo("bob");
        assertThat(now.get("next").get(0).get("person").asText()).isEqualTo("chen");
        assertThat(then.get("now").get(0).get("person").asText()).isEqualTo("alice");
        assertThat(rest.looked(key, "/teams/shop/coverage").get("findings").findValuesAsText("kind"))
                .contains("unreachable");
        assertThat(rest.looked(key, "/teams/shop/swaps").get("swaps")).isEmpty();
    }

    @Test
    void vacationsAreTakenOverFromAFileAndFollowIt() {
        var key = rest.key("vacations", ApiScope.WRITE, Optional.empty());
        var file =
                "BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nPRODID:x\\r\\nBEGIN:VEVENT\\r\\nUID:a\\r\\nDTSTART;VALUE=DATE:"
                        + "20260301"
                        + "\\r\\nEND:VEVENT\\r\\nrubbish\\r\\nEND:VCALENDAR\\r\\n";
        var body = "{\"calendar\":\"" + file + "\"}";

        var first = rest.sent(key, "POST", "/people/chen/vacations", body);
        assertThat(first.get("added").asInt()).isEqualTo(1);
        assertThat(first.get("unread").get(0).get("line").asInt()).isEqualTo(8);
        assertThat(rest.sent(key, "POST", "/people/chen/vacations", body)
                        .get("added")
                        .asInt())
                .isZero();
        var renamed = body.replace("UID:a", "UID:b");
        assertThat(rest.sent(key, "POST", "/people/chen/vacations", renamed)
                        .get("removed")
                        .asInt())
                .isZero();
        var another = rest.sent(
                key,
                "POST",
                "/people/chen/vacations",
                body.replace("UID:a", "UID:c").replace("20260301", "20260315"));
        assertThat(another.get("added").asInt()).isEqualTo(1);
        assertThat(another.get("removed").asInt()).isEqualTo(1);
        assertThat(rest.send(key, "POST", "/people/chen/vacations", "{\"calendar\":\"<html>\"}")
                        .error())
                .startsWith("The calendar is no calendar file");
    }

    @Test
    void overridesAreDoneAsAnAdminDoesThemAndTakenBack() {
        var key = rest.key("robot", ApiScope.WRITE, Optional.of("shop"));
        var wanted =
                "{\"by\":\"chen\",\"instead_of\":\"bob\",\"from\":\"2026-01-12T12:00:00Z\",\"to\":\"2026-01-12T14:00:00Z\"}";

        var done = rest.sent(key, "POST", "/teams/shop/overrides", wanted);

        assertThat(done.get("shifts").get(0).get("instead_of").asText()).isEqualTo("bob");
        assertThat(rest.whoAt(key, "2026-01-12T13:00:00Z")).isEqualTo("chen");
        assertThat(rest.send(key, "POST", "/teams/shop/overrides", wanted).error())
                .startsWith("That role is then held by chen.");
        rest.sent(key, "DELETE", "/overrides/" + done.get("id").asText(), "");
        assertThat(rest.whoAt(key, "2026-01-12T13:00:00Z")).isEqualTo("bob");
        assertThat(rest.send(key, "DELETE", "/overrides/" + done.get("id").asText(), "")
                        .status())
                .isEqualTo(409);
        assertThat(rest.audited())
                .contains(tuple("key:robot", "rest", "cover", true), tuple("key:robot", "rest", "undo", true));
    }

    @Test
    void aBodyThatIsNoneIsExplained() {
        var key = rest.key("robot", ApiScope.WRITE, Optional.empty());

        assertThat(rest.send(key, "POST", "/teams/shop/overrides", "{\"by\":\"chen\"}")
                        .error())
                .startsWith("from is missing. Send a JSON object with by, instead_of (may be left out), role");
        assertThat(rest.send(key, "POST", "/teams/shop/overrides", "{\"who\":\"chen\"}")
                        .error())
                .startsWith("There is no field who.");
        assertThat(rest.send(key, "POST", "/teams/shop/overrides", "{\"by\":\"chen\",\"from\":\"soon\"}")
                        .error())
                .startsWith("The body cannot be read at from.");
        assertThat(rest.send(key, "POST", "/teams/shop/overrides", "by=chen").error())
                .startsWith("The body is not JSON.");
        assertThat(rest.send(
                                key,
                                "POST",
                                "/teams/shop/overrides",
                                "{\"by\":\"chne\",\"from\":\"2026-01-12T12:00:00Z\",\"to\":\"2026-01-12T14:00:00Z\"}")
                        .error())
                .isEqualTo("There is nobody called chne. Did you mean chen?");
        assertThat(rest.send(
                                key,
                                "POST",
                                "/teams/shop/overrides",
                                "{\"by\":\"chen\",\"from\":\"2026-01-12T14:00:00Z\",\"to\":\"2026-01-12T12:00:00Z\"}")
                        .error())
                .startsWith("to is not after from.");
    }

    @Test
    void aKeyThatReadsChangesNothing() {
        var key = rest.key("robot", ApiScope.READ, Optional.empty());
        rest.world().alert("monitor", Shop.firing("disk").toAlert());

        assertThat(rest.send(key, "POST", "/incidents/1/acknowledge", "").status())
                .isEqualTo(403);
        assertThat(rest.send(
                                key,
                                "POST",
                                "/teams/shop/overrides",
                                "{\"by\":\"chen\",\"from\":\"2026-01-12T12:00:00Z\",\"to\":\"2026-01-12T14:00:00Z\"}")
                        .error())
                .startsWith("This key may only read.");

        assertThat(rest.whoAt(key, "2026-01-12T13:00:00Z")).isEqualTo("bob");
        assertThat(rest.audited()).contains(tuple("key:robot", "rest", "cover", false));
    }

    @Test
    void incidentsAreTakenAndEnded() {
        var key = rest.key("robot", ApiScope.WRITE, Optional.empty());
        rest.world().alert("monitor", Shop.firing("disk").toAlert());

        assertThat(rest.sent(key, "POST", "/incidents/1/acknowledge", "")
                        .get("state")
                        .asText())
                .isEqualTo("acknowledged");
        var other = rest.key("other", ApiScope.WRITE, Optional.empty());
        assertThat(rest.send(other, "POST", "/incidents/1/acknowledge", "{}").error())
                .startsWith("robot has it since");
        assertThat(rest.sent(key, "POST", "/incidents/1/resolve", "{\"note\":\"by itself\"}")
                        .get("state")
                        .asText())
                .isEqualTo("resolved");
        assertThat(rest.send(key, "POST", "/incidents/1/acknowledge", "").status())
                .isEqualTo(409);
        assertThat(rest.send(key, "POST", "/incidents/99/resolve", "").error()).startsWith("There is no incident #99.");
        assertThat(rest.send(key, "POST", "/incidents/x/resolve", "").status()).isEqualTo(400);
    }
}
