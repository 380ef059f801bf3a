package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.alert.AlertDraft;
import dev.arke.alert.Priority;
import dev.arke.delivery.Message.Purpose;
import dev.arke.engine.incident.Receipt;
import dev.arke.engine.incident.Receipt.Fate;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routes of an integration: drop, another service, a key of their own. */
@EachDatabase
final class RoutesTest {
    private final World world;

    RoutesTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    @Test
    void aDroppedAlertOpensNothing() {
        var receipt = world.alert("monitor", labelled(Shop.firing("disk"), "env", "staging"));

        assertThat(receipt.lines()).extracting(Receipt.Line::fate).containsExactly(Fate.DROPPED);
        assertThat(world.openIncidents()).isEmpty();
    }

    @Test
    void anAlertForAnotherServicePagesItsPeopleWithTheRoutesPriority() {
        world.alert("monitor", labelled(Shop.firing("disk"), "team", "web"));

        assertThat(world.pages()).containsExactly("chen");
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        assertThat(world.incident(1).facts().priority()).isEqualTo(Priority.HIGH);
        world.alert("monitor", labelled(Shop.over("disk"), "team", "web"));
        assertThat(world.openIncidents()).isEmpty();
    }

    @Test
    void alertsBehindOneKeyAreOneIncidentUntilTheLastIsOver() {
        world.alert("monitor", labelled(Shop.firing("node 1"), "cluster", "eu"));
        world.alert("monitor", labelled(Shop.firing("node 2"), "cluster", "eu"));
        assertThat(world.openIncidents()).hasSize(1);
        assertThat(world.pages()).containsExactly("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(1);

        world.alert("monitor", labelled(Shop.over("node 1"), "cluster", "eu"));
        assertThat(world.openIncidents()).hasSize(1);
        world.alert("monitor", labelled(Shop.over("node 2"), "cluster", "eu"));
        assertThat(world.openIncidents()).isEmpty();
    }

    private static Alert labelled(AlertDraft alert, String label, String text) {
        return alert.labels(Map.of(label, text)).toAlert();
    }
}
