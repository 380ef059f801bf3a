package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.boot.EngineParts;
import dev.arke.delivery.Message.Purpose;
import dev.arke.engine.Ids;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes of which one has a carrier that the other has not yet, as while settings are changed on one after the other. */
@EachDatabase
final class UnlikeNodesTest {
    private static final String SMS = "+33600000001";

    private final World world;
    private final EngineParts without;

    UnlikeNodesTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.SMS);
        without = EngineParts.of(new EngineParts.Needs(
                database.database(),
                world.clock(),
                new Ids(world.clock(), new Random(2)),
                List.of(world.carrier(ContactKind.SANDBOX)),
                EngineParts.Settings.DEFAULT,
                EngineParts.Listeners.NONE));
    }

    @BeforeEach
    void aTeam() {
        Checkout.in(world);
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        assertThat(world.pages()).containsExactly("alice");
    }

    @Test
    void theOneThatHasItSendsAndTheOtherLeavesItToIt() {
        theOtherLooksAfter(Duration.ofMinutes(1));

        world.work();

        assertThat(world.pages()).containsExactly(SMS);
        assertThat(failures()).isZero();
    }

    @Test
    void whatNobodySendsForTenSecondsFails() {
        theOtherLooksAfter(Duration.ofSeconds(70).minusMillis(1));
        assertThat(failures()).isZero();

        theOtherLooksAfter(Duration.ofMillis(1));

        assertThat(failures()).isEqualTo(1);
    }

    private void theOtherLooksAfter(Duration step) {
        world.clock().advance(step);
        without.deliveries().sendDue().sendAllDue();
    }

    private long failures() {
        return world.events(1).stream()
                .filter(IncidentEvent.PageFailed.class::isInstance)
                .count();
    }
}
