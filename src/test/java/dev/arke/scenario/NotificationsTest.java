package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.boot.Notifications;
import dev.arke.boot.Previews;
import dev.arke.delivery.Message.Purpose;
import dev.arke.engine.people.KeepKeys;
import dev.arke.http.HttpServer;
import dev.arke.http.HttpSettings;
import dev.arke.http.rest.RestRoutes;
import dev.arke.responder.Actor;
import dev.arke.responder.ApiScope;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs that have something to say which is no incident. */
@EachDatabase
final class NotificationsTest {
    private static final By ADMIN = new By(new Actor.ApiKey("root", true), "test");

    private final World world;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private String key = "";

    NotificationsTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.EMAIL, ContactKind.SMS);
        var engine = world.engine();
        var routes = new RestRoutes(
                engine.keys().find(),
                engine.calendar(),
                engine.incidents().act(),
                Notifications.with(engine),
                Previews.forPrograms(engine),
                "test",
                world.clock());
        server = new HttpServer(new HttpSettings("127.0.0.1", 0), "test", List.of(routes::register));
        server.start();
    }

    @BeforeEach
    void begin() {
        world.team(Shop.TEAM.replace(
                "admins: [dana]}",
                "admins: [dana], rosters: {main: [bob]}, rotations: [{name: w, role: primary, roster: main, every: 1w,"
                        + " starting: 2026-01-05T09:00, strategy: round-robin}]}"));
        key = key("ci", ApiScope.WRITE, Optional.empty());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aPersonIsToldByTheWayOfTheirRulesForThePriority() {
        assertThat(post("{\"person\": \"alice\", \"text\": \"deployed\"}")).contains("\"sent_to\":[\"alice\"]");
        assertThat(post("{\"person\": \"alice\", \"text\": \"by mail\", \"method\": \"email\"}"))
                .contains("alice");
        assertThat(post("{\"person\": \"chen\", \"text\": \"x\", \"method\": \"email\"}"))
                .contains("\"sent_to\":[]", "\"unreached\":[\"chen\"]");

        assertThat(world.take(Purpose.NOTICE))
                .extracting(sent -> sent.message().address() + ": " + sent.text())
                .containsExactly("alice: deployed", "alice@example.com: by mail");
    }

    @Test
    void quietHoursHoldBackWhatCanWait() {
        world.team(Shop.TEAM.replace(
                "{name: bob, sandbox: bob,", "{name: bob, sandbox: bob, time_zone: UTC, quiet: 08:00-10:00,"));
        assertThat(post("{\"person\": \"bob\", \"text\": \"later\"}")).contains("\"sent_to\":[\"bob\"]");
        assertThat(world.take(Purpose.NOTICE)).isEmpty();
        post("{\"person\": \"bob\", \"text\": \"now\", \"priority\": \"high\"}");
        post("{\"person\": \"bob\", \"text\": \"by text\", \"method\": \"sms\"}");
        assertThat(world.take(Purpose.NOTICE)).extracting(sent -> sent.text()).containsExactly("now", "by text");

        world.advance(Duration.ofHours(1));

        assertThat(world.take(Purpose.NOTICE)).extracting(sent -> sent.text()).containsExactly("later");
    }

    @Test
    void whoHasTheRoleIsToldAndAChannelToo() {
        assertThat(post("{\"team\": \"shop\", \"role\": \"primary\", \"text\": \"freeze\", \"priority\": \"urgent\"}"))
                .contains("\"sent_to\":[\"bob\"]");
        post("{\"channel\": \"sandbox:shop\", \"text\": \"to all\"}");

        assertThat(world.take(Purpose.NOTICE))
                .extracting(sent -> sent.message().address())
                .containsExactlyInAnyOrder("bob", "shop");
        world.advance(Duration.ofHours(1));
    }

    @Test
    void theSameKeyIsSentOnceADay() {
        var wanted = "{\"person\": \"alice\", \"text\": \"disk\", \"dedup_key\": \"disk\"}";
        assertThat(post(wanted)).contains("\"repeated\":false");
        assertThat(post(wanted)).contains("\"repeated\":true");
        assertThat(world.take(Purpose.NOTICE)).hasSize(1);

        key = key("other", ApiScope.WRITE, Optional.empty());
        assertThat(post(wanted)).contains("\"repeated\":false");
        world.sleepFor(Duration.ofHours(24));
        assertThat(post(wanted)).contains("\"repeated\":false");
        assertThat(post(wanted)).contains("\"repeated\":true");
        assertThat(world.take(Purpose.NOTICE)).hasSize(2);
    }

    @Test
    void whatIsNotAsItShouldBeIsSaid() {
        assertThat(post("{\"text\": \"x\"}")).contains("It does not say to whom.");
        assertThat(post("{\"person\": \"alice\", \"channel\": \"sandbox:shop\", \"text\": \"x\"}"))
                .contains("It does not say to whom.");
        assertThat(post("{\"team\": \"shop\", \"text\": \"x\"}")).contains("It does not say to whom.");
        assertThat(post("{\"person\": \"alice\", \"text\": \" \"}")).contains("text is blank.");
        assertThat(post("{\"person\": \"alicce\", \"text\": \"x\"}")).contains("Did you mean alice?");
        assertThat(post("{\"channel\": \"slack:C0\", \"text\": \"x\"}")).contains("No chat of this channel");
        assertThat(post("{\"person\": \"alice\", \"text\": \"x\", \"priority\": \"asap\"}"))
                .contains("priority cannot be read");
        key = key("reader", ApiScope.READ, Optional.empty());
        assertThat(post("{\"person\": \"alice\", \"text\": \"x\"}")).contains("This key may only read.");
    }

    private String key(String name, ApiScope scope, Optional<UUID> team) {
        return world.engine().keys().keep().make(ADMIN, name, scope, team) instanceof KeepKeys.Outcome.Made made
                ? made.token()
                : "";
    }

    private String post(String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/notifications"))
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString()).body();
            world.work();
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
