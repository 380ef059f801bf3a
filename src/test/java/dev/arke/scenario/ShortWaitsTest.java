package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.card.PlainText;
import dev.arke.chat.LookPhrases;
import dev.arke.chat.Simulation;
import dev.arke.chat.SimulationCard;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where waits are short, minutes would lie: what comes next is told to the second. */
@EachDatabase
final class ShortWaitsTest {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final World world;

    ShortWaitsTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @Test
    void aCardSaysToTheSecondWhenTheNextPageComes() {
        openWithWait("20s");

        assertThat(card()).contains("Next page at " + SECONDS.format(world.now().plusSeconds(20)) + ".");
        world.advance(Duration.ofSeconds(25));
        world.pages();
        assertThat(card()).contains("next at " + SECONDS.format(world.now().plusSeconds(15)) + ".");
    }

    @Test
    void aCardSaysTheMinuteWhereThatIsEnough() {
        openWithWait("5m");

        assertThat(card()).contains("Next page at " + MINUTES.format(world.now().plusSeconds(300)) + ".");
    }

    @Test
    void aShortSnoozeEndsAtASecond() {
        openWithWait("5m");
        world.act("alice", 1, new IncidentAct.Snooze(world.now().plusSeconds(45), ""));

        assertThat(card())
                .contains("alice has it, snoozed until "
                        + SECONDS.format(world.now().plusSeconds(45)) + ".");
    }

    @Test
    void aSimulationOfShortWaitsIsToTheSecond() {
        assertThat(simulation(Duration.ofSeconds(90)))
                .contains("- 10:00:00 UTC (at once) step 1", "- 10:01:30 UTC (after 1 min 30 s) step 2");
        assertThat(simulation(Duration.ofMinutes(2))).contains("- 10:00 UTC step 1", "- 10:02 UTC step 2");
    }

    private void openWithWait(String wait) {
        world.team("""
            responders:
              - {name: alice, sandbox: alice}
            teams:
              - {name: shop, time_zone: UTC, members: [alice], admins: [alice]}
            policies:
              - {name: standard, team: shop, rounds: 0, steps: [{page: [alice], wait: %s}], last_resort: [alice]}
            services:
              - {name: shop, team: shop, policy: standard}
            integrations:
              - {name: monitor, service: shop, format: generic, key: a-key-of-some-length}
            """.formatted(wait));
        world.alert("monitor", Shop.firing("disk").toAlert());
        world.pages();
    }

    private String card() {
        return PlainText.of(world.card(1));
    }

    private static String simulation(Duration pause) {
        var at = Instant.parse("2026-03-02T10:00:00Z");
        return PlainText.of(SimulationCard.of(
                new Simulation(
                        "shop",
                        "shop",
                        "standard",
                        Priority.HIGH,
                        at,
                        List.of(page(at, 1), page(at.plus(pause), 2)),
                        pause,
                        false,
                        List.of()),
                at,
                LookPhrases.ENGLISH));
    }

    private static Simulation.Page page(Instant at, int step) {
        return new Simulation.Page(at, new Simulation.Why.OfStep(step, 1, 1), List.of(), List.of(), List.of());
    }
}
