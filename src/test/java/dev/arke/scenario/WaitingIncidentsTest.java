package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incidents put aside or taken and forgotten come back: snooze and ack timeout. */
@EachDatabase
final class WaitingIncidentsTest {
    private final World world;

    WaitingIncidentsTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    @Test
    void aSnoozeIsQuietUntilItsEnd() {
        Shop.incident(world, "disk");
        world.act("alice", 1, new IncidentAct.Snooze(world.now().plus(Duration.ofHours(2)), "backup runs"));
        world.advance(Duration.ofMinutes(119));
        world.expectNothingElse();

        world.advance(Duration.ofMinutes(1));

        assertThat(world.pages()).containsExactly("alice");
        assertThat(world.events(1)).contains(new IncidentEvent.SnoozeEnded());
    }

    @Test
    void takenAndForgottenItIsPagedAgain() {
        Shop.incident(world, "disk");
        world.act("alice", 1, new IncidentAct.Acknowledge());
        world.advance(Duration.ofMinutes(29));
        world.expectNothingElse();

        world.advance(Duration.ofMinutes(1));

        assertThat(world.pages()).containsExactly("alice");
        assertThat(world.events(1)).contains(new IncidentEvent.AckTimedOut("alice"));
    }

    @Test
    void aNoteBeginsTheTimeAnewAndARepeatDoesNot() {
        Shop.incident(world, "disk");
        world.act("alice", 1, new IncidentAct.Acknowledge());
        world.advance(Duration.ofMinutes(20));
        world.act("bob", 1, new IncidentAct.Note("looking"));
        world.advance(Duration.ofMinutes(20));
        world.alert("monitor", Shop.firing("disk").toAlert());
        world.advance(Duration.ofMinutes(9));
        world.expectNothingElse();

        world.advance(Duration.ofMinutes(1));

        assertThat(world.pages()).containsExactly("alice");
    }
}
