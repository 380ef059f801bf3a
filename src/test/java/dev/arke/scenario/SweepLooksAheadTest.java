package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.boot.EngineParts;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that did not write when an incident is due wakes for it all the same, to the millisecond. */
@EachDatabase
final class SweepLooksAheadTest {
    private final World world;
    private final Map<UUID, Instant> hinted = new HashMap<>();
    private final EngineParts another;

    SweepLooksAheadTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
        var needs = world.engine().needs();
        another = EngineParts.of(new EngineParts.Needs(
                needs.database(),
                needs.clock(),
                needs.ids(),
                needs.carriers(),
                needs.settings(),
                new EngineParts.Listeners(hinted::putAll, (carrier, kind, outcome) -> {})));
    }

    @BeforeEach
    void anIncident() {
        Shop.in(world);
        Shop.incident(world, "disk");
        world.pages();
    }

    @Test
    void whatIsDueSoonIsHintedAndNothingElse() {
        var due = world.openIncidents().getFirst().dueAt().orElseThrow();

        sweepAt(due.minusSeconds(4));
        assertThat(hinted).isEmpty();

        sweepAt(due.minusSeconds(2));
        assertThat(hinted)
                .containsExactly(Map.entry(world.openIncidents().getFirst().id(), due));
    }

    @Test
    void whatIsDueIsEscalated() {
        var due = world.openIncidents().getFirst().dueAt().orElseThrow();

        sweepAt(due);
        assertThat(world.openIncidents().getFirst().dueAt().orElseThrow()).isAfter(due.plus(Duration.ofSeconds(1)));
        world.work();
        assertThat(world.pages()).isNotEmpty();
    }

    private void sweepAt(Instant now) {
        world.clock().set(now);
        another.incidents().escalate().sweep();
    }
}
