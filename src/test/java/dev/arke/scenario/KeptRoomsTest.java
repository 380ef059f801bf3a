package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arke.alert.Priority;
import dev.arke.chat.ChannelLink.UserGroup;
import dev.arke.chat.LinkChange;
import dev.arke.chat.RoomAnswer;
import dev.arke.delivery.Message.Purpose;
import dev.arke.engine.room.LinkOutcome;
import dev.arke.engine.room.RoomSubject;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.By;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.FakeCarrier.Arrived;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics and user groups follow who is on call, and handoffs are announced, at their second and once. */
@EachDatabase
final class KeptRoomsTest {
    private static final String TEAM = """
        responders:
          - {name: alice, full_name: Alice Martin, sandbox: alice}
          - {name: bob, full_name: Bob Okafor, sandbox: bob}
          - {name: chen, full_name: Chen Wei, %s}
          - {name: dana, sandbox: dana}
        teams:
          - name: pay
            time_zone: UTC
            admins: [dana]
            rosters: {main: [alice, bob, chen]}
            rotations:
              - {name: daily, role: primary, roster: main, every: 1d, starting: 2026-01-01T09:00, strategy: round-robin}
        policies:
          - {name: pay, team: pay, steps: [{page: [primary of pay], wait: 5m}], last_resort: [dana]}
        services:
          - {name: pay, team: pay, policy: pay}
        integrations:
          - {name: monitor, service: pay, format: generic, key: a-key-of-some-length}
        """;
    private static final ChannelAddress STATUS = new ChannelAddress(ContactKind.SANDBOX, "status");
    private static final Optional<UserGroup> GROUP = Optional.of(new UserGroup("oncall-pay", "oncall-pay"));

    private final World world;
    private final List<Arrived> untold = new ArrayList<>();

    KeptRoomsTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        world.team(TEAM.formatted("sandbox: chen"));
        // One who stands in the rotation's first place has just come on call.
        world.advanceTo(Instant.parse("2026-01-13T12:00:00Z"));
    }

    @AfterEach
    void nothingElseCame() {
        assertThat(untold).isEmpty();
    }

    @Test
    void theTopicSaysWhoIsOnCallFromTheSecondOfTheHandoff() {
        world.rooms().topic("status", "Deploys on Monday");
        link(topic(true));
        assertThat(world.rooms().topic("status")).isEqualTo("[On call: Alice Martin] Deploys on Monday");
        world.rooms().take();

        world.advanceTo(Instant.parse("2026-01-14T08:59:59Z"));
        world.team(TEAM.formatted("sandbox: chen") + "admin_channel: {}\n");
        world.work();
        assertThat(world.rooms().take()).isEmpty();
        world.advance(Duration.ofSeconds(1));
        assertThat(world.rooms().take()).containsExactly("topic status");
        assertThat(world.rooms().topic("status")).isEqualTo("[On call: Bob Okafor] Deploys on Monday");

        link(topic(false));
        assertThat(world.rooms().topic("status")).isEqualTo("Deploys on Monday");
        world.rooms().take();
        world.advance(Duration.ofDays(2));
        assertThat(world.rooms().take()).isEmpty();
    }

    @Test
    void aChatThatCannotIsAskedAgainLaterAndOneThatMayNotIsToldToAdminsOnce() {
        world.rooms().answer("topic", new RoomAnswer.Again<>(Duration.ZERO, "It is down."));
        link(topic(true));
        assertThat(troubles()).containsExactly("The topic does not say who is on call now: It is down.");
        world.rooms().take();
        world.advance(Duration.ofSeconds(9));
        assertThat(world.rooms().take()).isEmpty();
        world.advance(Duration.ofSeconds(1));
        assertThat(world.rooms().topic("status")).isEqualTo("[On call: Alice Martin]");
        assertThat(troubles()).isEmpty();

        var no = new RoomAnswer.NotAllowed<>("Invite me to the channel.");
        world.rooms().answer("topic", no, no);
        world.advanceTo(Instant.parse("2026-01-14T09:00:00Z"));
        assertThat(told())
                .containsExactly("dana: The topic does not say who is on call now: Invite me to the channel.");
        world.advance(Duration.ofHours(7));
        assertThat(told()).isEmpty();
        world.advance(Duration.ofHours(6));
        assertThat(world.rooms().topic("status")).isEqualTo("[On call: Bob Okafor]");
        assertThat(troubles()).isEmpty();
    }

    @Test
    void aTopicWithoutRoomStaysAsItIs() {
        world.rooms().topic("status", "x".repeat(245));
        link(topic(true));

        assertThat(world.rooms().topic("status")).isEqualTo("x".repeat(245));
        assertThat(told()).containsExactly("dana: The topic leaves no room to say who is on call. Shorten it.");
    }

    @Test
    void theGroupIsWhoeverIsOnCallAndIsWrittenOnChangeOnly() {
        link(group(GROUP));
        assertThat(world.rooms().group("oncall-pay")).containsExactly("alice");
        world.rooms().take();

        world.advance(Duration.ofHours(12));
        assertThat(world.rooms().take()).isEmpty();
        world.advance(Duration.ofDays(1));
        assertThat(world.rooms().group("oncall-pay")).containsExactly("bob");
        assertThat(world.rooms().take()).containsExactly("group oncall-pay");
    }

    @Test
    void aGroupIsNeverEmptiedAndThoseItDoesNotTakeAreReportedOnce() {
        world.rooms().refuse(world.responder("bob"), "is a guest");
        link(group(GROUP));
        world.team(TEAM.formatted("email: chen@example.com"));
        world.advanceTo(Instant.parse("2026-01-14T09:00:00Z"));
        assertThat(told()).containsExactly("dana: Not everybody on call is in @oncall-pay: bob is a guest.");
        world.advanceTo(Instant.parse("2026-01-15T08:59:59Z"));
        assertThat(told()).isEmpty();

        world.rooms().take();
        world.advance(Duration.ofSeconds(1));
        assertThat(told())
                .containsExactly("dana: @oncall-pay stays as it is: chen has no sandbox account that I know of.");
        assertThat(world.rooms().take()).isEmpty();
        world.advance(Duration.ofHours(20));
        assertThat(told()).isEmpty();

        world.team(TEAM.formatted("sandbox: chen.wei"));
        world.work();
        assertThat(world.rooms().group("oncall-pay")).containsExactly("chen.wei");
        assertThat(troubles()).isEmpty();

        world.team(TEAM.formatted("sandbox: chen.wei").replaceAll("(?s)    rotations:.*(?=policies:)", ""));
        world.work();
        assertThat(world.rooms().group("oncall-pay")).containsExactly("chen.wei");
        assertThat(told()).containsExactly("dana: @oncall-pay stays as it is: nobody is on call for pay now.");
    }

    @Test
    void aHandoffIsAnnouncedAtItsSecondWithWhatIsOpen() {
        link(handoffs(true));
        world.alert("monitor", Shop.firing("disk full").toAlert());
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        world.pages();
        world.act("alice", 1, new IncidentAct.Acknowledge());
        world.advanceTo(Instant.parse("2026-01-14T08:59:59Z"));
        assertThat(told()).isEmpty();

        world.advance(Duration.ofSeconds(1));
        assertThat(world.take(Purpose.NOTICE)).singleElement().satisfies(notice -> {
            assertThat(notice.at()).isEqualTo(Instant.parse("2026-01-14T09:00:00Z"));
            assertThat(notice.message().address()).isEqualTo("status");
            assertThat(notice.text())
                    .startsWith("pay primary: bob is on call now until Thu 15 Jan 2026 09:00 UTC, after alice.")
                    .contains("#1 disk full (alice has it)");
        });
    }

    @Test
    void afterADowntimeOnlyTheLatestHandoffIsAnnounced() {
        link(handoffs(true));
        world.sleepUntil(Instant.parse("2026-01-15T10:00:00Z"));
        assertThat(told()).singleElement().asString().contains("chen is on call now", "after alice");

        world.sleepUntil(Instant.parse("2026-01-18T10:00:00Z"));
        assertThat(told()).as("three handoffs on, it is chen again").isEmpty();
    }

    @Test
    void twoNodesWriteOnceAndAChangeMeanwhileIsNotForgotten() throws Exception {
        var other = world.anotherNode();
        link(topic(true));
        world.rooms().take();
        world.clock().set(Instant.parse("2026-01-14T09:00:00Z"));
        Callable<Integer> here = () -> world.engine().rooms().keep().keepAllDue();
        Callable<Integer> there = () -> other.rooms().keep().keepAllDue();
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var kept : nodes.invokeAll(List.of(here, there))) kept.get();
        }
        assertThat(world.rooms().take()).containsExactly("topic status");

        world.clock().set(Instant.parse("2026-01-15T09:00:00Z"));
        world.rooms().during(() -> {
            world.rooms().during(() -> {});
            world.team(TEAM.formatted("sandbox: chen").replace("Chen Wei", "Chen W."));
            other.rooms().keep().keepAllDue();
        });
        world.work();
        assertThat(world.rooms().topic("status")).isEqualTo("[On call: Chen W.]");
    }

    @Test
    void whatACrashCutShortIsDoneOnceItsLeaseHasEnded() {
        link(topic(true));
        world.rooms().during(() -> {
            throw new AssertionError("the machine lost its power");
        });
        world.clock().set(Instant.parse("2026-01-14T09:00:00Z"));
        assertThatThrownBy(world::work).isInstanceOf(AssertionError.class);
        world.rooms().during(() -> {});
        world.rooms().take();

        world.advance(Duration.ofSeconds(59));
        assertThat(world.rooms().take()).isEmpty();
        world.advance(Duration.ofSeconds(1));
        assertThat(world.rooms().topic("status")).isEqualTo("[On call: Bob Okafor]");
    }

    private void link(LinkChange change) {
        var by = new By(world.person("dana"), "test");
        var team = world.read(() -> RoomSubject.of(
                world.engine().directory().current().teamNamed("pay").orElseThrow()));
        assertThat(world.engine().rooms().link().link(by, STATUS, team, change)).isInstanceOf(LinkOutcome.Linked.class);
        world.work();
        var notices = world.take(Purpose.NOTICE);
        assertThat(notices).filteredOn(KeptRoomsTest::isOfLink).hasSize(1);
        notices.stream().filter(notice -> !isOfLink(notice)).forEach(untold::add);
    }

    private static boolean isOfLink(Arrived notice) {
        return notice.message().card().summary().startsWith("dana ");
    }

    private List<String> told() {
        untold.addAll(world.take(Purpose.NOTICE));
        var told = untold.stream()
                .map(notice -> notice.message().address() + ": "
                        + notice.message().card().summary())
                .toList();
        untold.clear();
        return told;
    }

    private List<String> troubles() {
        var links =
                world.read(() -> world.engine().directory().current().channels().linksAt(STATUS));
        return world.engine().rooms().read().troubles(links);
    }

    private static LinkChange topic(boolean kept) {
        return change(Optional.of(kept), Optional.empty(), false);
    }

    private static LinkChange group(Optional<UserGroup> group) {
        return change(Optional.empty(), Optional.of(group), false);
    }

    private static LinkChange handoffs(boolean announced) {
        return change(Optional.empty(), Optional.empty(), announced);
    }

    private static LinkChange change(Optional<Boolean> topic, Optional<Optional<UserGroup>> group, boolean handoffs) {
        return new LinkChange(Optional.of(Priority.LOW), Optional.empty(), topic, group, Optional.of(handoffs));
    }
}
