package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.UnreadableRequest;
import dev.arke.alert.UnreadableRequestStore;
import dev.arke.delivery.Message.Purpose;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A body under a valid key that cannot be read is kept as it came, and opens one incident for its integration. */
@EachDatabase
final class UnreadableBodiesTest {
    private final World world;
    private final UnreadableRequestStore kept;

    UnreadableBodiesTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
        kept = new UnreadableRequestStore(database.database().dsl());
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    @Test
    void twoOfThemAreTwoRowsAndOneIncident() {
        var integration = world.read(() ->
                world.engine().directory().current().integrationNamed("monitor").orElseThrow());
        for (var body : List.of("{ \0 \ud83d", "not JSON")) {
            world.engine().incidents().recordUnreadable().recordUnreadable(integration, 400, "no JSON at 1", body);
            world.work();
        }

        assertThat(world.read(() -> kept.of(integration.id(), 10)))
                .extracting(UnreadableRequest::problem)
                .containsExactly("no JSON at 1", "no JSON at 1");
        assertThat(world.openIncidents())
                .extracting(incident -> incident.facts().summary())
                .containsExactly("cannot read alerts of monitor");
        assertThat(world.pages()).containsExactly("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }
}
