package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.chat.ChannelLink.Timeline;
import dev.arke.chat.LinkChange;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.engine.room.ChannelNews;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Channels linked in chat show what their links say, beside the channels of the team file. */
@EachDatabase
final class LinkedChannelsTest {
    private static final ChannelAddress STATUS = new ChannelAddress(ContactKind.SANDBOX, "status");
    private static final ChannelAddress SHOP = new ChannelAddress(ContactKind.SANDBOX, "shop");
    private static final Outcome GONE = new Outcome.RecipientGone("It is archived. Unarchive it.");

    private final World world;

    LinkedChannelsTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aShop() {
        Shop.in(world);
    }

    @Test
    void aCardGoesToEveryChannelOnceAndOnlyFromThePriorityOfItsLink() {
        link(STATUS, team("shop"), min(Priority.HIGH));
        link(SHOP, team("shop"), LinkChange.NONE);
        link(SHOP, service("web"), LinkChange.NONE);

        world.alert("monitor", Shop.firing("disk full").toAlert());
        assertThat(channels(world.take(Purpose.CARD))).containsExactlyInAnyOrder("shop", "status");
        world.pages();
        world.alert("monitor", low("slow"));
        assertThat(channels(world.take(Purpose.CARD))).containsExactly("shop");
        world.pages();
    }

    @Test
    void aRaiseOfThePriorityBringsTheCardWhereItWasTooLow() {
        link(STATUS, team("shop"), min(Priority.HIGH));
        world.alert("monitor", low("slow"));
        assertThat(channels(world.take(Purpose.CARD))).containsExactly("shop");

        world.act("alice", 1, new IncidentAct.ChangePriority(Priority.MEDIUM));
        assertThat(world.take(Purpose.CARD)).isEmpty();
        world.act("alice", 1, new IncidentAct.ChangePriority(Priority.URGENT));
        assertThat(channels(world.take(Purpose.CARD))).containsExactly("status");
        world.act("alice", 1, new IncidentAct.ChangePriority(Priority.LOW));
        world.act("alice", 1, new IncidentAct.ChangePriority(Priority.HIGH));

        world.alert("monitor", Shop.firing("slow").toAlert());
        assertThat(world.take(Purpose.CARD)).isEmpty();
        world.pages();
    }

    @Test
    void aLinkToTheServiceCountsBeforeTheOneToItsTeamAndBeforeTheFile() {
        link(SHOP, team("shop"), min(Priority.URGENT));
        link(SHOP, service("shop"), min(Priority.LOW));

        world.alert("monitor", low("slow"));
        assertThat(channels(world.take(Purpose.CARD))).containsExactly("shop");
        world.alert(
                "monitor",
                Shop.firing("high is not urgent")
                        .labels(java.util.Map.of("team", "web"))
                        .priority(Optional.of(Priority.HIGH))
                        .toAlert());
        assertThat(world.take(Purpose.CARD)).isEmpty();
        world.pages();
    }

    @Test
    void aFlatChannelReadsChangesOfStateAsPostsOfTheirOwn() {
        link(STATUS, team("shop"), flat());
        world.alert("monitor", Shop.firing("disk full").toAlert());
        world.take(Purpose.CARD);
        world.pages();
        world.act("alice", 1, new IncidentAct.Acknowledge());
        world.advance(Duration.ofSeconds(5));
        world.act("alice", 1, new IncidentAct.Resolve("restarted"));
        world.advance(Duration.ofSeconds(5));

        var lines = world.threads();
        assertThat(to("status", lines))
                .allMatch(line -> line.message().thread().isEmpty())
                .extracting(Arrived::text)
                .satisfiesExactly(
                        taken -> assertThat(taken)
                                .contains("#1 disk full", "alice took it.")
                                .doesNotContain("Step 1"),
                        over -> assertThat(over).contains("Resolved by alice: restarted"));
        assertThat(to("shop", lines))
                .isNotEmpty()
                .allMatch(line -> line.message().thread().isPresent())
                .extracting(Arrived::text)
                .anyMatch(text -> text.contains("Step 1: paging alice."));
    }

    @Test
    void afterUnlinkingNothingNewComesAndTheOldCardIsStillEdited() {
        link(STATUS, team("shop"), LinkChange.NONE);
        Shop.firing("disk full");
        world.alert("monitor", Shop.firing("disk full").toAlert());
        assertThat(channels(world.take(Purpose.CARD))).contains("status");

        world.engine().rooms().link().unlink(by("dana"), STATUS, Optional.empty());
        world.work();
        assertThat(world.take(Purpose.NOTICE)).hasSize(1);
        world.act("alice", 1, new IncidentAct.Acknowledge());
        assertThat(world.edits("status")).hasSize(1);
        world.alert("monitor", Shop.firing("queue stuck").toAlert());
        assertThat(channels(world.take(Purpose.CARD))).containsExactly("shop");
        world.pages();
    }

    @Test
    void aChannelThatIsGoneIsToldToTheTeamsAdminsOnceADayUntilItWorksAgain() {
        link(STATUS, team("shop"), LinkChange.NONE);
        world.carrier(ContactKind.SANDBOX).answer("status", GONE, GONE);
        world.alert("monitor", Shop.firing("disk full").toAlert());
        world.take(Purpose.CARD);
        world.pages();
        var problem = problem(STATUS).orElseThrow();
        assertThat(problem).isEqualTo("It is archived. Unarchive it.");

        tell();
        assertThat(told())
                .containsExactly("dana: I cannot post in sandbox:status, so incidents are not shown there: It is"
                        + " archived. Unarchive it. Type link in the channel to see its links, or unlink to end them.");
        world.act("alice", 1, new IncidentAct.Snooze(world.now().plus(Duration.ofDays(2)), ""));
        world.advance(Duration.ofHours(23));
        tell();
        assertThat(told()).isEmpty();
        world.advance(Duration.ofHours(2));
        tell();
        assertThat(told()).hasSize(1);

        world.carrier(ContactKind.SANDBOX).working("status");
        world.act("alice", 1, new IncidentAct.Resolve(""));
        world.alert("monitor", Shop.firing("queue stuck").toAlert());
        world.take(Purpose.CARD);
        world.pages();
        assertThat(problem(STATUS)).isEmpty();
        world.act("alice", 2, new IncidentAct.Resolve(""));
        world.advance(Duration.ofDays(2));
        tell();
        assertThat(told()).isEmpty();
        world.pages();
    }

    @Test
    void newsOfTheChannelKeepTheLinkRight() {
        link(STATUS, team("shop"), LinkChange.NONE);
        hear(STATUS, new ChannelNews.Renamed("ops-status"));
        hear(STATUS, new ChannelNews.Archived());
        hear(STATUS, new ChannelNews.Archived());
        tell();
        assertThat(told()).singleElement().asString().startsWith("dana: I cannot post in #ops-status");
        hear(STATUS, new ChannelNews.Unarchived());
        assertThat(problem(STATUS)).isEmpty();
        hear(STATUS, new ChannelNews.Left());
        assertThat(problem(STATUS)).contains("I was removed from it. Invite me again.");
        hear(STATUS, new ChannelNews.Joined());
        assertThat(problem(STATUS)).isEmpty();

        var moved = new ChannelAddress(ContactKind.SANDBOX, "status-2");
        link(moved, team("shop"), LinkChange.NONE);
        hear(STATUS, new ChannelNews.Moved(moved));
        hear(STATUS, new ChannelNews.Moved(moved));
        assertThat(links()).containsExactly("sandbox:status-2");
        hear(moved, new ChannelNews.Deleted());
        assertThat(links()).isEmpty();
        assertThat(told()).singleElement().asString().contains("sandbox:status-2 was deleted");
        hear(SHOP, new ChannelNews.Deleted());
        assertThat(told()).singleElement().asString().contains("The team file still names it: change it there.");
        hear(new ChannelAddress(ContactKind.SANDBOX, "lunch"), new ChannelNews.Deleted());
    }

    @Test
    void twoWhoLinkAtTheSameTimeMakeOneLink() throws Exception {
        Callable<LinkOutcome> link =
                () -> world.engine().rooms().link().link(by("dana"), STATUS, team("shop"), LinkChange.NONE);
        var outcomes = new ArrayList<LinkOutcome>();
        try (var people = Executors.newFixedThreadPool(2)) {
            for (var answer : people.invokeAll(List.of(link, link))) outcomes.add(answer.get());
        }
        world.work();

        assertThat(outcomes)
                .hasAtLeastOneElementOfType(LinkOutcome.Linked.class)
                .hasAtLeastOneElementOfType(LinkOutcome.Already.class);
        assertThat(links()).hasSize(1);
        assertThat(world.take(Purpose.NOTICE)).hasSize(1);
    }

    private void link(ChannelAddress channel, RoomSubject subject, LinkChange change) {
        assertThat(world.engine().rooms().link().link(by("dana"), channel, subject, change))
                .isInstanceOf(LinkOutcome.Linked.class);
        world.work();
        assertThat(world.take(Purpose.NOTICE)).hasSize(1);
    }

    private void hear(ChannelAddress channel, ChannelNews news) {
        world.engine().rooms().hear().hear(channel, news);
        world.work();
    }

    private void tell() {
        world.engine().rooms().tellProblems().tellAllDue();
        world.work();
    }

    private List<String> told() {
        return world.take(Purpose.NOTICE).stream()
                .map(notice -> notice.message().address() + ": "
                        + notice.message().card().summary())
                .toList();
    }

    private By by(String person) {
        return new By(world.person(person), "test");
    }

    private RoomSubject team(String name) {
        return world.read(() -> RoomSubject.of(
                world.engine().directory().current().teamNamed(name).orElseThrow()));
    }

    private RoomSubject service(String name) {
        return world.read(() -> RoomSubject.of(
                world.engine().directory().current().serviceNamed(name).orElseThrow()));
    }

    private Optional<String> problem(ChannelAddress channel) {
        return world.engine()
                .rooms()
                .read()
                .read(channel)
                .flatMap(state -> state.problem().map(problem -> problem.words()));
    }

    private List<String> links() {
        return world.read(() -> world.engine().directory().current().channels().links().stream()
                .map(link -> link.channel().toString())
                .toList());
    }

    private static dev.arke.alert.Alert low(String what) {
        return Shop.firing(what).priority(Optional.of(Priority.LOW)).toAlert();
    }

    private static LinkChange min(Priority lowest) {
        return new LinkChange(
                Optional.of(lowest), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static LinkChange flat() {
        return new LinkChange(
                Optional.empty(), Optional.of(Timeline.FLAT), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static List<String> channels(List<Arrived> cards) {
        return cards.stream().map(card -> card.message().address()).toList();
    }

    private static List<Arrived> to(String address, List<Arrived> messages) {
        return messages.stream()
                .filter(one -> one.message().address().equals(address))
                .toList();
    }
}
