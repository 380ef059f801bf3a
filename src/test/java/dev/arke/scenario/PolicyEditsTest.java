package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.Message.Purpose;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Editing a policy does not change an incident under way; the next one follows it. */
@EachDatabase
final class PolicyEditsTest {
    private final World world;

    PolicyEditsTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    @Test
    void theOldStepsGoOnForWhatIsOpen() {
        Shop.incident(world, "disk");

        world.team(Shop.TEAM.replace("{page: [bob], wait: 10m}", "{page: [dana], wait: 10m}"));
        world.advance(Duration.ofMinutes(10));
        assertThat(world.pages()).containsExactly("bob");
        world.act("bob", 1, new IncidentAct.Resolve(""));

        Shop.incident(world, "queue");
        world.advance(Duration.ofMinutes(10));
        assertThat(world.pages()).containsExactly("dana");
    }

    @Test
    void aServiceThatIsGoneStillHasItsIncidentsPaged() {
        world.alert("monitor", Shop.firing("disk").labels(Map.of("team", "web")).toAlert());
        assertThat(world.pages()).containsExactly("chen");
        assertThat(world.take(Purpose.CARD)).hasSize(1);

        world.team(Shop.TEAM
                .replace("  - {name: web, team: shop, policy: web}\n", "")
                .replace("      - {match: [\"team = web\"], service: web, priority: high}\n", ""));
        world.advance(Duration.ofMinutes(10));

        assertThat(world.pages()).containsExactly("dana");
    }
}
