package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An incident that nobody takes never falls silent. */
@EachDatabase
final class LastResortTest {
    private final World world;

    LastResortTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    @Test
    void afterTheLastStepTheLastResortIsPagedEachWait() {
        Shop.incident(world, "disk");
        world.advance(Duration.ofMinutes(10));
        assertThat(world.pages()).containsExactly("bob");

        world.advance(Duration.ofMinutes(30));

        assertThat(world.pages()).containsExactly("chen", "chen", "chen");
        assertThat(world.events(1))
                .filteredOn(IncidentEvent.Exhausted.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aLastResortThatIsNotReachedPagesTheAdminsAndTheChannelEachTime() {
        Shop.incident(world, "disk");
        world.advance(Duration.ofMinutes(10));
        assertThat(world.pages()).containsExactly("bob");
        world.carrier(ContactKind.SANDBOX).answer("chen", new Outcome.RecipientGone("no such user"));

        world.advance(Duration.ofMinutes(10));
        assertThat(world.pages()).containsExactly("chen", "dana");
        assertThat(world.take(Purpose.CHANNEL_PAGE)).hasSize(1);

        world.advance(Duration.ofMinutes(10));
        assertThat(world.pages()).containsExactly("dana");
        assertThat(world.take(Purpose.CHANNEL_PAGE)).hasSize(1);
    }

    @Test
    void whereNoAdminOfTheTeamCanBeReachedArkesAreAndWithoutAChannelOfItsOwnArkesChannel() {
        world.team("""
            admins: [erin]
            admin_channel: {sandbox: ops}
            responders:
              - {name: alice, sandbox: alice}
              - {name: dana}
              - {name: erin, sandbox: erin}
            teams:
              - {name: quiet, time_zone: UTC, members: [alice, dana], admins: [dana]}
            policies:
              - {name: one, team: quiet, rounds: 0, steps: [{page: [alice], wait: 10m}], last_resort: [dana]}
            services:
              - {name: quiet, team: quiet, policy: one}
            integrations:
              - {name: monitor, service: quiet, format: generic, key: a-key-of-some-length}
            """);
        world.alert("monitor", Shop.firing("disk").toAlert());
        assertThat(world.pages()).containsExactly("alice");

        world.advance(Duration.ofMinutes(10));

        assertThat(world.pages()).containsExactly("erin");
        assertThat(world.take(Purpose.CHANNEL_PAGE))
                .extracting(arrived -> arrived.message().address())
                .containsExactly("ops");
    }
}
