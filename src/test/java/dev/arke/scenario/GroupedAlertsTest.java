package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.alert.AlertDraft;
import dev.arke.card.PlainText;
import dev.arke.delivery.Message.Purpose;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentTextStore;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An integration that groups has one incident for each group of the sender, over when all its alerts are. */
@EachDatabase
final class GroupedAlertsTest {
    private final World world;
    private final TestDatabase database;

    GroupedAlertsTest(TestDatabase database) {
        this.database = database;
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    @Test
    void aGroupIsOneIncidentUntilItsLastAlertIsOver() {
        send(grouped(Shop.firing("a"), 0), grouped(Shop.firing("b"), 0));
        expectOneIncident();

        send(grouped(Shop.over("a"), 0), grouped(Shop.firing("b"), 0));
        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);

        send(grouped(Shop.over("b"), 0));
        assertThat(world.incident(1)).isInstanceOf(Incident.Resolved.class);
        assertThat(world.openIncidents()).isEmpty();
    }

    @Test
    void anAlertThatBeganBeforeTheOneThatOpenedTheIncidentEndsLikeAnyOther() {
        send(grouped(Shop.firing("late"), 5), grouped(Shop.firing("early"), 0));
        expectOneIncident();

        send(grouped(Shop.over("late"), 5), grouped(Shop.over("early"), 0));
        assertThat(world.incident(1)).isInstanceOf(Incident.Resolved.class);
    }

    @Test
    void resolvedByHandItStaysSoForAllItsAlertsAndNotForAnother() {
        send(grouped(Shop.firing("a"), 0), grouped(Shop.firing("b"), -5));
        expectOneIncident();
        world.act("alice", 1, new IncidentAct.Resolve("known"));
        world.advance(Duration.ofMinutes(10));

        send(grouped(Shop.firing("a"), 0), grouped(Shop.firing("b"), -5));
        assertThat(world.openIncidents()).isEmpty();

        send(grouped(Shop.firing("b"), -5), grouped(Shop.firing("c"), -1));
        assertThat(world.openIncidents()).hasSize(1);
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        assertThat(world.pages()).containsExactly("alice");
    }

    @Test
    void aRepeatTellsWhatTheLastRequestSaid() {
        send(
                "{1}",
                grouped(Shop.firing("a").details("80 %"), 0),
                grouped(Shop.firing("b").details("other"), 0));
        expectOneIncident();
        assertThat(text()).isEqualTo("80 % {1}");

        send(
                "{2}",
                grouped(Shop.firing("b").details("other"), 0),
                grouped(Shop.firing("a").details("95 %"), 0));
        assertThat(text()).isEqualTo("95 % {2}");
        assertThat(PlainText.of(world.card(1))).contains("95 %").doesNotContain("80 %", "other");

        send("{3}", grouped(Shop.over("a"), 0), grouped(Shop.firing("b").details("still"), 0));
        assertThat(text()).isEqualTo("still {3}");
        assertThat(world.incident(1).facts().repeats()).isEqualTo(4);
    }

    private String text() {
        var id = world.incident(1).id();
        var text = world.read(() ->
                new IncidentTextStore(database.database().dsl()).of(List.of(id)).get(id));
        return text.details() + " " + text.payload();
    }

    private void send(String body, Alert... alerts) {
        world.alerts("groups", List.of(alerts), body);
    }

    private void expectOneIncident() {
        assertThat(world.openIncidents()).hasSize(1);
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        assertThat(world.pages()).containsExactly("alice");
    }

    private void send(Alert... alerts) {
        world.alerts("groups", List.of(alerts));
    }

    private static Alert grouped(AlertDraft alert, int minute) {
        var start = Instant.parse("2026-01-12T09:00:00Z").plus(Duration.ofMinutes(minute));
        return alert.groupKey("{}:{job=db}").startsAt(Optional.of(start)).toAlert();
    }
}
