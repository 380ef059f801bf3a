package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.responder.ApiScope;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs look at what pages say, and try templates on what really came. Nothing is sent or kept. */
@EachDatabase
final class RestTemplatesTest {
    private static final String SHOP = "/services/shop/preview";
    private static final String TEMPLATES =
            "ack_timeout: 30m, templates: {sms: \"{{ hostname }} ({{ iris.message_id }})\", call: \"{{ hostname |"
                    + " round }}\"}";

    private final RestClient rest;
    private String key = "";

    RestTemplatesTest(TestDatabase database) {
        rest = new RestClient(database);
    }

    @BeforeEach
    void begin() {
        rest.begin();
        key = rest.key("robot", ApiScope.WRITE, Optional.of("shop"));
    }

    @AfterEach
    void stop() {
        rest.stop();
    }

    private void alert() {
        rest.world()
                .alerts(
                        "monitor",
                        List.of(Alert.firing("disk full", "disk full").toAlert()),
                        "{\"hostname\": \"db-3\", \"many\": [" + "1, ".repeat(300) + "1]}");
    }

    private RestClient.Answer attempt(String by, String body) {
        return rest.send(key, "POST", SHOP + "?by=" + by, "{\"body\": \"" + body + "\"}");
    }

    @Test
    void aPageIsShownInTheServicesWordsOrTheUsualOnes() {
        assertThat(rest.get(key, SHOP + "?by=sms").error()).startsWith("shop has had no incident yet");
        alert();

        var usual = rest.looked(key, SHOP + "?by=sms");
        assertThat(usual.get("own_words").asBoolean()).isFalse();
        assertThat(usual.get("text").asText()).contains("#1 shop: disk full");
        rest.world().team(RestClient.TEAM.replace("ack_timeout: 30m", TEMPLATES));
        var own = rest.looked(key, SHOP + "?by=sms");
        assertThat(own.get("own_words").asBoolean()).isTrue();
        assertThat(own.get("text").asText()).isEqualTo("db-3 (1)");
        assertThat(own.has("subject")).isFalse();
        var failing = rest.looked(key, SHOP + "?by=call");
        assertThat(failing.get("own_words").asBoolean()).isFalse();
        assertThat(failing.get("problem").asText()).startsWith("it fails in line 1: ");
        assertThat(failing.get("text").asText()).contains("#1 shop: disk full");
    }

    @Test
    void aTemplateIsTriedOnWhatCameAndForgotten() {
        alert();
        var body = "{\"subject\": \"{{ hostname }}\", \"body\": \"to {{ iris.target }}: <b>\"}";

        var tried = rest.sent(key, "POST", SHOP + "?by=email", body);

        assertThat(tried.get("own_words").asBoolean()).isTrue();
        assertThat(tried.get("incident").asLong()).isEqualTo(1);
        assertThat(tried.get("subject").asText()).isEqualTo("#1 db-3");
        assertThat(tried.get("text").asText()).contains("to robot: <b>");
        assertThat(rest.looked(key, SHOP + "?by=email").get("own_words").asBoolean())
                .isFalse();
    }

    @Test
    void whatIsWrongWithItIsSaidAsForTheTeamFile() {
        alert();

        assertThat(attempt("sms", "one\\n{{ hostname | shout }}").error())
                .startsWith("body cannot be used: it fails in line 2: there is no filter shout.");
        assertThat(rest.send(key, "POST", SHOP + "?by=email", "{\"subject\": \"{{ x\", \"body\": \"y\"}")
                        .error())
                .startsWith("subject cannot be used: it fails in line 1: {{ is never closed.");
        assertThat(attempt("sms", "x".repeat(10_001)).error()).contains("is longer than 10000 characters");
        assertThat(attempt("sms", " ").error()).startsWith("body is blank.");
        assertThat(attempt("pigeon", "x").error()).startsWith("by is not a contact method.");
        assertThat(rest.get(key, SHOP).error()).startsWith("by is not a contact method.");
        var loop = "{% for a in many %}{% for b in many %}{% set c = a %}{% endfor %}{% endfor %}own words";
        var slow = rest.sent(key, "POST", SHOP + "?by=sms", "{\"body\": \"" + loop + "\"}");
        assertThat(slow.get("problem").asText()).startsWith("it takes too long");
        assertThat(slow.get("text").asText()).contains("#1 shop: disk full");
        assertThat(attempt("sms", "{% include 'x' %}").status()).isEqualTo(400);
    }

    @Test
    void onlyKeysOfTheTeamThatMayChangeItTryTemplates() {
        alert();
        var looks = rest.key("looks", ApiScope.READ, Optional.of("shop"));

        assertThat(rest.get(looks, SHOP + "?by=sms").status()).isEqualTo(200);
        assertThat(rest.send(looks, "POST", SHOP + "?by=sms", "{\"body\": \"x\"}")
                        .error())
                .startsWith("This key may only read.");
        assertThat(rest.get(key, "/services/pages/preview?by=sms").error())
                .startsWith("This key belongs to another team.");
        assertThat(rest.send(key, "POST", "/services/pages/preview?by=sms", "{\"body\": \"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(rest.get(key, "/services/shpo/preview?by=sms").status()).isEqualTo(404);
    }

    @Test
    void onlySoManyAreMadeInAMinute() {
        alert();

        var statuses = IntStream.range(0, 31)
                .mapToObj(i -> attempt("sms", "x").status())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

        assertThat(statuses).containsEntry(200, 30L).containsEntry(429, 1L);
        assertThat(rest.get(key, SHOP + "?by=sms").error()).startsWith("Too many previews were asked for.");
        rest.world().advance(Duration.ofSeconds(2));
        assertThat(rest.get(key, SHOP + "?by=sms").status()).isEqualTo(200);
    }
}
