package dev.arke.scenario;

import static dev.arke.scenario.SlackOffice.ALICE;
import static dev.arke.scenario.SlackOffice.CARD_TS;
import static dev.arke.scenario.SlackOffice.ROOM;
import static dev.arke.scenario.SlackOffice.await;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.arke.incident.Incident;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.FakeSlack;
import dev.arke.testkit.slack.SlackSends;
import dev.arke.testkit.slack.SlackSends.Spot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What Slack would not send, or what somebody forges: a clear answer, nothing changed, nothing secret in the log. */
@EachDatabase
final class SlackBadInputTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Spot CARD = new Spot(ROOM, Optional.of(CARD_TS), Optional.empty(), false);

    private final TestDatabase database;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("ROOT");
    private SlackOffice office;

    SlackBadInputTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        log.start();
        root.addAppender(log);
        office = new SlackOffice(database);
    }

    @AfterEach
    void nothingSecretIsLogged() {
        office.close();
        root.detachAppender(log);
        assertThat(log.list)
                .extracting(event -> event.getFormattedMessage() + " " + event.getKeyValuePairs())
                .noneMatch(line -> line.contains(FakeSlack.TOKEN)
                        || line.contains(FakeSlack.SIGNING_SECRET)
                        || line.contains("verification-token")
                        || line.contains("/response/"));
    }

    @Test
    void whatIsNotSignedIsRefused() {
        long number = office.incident();
        var body = SlackSends.encoded(Map.of(
                "command",
                "/oncall",
                "text",
                "ack " + number,
                "team_id",
                FakeSlack.TEAM,
                "user_id",
                ALICE,
                "channel_id",
                ROOM,
                "response_url",
                "http://127.0.0.1:1/",
                "trigger_id",
                "t"));
        long now = office.clock.instant().getEpochSecond();
        var good = SlackSends.signature(FakeSlack.SIGNING_SECRET, now, body);

        assertThat(status(body, List.of(), List.of())).isEqualTo(401);
        assertThat(status(body, List.of("" + now), List.of(SlackSends.signature("---", now, body))))
                .isEqualTo(401);
        for (long off : List.of(-301L, 301L, 1_000_000L))
            assertThat(status(
                            body,
                            List.of("" + (now + off)),
                            List.of(SlackSends.signature(FakeSlack.SIGNING_SECRET, now + off, body))))
                    .isEqualTo(401);
        assertThat(status(body, List.of("" + now), List.of(good, good))).isEqualTo(401);
        assertThat(status(body, List.of("" + now, "" + now), List.of(good))).isEqualTo(401);
        assertThat(office.incident(number)).isInstanceOf(Incident.Triggered.class);

        assertThat(status(body, List.of("" + now), List.of(good))).isEqualTo(200);
        office.becomes(number, Incident.Acknowledged.class);
    }

    private int status(String body, List<String> timestamps, List<String> signatures) {
        return office.sends
                .raw(body, FORM, Map.of("X-Slack-Request-Timestamp", timestamps, "X-Slack-Signature", signatures))
                .status();
    }

    @Test
    void slackMayLookAtTheCertificateAndVerifyTheAddress() {
        assertThat(office.sends.raw("ssl_check=1&token=x", FORM, Map.of()).status())
                .isEqualTo(200);
        var heard = office.sends.event(office.sends
                .envelope(JsonNodeFactory.instance.objectNode())
                .put("type", "url_verification")
                .put("challenge", "are you there"));
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.body()).isEqualTo("are you there");
    }

    @Test
    void whatIsNoRequestOfSlacksIsSaid() {
        assertThat(signed("{", "application/json")).isEqualTo(400);
        assertThat(signed("payload=%7B", FORM)).isEqualTo(400);
        assertThat(signed("payload=%5B1%5D", FORM)).isEqualTo(400);
        assertThat(signed("{\"type\":\"event_callback\"}", "application/json")).isEqualTo(400);
        assertThat(signed("{\"type\":\"something_new\",\"token\":\"verification-token\"}", "application/json"))
                .isEqualTo(200);
        assertThat(signed("", FORM)).isEqualTo(400);
    }

    private int signed(String body, String type) {
        long now = office.clock.instant().getEpochSecond();
        return office.sends
                .raw(
                        body,
                        type,
                        Map.of(
                                "X-Slack-Request-Timestamp", List.of("" + now),
                                "X-Slack-Signature",
                                        List.of(SlackSends.signature(FakeSlack.SIGNING_SECRET, now, body))))
                .status();
    }

    @Test
    void aButtonThatIsNoneIsAnsweredPrivately() {
        long number = office.incident();
        for (var id : List.of("destroy", "", "run", "share")) {
            int before = office.told();
            assertThat(office.sends.click(ALICE, CARD, id, "ack " + number).status())
                    .isEqualTo(200);
            assertThat(office.told(before).body().toString()).contains("I do not know this button any more");
        }
        assertThat(office.incident(number)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void aValueThatWasTamperedWithIsOnlyALine() {
        long number = office.incident();
        for (var value : List.of("drop table incident", "ack " + "9".repeat(400), "x".repeat(2001), " ")) {
            int before = office.told();
            assertThat(office.sends.click(ALICE, CARD, "run:1", value).status()).isEqualTo(200);
            assertThat(office.told(before).isInChannel()).isFalse();
        }
        assertThat(office.incident(number)).isInstanceOf(Incident.Triggered.class);
        int before = office.told();
        office.sends.click(ALICE, CARD, "share:1", "ack " + number);
        assertThat(office.told(before).body().toString()).contains("I do not know this button any more");
        assertThat(office.incident(number)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void fortyThousandCharactersAreAnsweredWithinSlacksLimits() {
        office.ask(ALICE, "x".repeat(40_000));
        assertThat(office.ask(ALICE, "page checkout " + "y<!channel> ".repeat(3_300)))
                .contains("is open on checkout");
        assertThat(office.open()).hasSize(1);
    }

    @Test
    void anUnknownEventIsAcknowledged() {
        var event =
                JsonNodeFactory.instance.objectNode().put("type", "team_rename").put("name", "x");
        assertThat(office.sends.event(office.sends.envelope(event)).status()).isEqualTo(200);
    }

    @Test
    void whatSlackSaysOfAPersonCounts() {
        long number = office.incident();
        office.ask(ALICE, "list");
        var event = JsonNodeFactory.instance.objectNode().put("type", "user_change");
        event.putObject("user").put("id", ALICE).put("is_restricted", true).put("name", "alice");
        assertThat(office.sends.event(office.sends.envelope(event)).status()).isEqualTo(200);

        office.ask(ALICE, "ack " + number);

        assertThat(office.incident(number)).isInstanceOf(Incident.Triggered.class);
        assertThat(await(() -> Optional.of(office.slack.calls("users.info")))).hasSize(2);
    }
}
