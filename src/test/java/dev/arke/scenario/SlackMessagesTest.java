package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import dev.arke.delivery.Message.Purpose;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.slack.block.CardBlocks;
import dev.arke.slack.block.Drawn;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.FakeCarrier.Arrived;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.Gallery;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every message that an incident makes fits Slack, and is kept for the gallery. */
@EachDatabase
final class SlackMessagesTest {
    private static final int LOCK_SCREEN = 80;
    private static final Set<Purpose> PAGING = Set.of(Purpose.PAGE, Purpose.CHANNEL_PAGE, Purpose.CARD);
    /** A time of day that does not say in which zone. */
    private static final Pattern BARE_TIME = Pattern.compile("\\d\\d:\\d\\d(?!:?\\d|\\d? UTC)");

    private static final Pattern SLACK_TIME = Pattern.compile("<!date\\^\\d+\\^[^|>]*\\{time(?:_secs)?}\\|[^>]* UTC>");

    private final World world;

    SlackMessagesTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        Checkout.in(world);
    }

    @Test
    void anIncidentFromItsAlertToItsEnd() {
        world.alert(
                Checkout.MONITOR,
                Alert.firing("latency", "p99 latency of POST /checkout above 2 s")
                        .priority(Optional.of(Priority.URGENT))
                        .details("p99 is 3.4 s over the last 5 minutes, 412 requests failed.\n"
                                + "Since the deploy of checkout 2.41.0, see https://ci.example.com/run/991.")
                        .labels(Map.of("cluster", "eu-west-1", "service", "checkout", "severity", "critical"))
                        .link("Runbook", "https://wiki.example.com/runbooks/checkout-latency")
                        .link("Graph", "https://grafana.example.com/d/abc?from=now-1h&to=now")
                        .toAlert());
        world.advance(Duration.ofSeconds(5));
        assertThat(keep("1-triggered")).isEqualTo(3);
        world.advance(Duration.ofMinutes(11));
        assertThat(keep("2-escalated")).isPositive();
        world.act("bob", 1, new IncidentAct.Acknowledge());
        world.act("bob", 1, new IncidentAct.Note("rolling back to 2.40.7"));
        world.advance(Duration.ofSeconds(5));
        assertThat(keep("3-acknowledged")).isPositive();
        world.act("bob", 1, new IncidentAct.Snooze(world.now().plus(Duration.ofHours(1)), "the rollback runs"));
        world.advance(Duration.ofSeconds(5));
        assertThat(keep("4-snoozed")).isPositive();
        world.act("bob", 1, new IncidentAct.Resolve("rolled back"));
        world.advance(Duration.ofSeconds(5));
        assertThat(keep("5-resolved")).isPositive();
    }

    @Test
    void aStorm() {
        var alerts = IntStream.rangeClosed(1, 12).mapToObj(i -> Checkout.alert("disk " + i + " of db-" + i + " full"));
        world.alerts(Checkout.MONITOR, alerts.toList());
        world.advance(Duration.ofMinutes(11));

        assertThat(keep("6-storm")).isPositive();
    }

    @Test
    void whatStrangersWrite() {
        world.alert(
                Checkout.MONITOR,
                Alert.firing(
                                "x",
                                "<!channel> *bold* _it_ `code` <http://evil.example.com|click> @here שלום 😀 "
                                        + "x".repeat(300))
                        .details("> quote\n```\nblock\n``` & <b>html</b> " + "word ".repeat(2_000))
                        .labels(IntStream.range(0, 60)
                                .boxed()
                                .collect(Collectors.toMap(i -> "label_" + i, i -> "*value* `" + i)))
                        .toAlert());

        assertThat(keep("7-strangers")).isPositive();
    }

    @Test
    void aLockScreenSaysWhatMattersFirst() {
        for (int i = 1; i <= 3; i++) {
            world.alert(Checkout.MONITOR, Checkout.alert("p99 latency of POST /checkout above 2 s, " + i));
            world.advance(Duration.ofSeconds(10));
        }
        var texts = world.carrier(ContactKind.SANDBOX).take().stream()
                .map(Arrived::message)
                .filter(message -> PAGING.contains(message.purpose()))
                .map(message -> CardBlocks.quiet().draw(message.card()).text())
                .toList();

        assertThat(texts)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(text -> assertThat(text.substring(0, Math.min(text.length(), LOCK_SCREEN)))
                        .matches("(Page: |Page: \\d incidents, first )?urgent #\\d checkout: p99 latency of"
                                + " POST /checkout.*"));
    }

    /** The last state of each message, a file each; how many. */
    private int keep(String when) {
        List<Arrived> arrived = world.carrier(ContactKind.SANDBOX).take();
        for (var one : arrived) {
            var message = one.message();
            var name = "%s-%s-%s%s"
                    .formatted(
                            when,
                            message.purpose().name().toLowerCase(Locale.ROOT),
                            message.address(),
                            one.isEdit() ? "-edited" : "");
            Gallery.keep(name, message.card(), Optional.empty());
            timesSayTheirZone(CardBlocks.quiet().draw(message.card()));
        }
        return arrived.size();
    }

    /** Slack shows them in each reader's zone, and where it cannot, they say which it is. */
    private static void timesSayTheirZone(Drawn drawn) {
        var blocks = GsonFactory.createSnakeCase()
                .toJson(drawn.blocks())
                .replace("\\u003c", "<")
                .replace("\\u003e", ">");
        assertThat(SLACK_TIME.matcher(blocks).replaceAll("")).doesNotContainPattern("\\d\\d:\\d\\d");
        assertThat(drawn.text()).doesNotContainPattern(BARE_TIME);
    }
}
