package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.UnreadableRequest;
import dev.arke.alert.UnreadableRequestStore;
import dev.arke.delivery.Message.Purpose;
import dev.arke.engine.Ids;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A body under a valid key that cannot be read is kept as it came, and opens one incident for its integration. */
@EachDatabase
final class UnreadableBodiesTest {
    private static final UUID MONITOR = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    private final World world;
    private final UnreadableRequestStore kept;
    private final Ids ids;

    UnreadableBodiesTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
        ids = new Ids(world::now, new Random(2));
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

    @Test
    void theLatestTwoHundredOfEachIntegrationAreKeptForThirtyDays() {
        for (int number = 1; number <= 203; number++) insert(MONITOR, number);
        insert(OTHER, 1);

        assertThat(world.engine().incidents().pruneUnreadable().prune()).isEqualTo(3);
        assertThat(bodies(MONITOR)).hasSize(200).startsWith("body 203").endsWith("body 4");
        assertThat(bodies(OTHER)).containsExactly("body 1");

        world.advance(Duration.ofDays(20));
        insert(OTHER, 2);
        world.advance(Duration.ofDays(11));
        assertThat(world.engine().incidents().pruneUnreadable().prune()).isEqualTo(201);
        assertThat(bodies(MONITOR)).isEmpty();
        assertThat(bodies(OTHER)).containsExactly("body 2");
    }

    private void insert(UUID integration, int number) {
        var request = new UnreadableRequest(ids.next(), integration, world.now(), 400, "no JSON", "body " + number);
        world.write(() -> kept.insert(request));
    }

    private List<String> bodies(UUID integration) {
        return world.read(() -> kept.of(integration, 1000)).stream()
                .map(UnreadableRequest::body)
                .toList();
    }
}
