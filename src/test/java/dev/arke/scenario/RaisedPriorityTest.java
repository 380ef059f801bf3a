package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import dev.arke.delivery.Message.Purpose;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert that comes again and is more urgent pages more, and nobody twice. */
@EachDatabase
final class RaisedPriorityTest {
    private final World world;

    RaisedPriorityTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.SMS);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    @Test
    void whatTheNewPriorityAddsIsPagedOnce() {
        opened();

        world.alert("monitor", of(Priority.URGENT));
        world.alert("monitor", of(Priority.URGENT));
        world.expectNothingElse();
        world.advance(Duration.ofMinutes(9));

        assertThat(world.pages()).containsExactly("+33600000001");
        assertThat(world.events(1))
                .filteredOn(IncidentEvent.PriorityChanged.class::isInstance)
                .containsExactly(new IncidentEvent.PriorityChanged(Priority.MEDIUM, Priority.URGENT));
    }

    @Test
    void whoeverWasAddedToTheStepIsPagedMoreToo() {
        opened();
        world.act("alice", 1, new IncidentAct.AddResponders(Set.of(world.responder("bob"))));
        assertThat(world.pages()).containsExactly("bob");

        world.alert("monitor", of(Priority.URGENT));
        world.advance(Duration.ofMinutes(9));

        assertThat(world.pages()).containsExactlyInAnyOrder("+33600000001", "+33600000002");
    }

    @Test
    void aLowerPriorityLowersNothingAndATakenIncidentPagesNobody() {
        opened();
        world.alert("monitor", of(Priority.LOW));
        assertThat(world.incident(1).facts().priority()).isEqualTo(Priority.MEDIUM);

        world.act("alice", 1, new IncidentAct.Acknowledge());
        world.alert("monitor", of(Priority.URGENT));
        world.advance(Duration.ofMinutes(20));

        assertThat(world.incident(1).facts().priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    void raisedAndOverInOneRequestPagesNobody() {
        opened();

        world.alerts("monitor", List.of(of(Priority.URGENT), Shop.over("disk").toAlert()));
        world.advance(Duration.ofMinutes(20));

        assertThat(world.openIncidents()).isEmpty();
    }

    private void opened() {
        world.alert("monitor", of(Priority.MEDIUM));
        assertThat(world.pages()).containsExactly("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    private static Alert of(Priority priority) {
        return Alert.firing("disk", "disk").priority(Optional.of(priority)).toAlert();
    }
}
