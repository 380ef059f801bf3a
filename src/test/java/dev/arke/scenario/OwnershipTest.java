package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.incident.ActResult;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has an incident: taken once, taken over, given back, passed on, with helpers. */
@EachDatabase
final class OwnershipTest {
    private final World world;

    OwnershipTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    @Test
    void ofTwoAtTheSameInstantOneHasItAndTheOtherHearsWho() throws Exception {
        Shop.incident(world, "disk");
        var barrier = new CyclicBarrier(2);
        var results = new ArrayList<ActResult>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var tasks = Stream.of("alice", "bob")
                    .map(world::person)
                    .map(person -> threads.submit(() -> {
                        barrier.await();
                        return world.engine()
                                .incidents()
                                .act()
                                .act(new By(person, "test"), List.of(1L), new IncidentAct.Acknowledge())
                                .getFirst();
                    }))
                    .toList();
            for (var task : tasks) results.add(task.get());
        }
        world.work();

        assertThat(results).hasAtLeastOneElementOfType(ActResult.Done.class);
        assertThat(results).hasAtLeastOneElementOfType(ActResult.HasOwner.class);
        assertThat(world.events(1))
                .filteredOn(IncidentEvent.Acknowledged.class::isInstance)
                .hasSize(1);
        world.advance(Duration.ofMinutes(29));
    }

    @Test
    void takingOverMovesItAndAsksNobody() {
        Shop.incident(world, "disk");
        world.act("alice", 1, new IncidentAct.Acknowledge());

        assertThat(world.act("bob", 1, new IncidentAct.TakeOver())).isInstanceOf(ActResult.Done.class);

        assertThat(owner()).isEqualTo("bob");
        world.advance(Duration.ofMinutes(29));
    }

    @Test
    void givenBackItsStepIsPagedAgainAtOnce() {
        Shop.incident(world, "disk");
        world.act("alice", 1, new IncidentAct.Acknowledge());

        world.act("alice", 1, new IncidentAct.Unacknowledge());

        assertThat(world.pages()).containsExactly("alice");
        world.advance(Duration.ofMinutes(10));
        assertThat(world.pages()).containsExactly("bob");
    }

    @Test
    void whomItIsPassedToMustTakeItElseEscalationGoesOn() {
        Shop.incident(world, "disk");
        world.act("alice", 1, new IncidentAct.Acknowledge());

        world.act("alice", 1, new IncidentAct.Reassign(world.responder("dana")));
        assertThat(world.pages()).containsExactly("dana");
        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);
        world.advance(Duration.ofMinutes(9));
        world.expectNothingElse();

        world.advance(Duration.ofMinutes(1));
        assertThat(world.pages()).containsExactly("bob");
    }

    @Test
    void passedOnAndTakenItIsQuiet() {
        Shop.incident(world, "disk");
        world.act("alice", 1, new IncidentAct.Reassign(world.responder("dana")));
        assertThat(world.pages()).containsExactly("dana");

        world.act("dana", 1, new IncidentAct.Acknowledge());

        assertThat(owner()).isEqualTo("dana");
        world.advance(Duration.ofMinutes(29));
    }

    private String owner() {
        return ((Incident.Acknowledged) world.incident(1)).owner().label();
    }
}
