package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.PlainText;
import dev.arke.chat.TimelineLines;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.incident.IncidentEvent;
import dev.arke.incident.TimelineEntry;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A step's page to a channel or a webhook that does not arrive is told in the timeline like one to a person. */
@EachDatabase
final class PagesToPlacesTest {
    private static final String TEAM = """
        responders:
          - {name: alice, sandbox: alice}
        teams:
          - {name: shop, time_zone: UTC, members: [alice], admins: [alice]}
        policies:
          - name: standard
            team: shop
            rounds: 0
            steps:
              - {page: [alice, "channel sandbox:ops", "webhook https://hooks.example.com/secret"], wait: 10m}
            last_resort: [alice]
        services:
          - {name: shop, team: shop, policy: standard}
        integrations:
          - {name: monitor, service: shop, format: generic, key: a-key-of-some-length}
        """;

    private final World world;

    PagesToPlacesTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.WEBHOOK);
    }

    @BeforeEach
    void aTeam() {
        world.team(TEAM);
    }

    @Test
    void theTimelineSaysWhichAndWhyWithoutTheSecretAddress() {
        world.carrier(ContactKind.SANDBOX).answer("ops", new Outcome.RecipientGone("no such channel"));
        world.carrier(ContactKind.WEBHOOK)
                .answer("https://hooks.example.com/secret", new Outcome.RecipientGone("it answers 410"));

        world.alert("monitor", Shop.firing("disk").toAlert());

        assertThat(world.pages()).containsExactlyInAnyOrder("alice", "https://hooks.example.com/secret");
        assertThat(world.take(Purpose.CHANNEL_PAGE)).hasSize(1);
        assertThat(world.events(1))
                .contains(
                        new IncidentEvent.PlacePageFailed("sandbox:ops", FailureReason.REJECTED, "no such channel"),
                        new IncidentEvent.PlacePageFailed(
                                "webhook at hooks.example.com", FailureReason.REJECTED, "it answers 410"));
        assertThat(world.timeline(1).stream().map(PagesToPlacesTest::line))
                .anyMatch(line -> line.endsWith(
                        "Page to webhook at hooks.example.com did not arrive (rejected): it answers 410"));
    }

    private static String line(TimelineEntry entry) {
        return PlainText.of(new TimelineLines(id -> "somebody").line(entry));
    }
}
