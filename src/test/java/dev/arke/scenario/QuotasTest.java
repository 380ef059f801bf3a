package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.alert.AlertDraft;
import dev.arke.boot.EngineParts;
import dev.arke.delivery.Message.Purpose;
import dev.arke.engine.incident.Inbound;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An integration or a team opens only so many incidents: its owner is told, then one incident stands for the rest. */
@EachDatabase
final class QuotasTest {
    private static final Instant START = Instant.parse("2026-01-12T08:59:00Z");
    private static final String TEAM = """
        responders:
          - {name: alice, sandbox: alice}
          - {name: bob, sandbox: bob}
        teams:
          - {name: shop, time_zone: UTC, channels: {sandbox: shop}, members: [alice, bob], admins: [bob]TEAM}
        policies:
          - {name: standard, team: shop, rounds: 0, steps: [{page: [alice], wait: 30d}], last_resort: [bob]}
          - {name: other, team: shop, rounds: 0, steps: [{page: [bob], wait: 30d}], last_resort: [bob]}
        services:
          - {name: shop, team: shop, policy: standard}
          - {name: till, team: shop, policy: other}
        integrations:
          - {name: monitor, service: shop, format: generic, key: a-key-of-some-length-1INTEGRATION}
          - {name: tills, service: till, format: generic, key: a-key-of-some-length-2}
        """;

    private final TestDatabase database;
    private final World world;

    QuotasTest(TestDatabase database) {
        this.database = database;
        world = new World(database, ContactKind.SANDBOX);
    }

    private void team(String ofTeam, String ofIntegration) {
        world.team(TEAM.replace("TEAM", ofTeam).replace("INTEGRATION", ofIntegration));
    }

    @Test
    void theOwnerIsToldOnceWithinItsTimeAndEachAlertHasItsIncident() {
        team("", ", quota: {soft: 2, within: 1h}");

        send("monitor", Shop.firing("a"));
        assertThat(notices()).isEmpty();
        send("monitor", Shop.firing("b"), Shop.firing("c"));
        assertThat(notices())
                .containsExactly("shop: Integration monitor has opened 3 incidents within 1 h, more than expected."
                        + " There is no hard limit.");
        send("monitor", Shop.firing("d"));
        send("tills", Shop.firing("e"), Shop.firing("f"), Shop.firing("g"));
        assertThat(notices()).isEmpty();
        assertThat(world.openIncidents()).hasSize(7);
        world.advance(Duration.ofMinutes(59));
        send("monitor", Shop.firing("h"));
        assertThat(notices()).isEmpty();
        world.advance(Duration.ofMinutes(1));
        send("monitor", Shop.firing("i"));
        assertThat(notices()).singleElement().asString().contains("has opened 2 incidents within 1 h");
        forget();
    }

    @Test
    void aNoticeThatCannotBeWrittenUndoesNoAlertAndIsToldOfAtTheNext() throws SQLException {
        team("", ", quota: {soft: 1, within: 1h}");
        rename("quota_notice", "quota_gone");
        try {
            send("monitor", Shop.firing("a"));
        } finally {
            rename("quota_gone", "quota_notice");
        }
        assertThat(world.openIncidents()).hasSize(1);
        assertThat(world.pages()).containsExactly("alice");
        assertThat(notices()).isEmpty();

        send("monitor", Shop.firing("b"));

        assertThat(notices()).singleElement().asString().contains("has opened 2 incidents within 1 h");
        send("monitor", Shop.firing("c"));
        assertThat(notices()).isEmpty();
        forget();
    }

    @Test
    void whatAnotherNodeToldIsNotToldAgain() {
        team("", ", quota: {soft: 1, within: 1h}");
        var other = world.anotherNode();
        sendTo(other, Shop.firing("a"));
        assertThat(notices()).hasSize(1);
        world.advance(Duration.ofMinutes(59));
        send("monitor", Shop.firing("b"));
        world.advance(Duration.ofMinutes(1));
        sendTo(other, Shop.firing("c"));
        assertThat(notices()).singleElement().asString().contains("has opened 2 incidents within 1 h");
        send("monitor", Shop.firing("d"));
        assertThat(notices()).isEmpty();
        forget();
    }

    @Test
    void whatIsBeyondTheHardLimitIsOneIncidentThatPagesTheOwner() {
        team("", ", quota: {soft: 2, hard: 3, within: 1h}");
        send("monitor", Shop.firing("a"), Shop.firing("b"), Shop.firing("c"));
        assertThat(notices())
                .singleElement()
                .asString()
                .endsWith("From 3 on, one incident stands for all that follow.");
        assertThat(world.pages()).containsExactly("alice", "alice", "alice");

        world.advance(Duration.ofMinutes(30));
        send("monitor", Shop.firing("d"), Shop.firing("e"));
        send("monitor", Shop.firing("f"), Shop.firing("a"));

        assertThat(world.openIncidents()).hasSize(4);
        assertThat(world.incident(4).facts().summary())
                .isEqualTo("Quota used up: 3 incidents within 1 h from monitor, new alerts are collected here");
        assertThat(world.collected(4).firing()).isEqualTo(3);
        assertThat(world.pages()).containsExactly("alice");
        assertThat(world.events(4)).contains(new IncidentEvent.FloodBegan(3, Optional.of(Duration.ofHours(1))));
        send("tills", Shop.firing("g"));
        assertThat(world.openIncidents()).hasSize(5);
        assertThat(world.pages()).containsExactly("bob");
        send("monitor", Shop.over("d"), Shop.over("e"), Shop.over("f"));
        assertThat(world.incident(4)).isInstanceOf(Incident.Resolved.class);
        assertThat(world.take(Purpose.CARD)).hasSize(5);
    }

    @Test
    void itEndsWhenFewerThanHalfCameWithinTheTime() {
        team("", ", quota: {hard: 4, within: 1h}");
        send("monitor", Shop.firing("a"), Shop.firing("b"), Shop.firing("c"), Shop.firing("d"));
        world.advance(Duration.ofMinutes(10));
        send("monitor", Shop.firing("e"));
        world.advance(Duration.ofMinutes(45));
        assertThat(ended(5)).isZero();
        send("monitor", Shop.firing("f"));
        assertThat(world.openIncidents()).hasSize(5);

        world.advance(Duration.ofMinutes(16));
        assertThat(ended(5)).isEqualTo(1);
        send("monitor", Shop.firing("g"));
        assertThat(world.openIncidents()).hasSize(6);
        forget();
    }

    @Test
    void aTeamsQuotaCountsItsServicesAndEachHasAnIncidentForTheRest() {
        team(", quota: {soft: 2, hard: 3, within: 1h}", "");
        send("monitor", Shop.firing("a"), Shop.firing("b"));
        assertThat(notices()).singleElement().asString().startsWith("shop: Team shop has opened 2 incidents");
        send("tills", Shop.firing("c"));
        assertThat(world.pages()).containsExactly("alice", "alice", "bob");

        send("tills", Shop.firing("d"), Shop.firing("e"));
        send("monitor", Shop.firing("f"));

        assertThat(world.openIncidents()).hasSize(5);
        assertThat(world.incident(4).facts().summary())
                .isEqualTo("Quota used up: 3 incidents within 1 h of team shop, new alerts are collected here");
        assertThat(world.collected(4).firing()).isEqualTo(2);
        assertThat(world.collected(5).firing()).isEqualTo(1);
        assertThat(world.pages()).containsExactly("bob", "alice");
        send("tills", Shop.over("d"), Shop.over("e"));
        assertThat(world.incident(4)).isInstanceOf(Incident.Resolved.class);

        world.act("alice", 5, new IncidentAct.Resolve("the switch"));
        world.advance(Duration.ofMinutes(5));
        send("monitor", Shop.firing("f"));
        assertThat(world.openIncidents()).hasSize(3);
        world.advance(Duration.ofHours(1));
        send("monitor", Shop.firing("h"));
        assertThat(world.openIncidents()).hasSize(4);
        forget();
    }

    @Test
    void aQuotaThatIsTakenAwayCountsNoMore() {
        team("", ", quota: {hard: 1, within: 7d}");
        send("monitor", Shop.firing("a"), Shop.firing("b"));
        assertThat(world.openIncidents()).hasSize(2);
        team("", "");
        world.work();

        send("monitor", Shop.firing("c"), Shop.firing("d"));

        assertThat(world.openIncidents()).hasSize(4);
        forget();
    }

    @Test
    void aQuotaThatIsNotUsedUpKeepsNoOrdinaryFloodGoing() {
        team("", ", quota: {hard: 300, within: 7d}");
        send(
                "monitor",
                IntStream.rangeClosed(1, 203)
                        .mapToObj(i -> Shop.firing("disk " + i))
                        .toArray(AlertDraft[]::new));
        assertThat(world.openIncidents()).hasSize(201);
        assertThat(world.events(201)).contains(new IncidentEvent.FloodBegan(200));

        world.advance(Duration.ofMinutes(2));

        assertThat(ended(201)).isEqualTo(1);
        send("monitor", Shop.firing("new"));
        assertThat(world.openIncidents()).hasSize(202);
        forget();
    }

    @Test
    void oneThatBeganTheFloodIsItsReasonToTheEnd() {
        team("", ", quota: {hard: 4, within: 1h}");
        send("monitor", Shop.firing("a"), Shop.firing("b"), Shop.firing("c"), Shop.firing("d"));
        world.advance(Duration.ofMinutes(10));
        send("monitor", Shop.firing("e"));
        world.advance(Duration.ofMinutes(48));
        send("monitor", Shop.firing("f"));
        world.advance(Duration.ofMinutes(3));
        assertThat(ended(5)).isZero();
        world.act("alice", 5, new IncidentAct.Resolve("the switch"));

        send("monitor", Shop.firing("g"));

        assertThat(world.incident(6).facts().summary()).startsWith("Quota used up: 4 incidents within 1 h");
        forget();
    }

    @Test
    void whatATeamsQuotaCollectedStaysCollectedWithoutTheQuotaAndInAnotherTeam() {
        team(", quota: {hard: 1, within: 1h}", "");
        send("tills", Shop.firing("a"), Shop.firing("b"), Shop.firing("c"));
        assertThat(world.openIncidents()).hasSize(2);
        assertThat(world.collected(2).firing()).isEqualTo(2);

        team("", "");
        send("tills", Shop.firing("b"));
        assertThat(world.openIncidents()).hasSize(2);
        world.team(TEAM.replace("policies:", "  - {name: cash, time_zone: UTC, members: [bob]}\npolicies:")
                .replace("{name: till, team: shop", "{name: till, team: cash")
                .replace("TEAM", ", quota: {hard: 1, within: 1h}")
                .replace("INTEGRATION", ""));
        send("tills", Shop.firing("b"), Shop.over("b"), Shop.over("c"));

        assertThat(world.incident(2)).isInstanceOf(Incident.Resolved.class);
        assertThat(world.openIncidents()).hasSize(1);
        forget();
    }

    private long ended(long number) {
        return world.events(number).stream()
                .filter(IncidentEvent.FloodEnded.class::isInstance)
                .count();
    }

    private List<String> notices() {
        return world.take(Purpose.NOTICE).stream()
                .map(notice -> notice.message().address() + ": " + notice.text())
                .toList();
    }

    /** Cards and pages that are told of elsewhere. */
    private void forget() {
        for (var purpose : List.of(Purpose.CARD, Purpose.PAGE))
            assertThat(world.take(purpose)).isNotEmpty();
    }

    private void send(String integration, AlertDraft... alerts) {
        world.alerts(integration, begun(alerts));
    }

    private void sendTo(EngineParts node, AlertDraft... alerts) {
        var monitor = world.read(() -> node.directory()
                .current()
                .integrationNamed("monitor")
                .orElseThrow()
                .id());
        node.incidents().trigger().trigger(List.of(new Inbound(monitor, begun(alerts), "{}")));
        world.work();
    }

    private void rename(String table, String to) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter table " + table + " rename to " + to);
        }
    }

    private static List<Alert> begun(AlertDraft... alerts) {
        return Stream.of(alerts)
                .map(alert -> alert.startsAt(Optional.of(START)).toAlert())
                .toList();
    }
}
