package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.AlertDraft;
import dev.arke.boot.EngineParts;
import dev.arke.delivery.Message.Purpose;
import dev.arke.engine.delivery.DeliverySettings;
import dev.arke.engine.incident.IntakeSettings;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.page.StormSettings;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts of one integration that are too many for an incident each are one storm incident. */
@EachDatabase
final class FloodsTest {
    private final TestDatabase database;
    private final World world;

    FloodsTest(TestDatabase database) {
        this.database = database;
        world = new World(
                database,
                new EngineParts.Settings(
                        new IntakeSettings(3, Duration.ofMinutes(1)),
                        StormSettings.DEFAULT,
                        DeliverySettings.DEFAULT,
                        ConnectSettings.DEFAULT),
                ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    private static final Instant START = Instant.parse("2026-01-12T08:59:00Z");

    @Test
    void beyondTheThresholdOneIncidentCollectsThemUntilAllAreOver() {
        flood();

        send(Shop.over("disk 4"), Shop.over("disk 5"));
        assertThat(world.incident(4)).isInstanceOf(Incident.Triggered.class);
        send(Shop.over("disk 6"));
        assertThat(world.incident(4)).isInstanceOf(Incident.Resolved.class);
        assertThat(world.openIncidents()).hasSize(3);

        world.advance(Duration.ofMinutes(1));
        send(Shop.firing("disk 7"));
        assertThat(world.openIncidents()).hasSize(4);
        assertThat(world.pages()).containsExactly("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    @Test
    void resolvedByHandItsAlertsDoNotComeBackOneByOne() {
        flood();
        world.act("alice", 4, new IncidentAct.Resolve("the switch"));
        world.advance(Duration.ofMinutes(5));

        send(Shop.firing("disk 4"), Shop.firing("disk 5"), Shop.firing("disk 6"));

        assertThat(world.openIncidents()).hasSize(3);
    }

    @Test
    void aLongFloodIsOneIncidentUntilItCalmsDownAndWhatStillFiresIsTold() {
        flood();
        for (int minute = 1; minute <= 5; minute++) {
            world.advance(Duration.ofMinutes(1).minusSeconds(1));
            send(Shop.firing("net " + minute), Shop.firing("net " + minute + "b"), Shop.over("net " + (minute - 1)));
        }
        assertThat(world.openIncidents()).hasSize(4);
        assertThat(world.events(4)).noneMatch(IncidentEvent.FloodEnded.class::isInstance);

        world.advance(Duration.ofMinutes(1));

        assertThat(world.events(4))
                .filteredOn(IncidentEvent.FloodEnded.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(IncidentEvent.FloodEnded.class, ended -> {
                    assertThat(ended.collected()).isEqualTo(13);
                    assertThat(ended.firing()).isEqualTo(9);
                    assertThat(ended.sample())
                            .hasSize(9)
                            .startsWith("net 5", "net 5b", "net 4b")
                            .contains("disk 4");
                });
        send(Shop.firing("new"));
        assertThat(world.openIncidents()).hasSize(5);
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        assertThat(world.pages()).contains("alice");
        world.act("alice", 4, new IncidentAct.Acknowledge());
        world.act("alice", 5, new IncidentAct.Acknowledge());
    }

    @Test
    void whatWasCollectedIsFoundWithWhatItSaid() {
        send(Shop.firing("a"), Shop.firing("b"), Shop.firing("c"));
        send(Shop.firing("d").details("the fan is stuck").labels(Map.of("rack", "7")), Shop.firing("e"));
        send(Shop.over("e"));
        send(Shop.firing("e"));

        assertThat(world.openIncidents()).hasSize(4);
        var collected = world.collected(4);
        assertThat(collected.all()).isEqualTo(2);
        assertThat(collected.firing()).isEqualTo(2);
        assertThat(collected.sample())
                .filteredOn(alert -> alert.summary().equals("d"))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.details()).isEqualTo("the fan is stuck");
                    assertThat(alert.labels()).containsEntry("rack", "7");
                });
        assertThat(world.pages()).hasSize(4).containsOnly("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(4);
    }

    @Test
    void anAlertThatCannotBeReadKeepsNoFloodGoing() throws SQLException {
        flood();
        database.change("update collected_alert set labels = '{' where summary = 'disk 4'");

        world.advance(Duration.ofMinutes(1));

        assertThat(world.events(4))
                .filteredOn(IncidentEvent.FloodEnded.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(IncidentEvent.FloodEnded.class, ended -> {
                    assertThat(ended.collected()).isEqualTo(3);
                    assertThat(ended.sample()).containsExactly("disk 5", "disk 6");
                });
    }

    private void flood() {
        send(IntStream.rangeClosed(1, 6).mapToObj(i -> Shop.firing("disk " + i)).toArray(AlertDraft[]::new));
        assertThat(world.openIncidents()).hasSize(4);
        assertThat(world.incident(4).facts().summary()).startsWith("Storm: more than 3 new alerts a minute");
        assertThat(world.pages()).containsExactly("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(4);
    }

    private void send(AlertDraft... alerts) {
        world.alerts(
                "monitor",
                Stream.of(alerts)
                        .map(alert -> alert.startsAt(Optional.of(START)).toAlert())
                        .toList());
    }
}
