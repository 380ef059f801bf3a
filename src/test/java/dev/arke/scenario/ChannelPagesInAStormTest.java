package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.card.Button;
import dev.arke.delivery.BacklogStore;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.FakeCarrier.Arrived;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A step that pages a channel posts anew each time, in an alert storm at most once a minute, and leaves nothing out. */
@EachDatabase
final class ChannelPagesInAStormTest {
    private static final String TEAM = """
        responders:
          - {name: alice, sandbox: alice}
        teams:
          - {name: payments, time_zone: UTC, members: [alice], admins: [alice]}
        policies:
          - name: standard
            team: payments
            steps:
              - {page: ["channel sandbox:war"], wait: 10m}
            last_resort: [alice]
        services:
          - {name: checkout, team: payments, policy: standard}
        integrations:
          - {name: monitor, service: checkout, format: generic, key: a-key-of-some-length}
        """;

    private final World world;
    private final TestDatabase database;

    ChannelPagesInAStormTest(TestDatabase database) {
        this.database = database;
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        world.team(TEAM);
    }

    @Test
    void inQuietTimesEachPageIsAPostOfItsOwnAtOnce() {
        for (int i = 1; i <= 5; i++) {
            world.alert(Checkout.MONITOR, Checkout.alert("disk " + i));
            assertThat(posts())
                    .singleElement()
                    .satisfies(post -> assertThat(post.at()).isEqualTo(world.now()));
        }
    }

    @Test
    void inAStormTheNextPostComesAMinuteAfterTheLastAndListsWhatWasHeldBack() {
        for (int i = 1; i <= 5; i++) world.alert(Checkout.MONITOR, Checkout.alert("disk " + i));
        assertThat(posts()).hasSize(5);
        var last = world.now();

        for (int i = 6; i <= 105; i += 10) {
            world.advance(Duration.ofSeconds(1));
            world.alerts(Checkout.MONITOR, alerts(i, i + 9));
        }
        assertThat(posts()).isEmpty();
        world.advanceTo(last.plusSeconds(59));
        assertThat(posts()).isEmpty();
        world.advanceTo(last.plusSeconds(90));

        assertThat(posts()).singleElement().satisfies(post -> {
            assertThat(post.at()).isEqualTo(last.plusSeconds(60));
            assertThat(post.message().purpose()).isEqualTo(Purpose.CHANNEL_PAGE);
            assertThat(post.text()).contains("100 incidents", "disk 6", "disk 25", "and 80 more");
            assertThat(post.message().card().buttons().getFirst().line())
                    .isEqualTo("ack "
                            + String.join(
                                    " ",
                                    IntStream.rangeClosed(6, 105)
                                            .mapToObj(Integer::toString)
                                            .toList()));
        });
    }

    @Test
    void aStormThatGoesOnHasOnePostAMinuteAndLeavesNothingOut() {
        var found = new ArrayList<Arrived>();
        for (int i = 1; i <= 60; i++) {
            world.alert(Checkout.MONITOR, Checkout.alert("disk " + i));
            world.advance(Duration.ofSeconds(3));
            found.addAll(posts());
        }
        world.advance(Duration.ofMinutes(2));
        found.addAll(posts());

        assertThat(found.subList(0, 5))
                .allSatisfy(post -> assertThat(post.text()).contains("Escalated to this channel"));
        var bundles = found.subList(5, found.size());
        for (int i = 0; i + 1 < bundles.size(); i++)
            assertThat(Duration.between(bundles.get(i).at(), bundles.get(i + 1).at()))
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        int told = bundles.stream()
                .mapToInt(post ->
                        post.message().card().buttons().getFirst().line().split(" ").length - 1)
                .sum();
        assertThat(5 + told).isEqualTo(60);
    }

    @Test
    void manyAtOnceAreOnePostFromTheBeginning() {
        world.alerts(Checkout.MONITOR, alerts(1, 200));
        world.advance(Duration.ofSeconds(5));

        assertThat(posts())
                .singleElement()
                .satisfies(post -> assertThat(post.text()).contains("200 incidents"));
    }

    @Test
    void nobodyCallsThemLate() {
        world.alerts(Checkout.MONITOR, alerts(1, 5));
        posts();
        world.alerts(Checkout.MONITOR, alerts(6, 8));
        world.advance(Duration.ofSeconds(50));

        var backlog = new BacklogStore(database.database().dsl());
        var before = world.now().minus(Duration.ofSeconds(30));
        assertThat(world.read(() -> backlog.latePages(before, 10))).isEmpty();
        assertThat(world.events(6)).noneMatch(event -> event instanceof IncidentEvent.PlacePageFailed);
        world.advance(Duration.ofSeconds(11));
        assertThat(posts()).hasSize(1);
    }

    @Test
    void whatIsTakenMeanwhileIsNotPosted() {
        world.alerts(Checkout.MONITOR, alerts(1, 5));
        posts();
        world.alerts(Checkout.MONITOR, alerts(6, 8));
        world.act("alice", 6, new IncidentAct.Acknowledge());
        world.advance(Duration.ofSeconds(90));

        assertThat(posts()).singleElement().satisfies(post -> {
            assertThat(post.text()).contains("2 incidents", "disk 7", "disk 8").doesNotContain("disk 6");
            assertThat(post.message().card().buttons()).containsExactly(Button.primary("Acknowledge all 2", "ack 7 8"));
        });
    }

    @Test
    void thePostFollowsItsIncidents() {
        world.alerts(Checkout.MONITOR, alerts(1, 6));
        world.advance(Duration.ofSeconds(2));
        posts();

        world.act("alice", 3, new IncidentAct.Acknowledge());
        world.advance(Duration.ofSeconds(5));

        assertThat(world.edits("war").getLast()).contains("5 nobody has, 1 taken");
        assertThat(world.edits("war")).noneMatch(text -> text.contains("You are paged"));
    }

    @Test
    void whileTheChatIsDownOnePostIsTriedForAllOfThem() {
        var again = new Outcome.Again(Duration.ZERO, FailureReason.SERVER, "it is down");
        world.carrier(ContactKind.SANDBOX)
                .answer("war", Collections.nCopies(6, again).toArray(Outcome[]::new));
        world.alerts(Checkout.MONITOR, alerts(1, 20));
        world.advance(Duration.ofMinutes(2));
        assertThat(posts())
                .hasSize(6 + 1)
                .allSatisfy(post -> assertThat(post.text()).contains("20 incidents"));
        world.pages();
    }

    private List<Arrived> posts() {
        return world.take(Purpose.CHANNEL_PAGE);
    }

    private static List<Alert> alerts(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> Checkout.alert("disk " + number))
                .toList();
    }
}
