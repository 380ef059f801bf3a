package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is asked to help with an incident that somebody has is paged by all their rules. */
@EachDatabase
final class HelpersTest {
    private final World world;

    HelpersTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.SMS);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    @Test
    void aNoteOrARaisedPriorityDoesNotStopTheirLaterPages() {
        Shop.incident(world, "disk");
        world.act("alice", 1, new IncidentAct.Acknowledge());
        addBob();

        world.act("alice", 1, new IncidentAct.Note("it is the logs"));
        world.alert("monitor", Shop.firing("disk").toAlert());
        world.advance(Duration.ofMinutes(5));

        assertThat(world.pages()).containsExactly("+33600000002");
    }

    @Test
    void theSameWhileItIsSnoozed() {
        Shop.incident(world, "disk");
        world.act("alice", 1, new IncidentAct.Snooze(world.now().plus(Duration.ofHours(1)), ""));
        addBob();
        world.advance(Duration.ofSeconds(10));

        world.act("alice", 1, new IncidentAct.Note("it is the logs"));
        world.advance(Duration.ofMinutes(5));

        assertThat(world.pages()).containsExactly("+33600000002");
    }

    @Test
    void theEndOfTheIncidentDoes() {
        Shop.incident(world, "disk");
        addBob();

        world.act("alice", 1, new IncidentAct.Resolve(""));

        world.advance(Duration.ofHours(1));
    }

    @Test
    void passingItOnStopsThePagesOfThoseBefore() {
        Shop.incident(world, "disk");

        world.act("bob", 1, new IncidentAct.Reassign(world.responder("dana")));
        world.advance(Duration.ofMinutes(9));

        assertThat(world.pages()).containsExactly("dana");
    }

    private void addBob() {
        world.act("alice", 1, new IncidentAct.AddResponders(Set.of(world.responder("bob"))));
        assertThat(world.pages()).containsExactly("bob");
    }
}
