package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is asked to help with an incident that somebody has is paged by all their rules. */
@EachDatabase
final class HelpersTest {
    private static final Outcome DOWN = new Outcome.Again(Duration.ZERO, FailureReason.SERVER, "it is down");

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

    @Test
    void onesWhoCannotBeReachedDoNotMoveOnAStepThatReachedSomebody() {
        Shop.incident(world, "disk");
        world.carrier(ContactKind.SANDBOX).answer("dana", new Outcome.RecipientGone("no such user"));

        add("dana");

        assertThat(world.pages()).containsExactly("dana");
        assertThat(world.events(1)).noneMatch(IncidentEvent.NobodyReached.class::isInstance);
        world.act("alice", 1, new IncidentAct.Acknowledge());
    }

    @Test
    void onesWhoAreReachedDoNotKeepAStepThatReachedNobody() {
        for (var kind : List.of(ContactKind.SANDBOX, ContactKind.SMS))
            world.carrier(kind)
                    .answer(
                            kind == ContactKind.SMS ? "+33600000001" : "alice",
                            Stream.generate(() -> DOWN).limit(100).toArray(Outcome[]::new));
        world.alert("monitor", Shop.firing("disk").toAlert());
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        add("dana");

        world.advance(Duration.ofSeconds(61));

        assertThat(world.pages()).contains("dana", "bob");
        assertThat(world.events(1)).contains(new IncidentEvent.NobodyReached(Set.of(world.responder("alice"))));
        world.act("bob", 1, new IncidentAct.Acknowledge());
    }

    private void add(String person) {
        world.act("alice", 1, new IncidentAct.AddResponders(Set.of(world.responder(person))));
    }

    private void addBob() {
        add("bob");
        assertThat(world.pages()).containsExactly("bob");
    }
}
