package dev.arke.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.alert.UnreadableRequest;
import dev.arke.testkit.Engine;
import dev.arke.testkit.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts over real HTTP into the real engine. */
final class IntakeRoutesTest {
    private static final String ALERT = "{\"dedup_key\": \"db-1\", \"summary\": \"The database is down\"}";
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static TestDatabase database;

    private IntakeFixture arke;
    private ServerUnderTest server;

    @BeforeAll
    static void openDatabase() {
        database = TestDatabase.open(Engine.H2);
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void start() {
        database.empty();
        arke = new IntakeFixture(database.database());
        server = ServerUnderTest.start(List.of(arke.routes(PATIENCE)::register));
    }

    @AfterEach
    void stop() {
        server.close();
        arke.close();
    }

    @Test
    void anAlertOpensAnIncidentAndTheAnswerNamesIt() {
        var answer = server.post("/in/generic-key/generic", ALERT);

        assertThat(answer.status()).isEqualTo(202);
        var line = answer.json().at("/incidents/0");
        assertThat(line.get("fate").asText()).isEqualTo("opened");
        assertThat(line.get("dedup_key").asText()).isEqualTo("db-1");
        assertThat(arke.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.number()).isEqualTo(line.get("number").asLong());
            assertThat(incident.facts().summary()).isEqualTo("The database is down");
        });
    }

    @Test
    void aSenderThatRepeatsItselfDoublesNothing() {
        var first = server.post("/in/generic-key/generic", ALERT).json().at("/incidents/0");
        var second = server.post("/in/generic-key/generic", ALERT).json().at("/incidents/0");

        assertThat(second.get("fate").asText()).isEqualTo("repeated");
        assertThat(second.get("number")).isEqualTo(first.get("number"));
        assertThat(arke.incidents()).hasSize(1);
    }

    @Test
    void aResolveClosesIt() {
        server.post("/in/generic-key/generic", ALERT);

        var answer = server.post("/in/generic-key/generic", "{\"dedup_key\": \"db-1\", \"status\": \"resolved\"}");

        assertThat(answer.json().at("/incidents/0/fate").asText()).isEqualTo("resolved");
        assertThat(arke.incidents()).isEmpty();
    }

    @Test
    void nothingToTellIsTaken() {
        var answer = server.post("/in/generic-key/generic", "[]");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().get("incidents")).isEmpty();
    }

    @Test
    void anUnknownKeyIsRefusedBeforeItsBodyIsLookedAtAndNothingIsKept() {
        var answer = server.offer("/in/guessed/no-such-format", "x".repeat(3 << 20));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("error").asText()).isEqualTo("This key is unknown or was withdrawn.");
        assertThat(answer.text()).doesNotContain("guessed");
        assertThat(arke.incidents()).isEmpty();
    }

    @Test
    void jsonThatCannotBeReadIsAnsweredWithItsPlace() {
        var answer = server.post("/in/generic-key/generic", "{\n  \"summary\": oops\n}");

        assertRefused(answer, 400, "line 2");
        assertThat(kept("generic").body()).isEqualTo("{\n  \"summary\": oops\n}");
    }

    @Test
    void aWrongTypeIsAnsweredWithItsFieldAndTheAlertTaken() {
        var answer = server.post("/in/generic-key/generic", "{\"summary\": \"x\", \"priority\": 7}");

        assertTakenThough(answer, "priority: expected one of low, medium, high, urgent");
        assertThat(answer.json().at("/incidents/0/fate").asText()).isEqualTo("opened");
        assertThat(answer.json().at("/warnings/0").asText()).startsWith("priority: expected");
        assertThat(arke.incidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.facts().priority()).isEqualTo(Priority.HIGH));
        assertThat(arke.kept("generic")).isEmpty();
    }

    @Test
    void anOddValueOfTheRightTypeIsOnlyAWarning() {
        var answer = server.post("/in/generic-key/generic", "{\"summary\": \"x\", \"priority\": \"asap\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().has("error")).isFalse();
        assertThat(answer.json().at("/warnings/0").asText())
                .startsWith("priority: expected")
                .contains("asap");
    }

    @Test
    void ofSeveralAlertsTheReadableAreTakenAndTheOthersAreAnIncident() {
        var answer = server.post("/in/generic-key/generic", "[{\"summary\": \"x\"}, 7]");

        assertTakenThough(answer, "[1]: expected an object");
        assertThat(answer.json().at("/warnings/0").asText()).startsWith("[1]: expected an object");
        assertThat(arke.incidents())
                .extracting(incident -> incident.facts().summary())
                .containsExactlyInAnyOrder("x", "cannot read alerts of checkout-generic");
        assertThat(kept("generic").body()).isEqualTo("[{\"summary\": \"x\"}, 7]");
    }

    @Test
    void anAlertWithoutAnythingToSayIsAnsweredWithItsField() {
        var answer = server.post("/in/generic-key/generic", "{\"priority\": 7}");

        assertRefused(answer, 400, "summary: expected a line of text");
        assertThat(kept("generic").status()).isEqualTo(400);
    }

    @Test
    void manyUnreadableBodiesAreOneIncident() {
        var first = server.post("/in/generic-key/generic", "{");
        var second = server.post("/in/generic-key/generic", "}");

        assertThat(arke.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.facts().summary()).isEqualTo("cannot read alerts of checkout-generic");
            assertThat(first.json().get("what_next").asText()).contains("#" + incident.number());
            assertThat(second.json().get("what_next").asText()).contains("#" + incident.number());
        });
        assertThat(arke.kept("generic")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/in/generic-key/nagios", "/in/generic-key"})
    void anUnknownFormatIsAnsweredWithTheList(String path) {
        var answer = server.post(path, ALERT);

        assertRefused(answer, 404, "Arke reads alertmanager, generic, grafana");
        assertThat(kept("generic").body()).isEqualTo(ALERT);
    }

    @Test
    void anotherFormatThanTheIntegrationsIsAnsweredWithTheRightOne() {
        var answer = server.post("/in/alertmanager-key/generic", ALERT);

        assertRefused(answer, 409, "This key is for alerts in the format alertmanager, not generic.");
        assertThat(answer.json().get("what_next").asText()).contains("/alertmanager");
        assertThat(kept("alertmanager").body()).isEqualTo(ALERT);
    }

    @Test
    void aBodyOverOneMebibyteIsRefusedAndItsBeginningKept() {
        var answer = server.post("/in/generic-key/nagios", "a".repeat((1 << 20) + 1));

        assertRefused(answer, 413, "over 1 MiB");
        assertThat(kept("generic").body()).isEqualTo("a".repeat(65_536));
    }

    @Test
    void aBodyOfUnknownLengthIsCountedAsItComes() {
        var body = "{\"summary\": \"" + "a".repeat(2 << 20) + "\"}";
        var chunked =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));

        assertRefused(server.post("/in/generic-key/generic", chunked, Optional.empty()), 413, "over 1 MiB");
    }

    @Test
    void aBodyOfOneMebibyteIsTaken() {
        var alert = "{\"summary\": \"x\", \"details\": \"";
        var body = alert + "a".repeat((1 << 20) - alert.length() - 2) + "\"}";
        assertThat(body).hasSize(1 << 20);

        assertThat(server.post("/in/generic-key/generic", body).status()).isEqualTo(202);
    }

    @Test
    void aPackedBodyIsUnpacked() {
        assertThat(postPacked(gzip(ALERT), "gzip").status()).isEqualTo(202);
        assertThat(arke.incidents()).hasSize(1);
    }

    @Test
    void aBombIsNotUnpackedToItsEnd() {
        var bomb = gzip("a".repeat(200 << 20));
        assertThat(bomb.length).isLessThan(1 << 20);

        assertRefused(postPacked(bomb, "gzip"), 413, "over 1 MiB");
    }

    @Test
    void whatIsNotPackedAsItSaysIsRefused() {
        assertRefused(postPacked(ALERT.getBytes(StandardCharsets.UTF_8), "gzip"), 400, "Content-Encoding says gzip");
        assertRefused(postPacked(gzip(ALERT), "br"), 415, "Content-Encoding");
        assertThat(arke.kept("generic")).hasSize(2);
    }

    @Test
    void aBodyThatDripsIsGivenUpAndMayBeSentAgain() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            var out = socket.getOutputStream();
            out.write("POST /in/generic-key/generic HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            while (socket.getInputStream().available() == 0) {
                out.write(' ');
                out.flush();
            }
            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(status).isEqualTo("HTTP/1.1 503");
        }
        assertThat(arke.kept("generic")).isEmpty();
    }

    @Test
    void whatTheMonitorLeftOutIsAnIncidentToo() {
        var body = """
            {"version": "4", "groupKey": "g", "truncatedAlerts": 3, "alerts": [
              {"status": "firing", "labels": {"alertname": "Disk"}, "fingerprint": "f1"}]}\
            """;

        var answer = server.post("/in/alertmanager-key/alertmanager", body);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(arke.incidents())
                .extracting(incident -> incident.facts().summary())
                .containsExactly("3 alerts of checkout-alertmanager did not reach Arke", "Disk");
    }

    @Test
    void hostileTextArrivesAsItIs() {
        var text = "<!channel> \u202Eright to left\u202C 🔥 *bold* @here";
        var answer = server.post("/in/generic-key/generic", "{\"summary\": \"" + text + "\"}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(arke.incidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.facts().summary()).contains("<!channel>", "🔥", "@here"));
    }

    @Test
    void aLostDatabaseAsksTheSenderToTryAgain() {
        var lost = TestDatabase.open(Engine.H2);
        try (var orphan = new IntakeFixture(lost.database());
                var itsServer = ServerUnderTest.start(List.of(orphan.routes(PATIENCE)::register))) {
            lost.close();

            var answer = itsServer.post("/in/generic-key/generic", ALERT);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(orphan.metrics.scrape()).contains("status=\"503\"} 1");
        }
    }

    @Test
    void onlyPostIsTaken() {
        assertThat(server.get("/in/generic-key/generic").status()).isEqualTo(405);
    }

    @Test
    void requestsAreCountedWithoutTheirKeys() {
        server.post("/in/generic-key/generic", ALERT);
        server.post("/in/guessed/who knows".replace(' ', '+'), ALERT);
        server.post("/in/generic-key/generic", "{");

        assertThat(arke.metrics.scrape())
                .contains(
                        "arke_intake_seconds_count{format=\"generic\",integration=\"checkout-generic\",status=\"202\"}"
                                + " 1")
                .contains(
                        "arke_intake_seconds_count{format=\"generic\",integration=\"checkout-generic\",status=\"400\"}"
                                + " 1")
                .contains("arke_intake_seconds_count{format=\"\",integration=\"\",status=\"401\"} 1")
                .contains("arke_alerts_total{fate=\"opened\"} 1.0")
                .doesNotContain("generic-key")
                .doesNotContain("guessed");
    }

    private static void assertRefused(ServerUnderTest.Answer answer, int status, String problem) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("error").asText()).contains(problem);
        assertThat(answer.json().get("what_next").asText()).contains("kept, and incident #");
    }

    private static void assertTakenThough(ServerUnderTest.Answer answer, String problem) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).startsWith(problem);
        assertThat(answer.json().get("what_next").asText()).contains("is taken all the same");
    }

    private UnreadableRequest kept(String format) {
        assertThat(arke.kept(format)).hasSize(1);
        return arke.kept(format).getFirst();
    }

    private ServerUnderTest.Answer postPacked(byte[] body, String encoding) {
        return server.post("/in/generic-key/generic", BodyPublishers.ofByteArray(body), Optional.of(encoding));
    }

    private static byte[] gzip(String text) {
        var out = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(out)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
