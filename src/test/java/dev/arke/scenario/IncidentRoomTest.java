package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arke.chat.RoomAnswer;
import dev.arke.chat.Rooms;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.engine.room.ChannelNews;
import dev.arke.engine.room.OpenOutcome;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.Actor;
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
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A channel of its own for an incident: made once, people invited, card pinned, and what happens is told there. */
@EachDatabase
final class IncidentRoomTest {
    private static final String ROOM = "inc-1-disk-full";
    private static final Rooms.Spot SPOT = new Rooms.Spot(ContactKind.SANDBOX, "sandbox", Optional.empty());

    private final World world;

    IncidentRoomTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void anIncident() {
        Shop.in(world);
        Shop.incident(world, "disk full");
    }

    @Test
    void theRoomIsMadePeopleAreInvitedAndTheCardIsPinned() {
        assertThat(open("chen")).isInstanceOfSatisfying(OpenOutcome.Open.class, opened -> {
            assertThat(opened.fresh()).isTrue();
            assertThat(opened.room().name()).isEqualTo(ROOM);
        });
        world.work();
        var card = world.take(Purpose.CARD);
        world.advance(Duration.ofSeconds(5));

        assertThat(card)
                .singleElement()
                .satisfies(posted -> assertThat(posted.message().address()).isEqualTo(ROOM));
        assertThat(world.rooms().take())
                .containsExactly(
                        "create " + ROOM,
                        "invite " + ROOM + " alice,chen",
                        "topic " + ROOM,
                        "pin " + ROOM + " "
                                + ((Outcome.Delivered) card.getFirst().outcome()).messageRef());
        assertThat(world.rooms().topic(ROOM)).isEqualTo("#1 shop: disk full");
        assertThat(world.edits("shop")).anyMatch(text -> text.contains("Room: #" + ROOM));
        assertThat(posts(ROOM))
                .singleElement()
                .asString()
                .contains("Step 1: paging alice.", "delivered to alice", "chen opened the room #" + ROOM + ".");
    }

    @Test
    void whatHappensIsToldInTheRoomAndWhoComesLaterIsInvited() {
        open("alice");
        settle();
        world.rooms().take();
        world.threads();

        world.act("alice", 1, new IncidentAct.AddResponders(Set.of(world.responder("dana"), world.responder("bob"))));
        world.act("bob", 1, new IncidentAct.Acknowledge());
        settle();
        assertThat(world.rooms().invited(ROOM)).containsExactly("alice", "bob", "dana");
        world.act("bob", 1, new IncidentAct.Resolve("restarted"));
        settle();

        assertThat(posts(ROOM))
                .hasSizeLessThanOrEqualTo(4)
                .satisfies(posts -> assertThat(String.join("\n", posts))
                        .contains("delivered to bob", "delivered to dana", "bob took it.", "Resolved by bob: restarted")
                        .doesNotContain("disk full"));
        assertThat(world.pages()).containsExactlyInAnyOrder("bob", "dana");
        assertThat(world.rooms().take()).containsExactly("invite " + ROOM + " bob,dana");
    }

    @Test
    void whomItCannotInviteItSays() {
        world.rooms().refuse(world.responder("alice"), "is a guest");
        open("chen");
        settle();

        assertThat(world.take(Purpose.NOTICE))
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).isEqualTo("I could not invite alice (is a guest)."));
    }

    @Test
    void twoWhoAskAtTheSameTimeGetOneRoom() throws Exception {
        Callable<OpenOutcome> alice = () -> open("alice");
        Callable<OpenOutcome> bob = () -> open("bob");
        var outcomes = new ArrayList<OpenOutcome>();
        try (var people = Executors.newFixedThreadPool(2)) {
            for (var answer : people.invokeAll(List.of(alice, bob))) outcomes.add(answer.get());
        }
        settle();

        assertThat(world.rooms().take())
                .filteredOn(call -> call.startsWith("create"))
                .hasSize(1);
        assertThat(outcomes)
                .allMatch(outcome -> outcome instanceof OpenOutcome.Open || outcome instanceof OpenOutcome.Opening);
        assertThat(open("bob"))
                .isInstanceOfSatisfying(
                        OpenOutcome.Open.class,
                        there -> assertThat(there.fresh()).isFalse());
    }

    @Test
    void aChatThatCannotNowIsAskedAgainByItself() {
        world.rooms().answer("create", new RoomAnswer.Again<>(Duration.ofSeconds(30), "It is too busy."));

        assertThat(open("alice"))
                .isInstanceOfSatisfying(
                        OpenOutcome.Opening.class,
                        opening -> assertThat(opening.room().problem()).contains("It is too busy."));
        world.advance(Duration.ofSeconds(29));
        assertThat(world.take(Purpose.CARD)).isEmpty();
        world.advance(Duration.ofSeconds(5));
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    @Test
    void aRefusalIsSaidAndTheNextOneToAskTriesAgain() {
        world.rooms().answer("create", new RoomAnswer.NotAllowed<>("Only admins may make channels."));
        world.rooms().answer("pin", new RoomAnswer.NotAllowed<>("I may not pin."));

        assertThat(open("alice")).isEqualTo(new OpenOutcome.NotMade("Only admins may make channels."));
        assertThat(open("alice")).isInstanceOf(OpenOutcome.Open.class);
        settle();
    }

    @Test
    void aRestartGoesOnWhereItWas() {
        world.rooms().during(() -> {
            if (world.rooms().take().contains("invite " + ROOM + " alice"))
                throw new AssertionError("the machine lost its power");
        });
        assertThatThrownBy(() -> open("alice")).isInstanceOf(AssertionError.class);
        world.rooms().during(() -> {});
        settle();
        assertThat(world.rooms().take()).isEmpty();

        world.advance(Duration.ofMinutes(1));
        settle();
        assertThat(world.rooms().take())
                .startsWith("invite " + ROOM + " alice", "topic " + ROOM)
                .noneMatch(call -> call.startsWith("create"));
    }

    @Test
    void anArchivedRoomMayBeFollowedByAnother() {
        open("alice");
        settle();
        assertThat(archive("alice")).isEqualTo(new OpenOutcome.Archived(ROOM));
        assertThat(archive("alice")).isEqualTo(new OpenOutcome.NoRoom());
        open("alice");
        settle();
        assertThat(world.rooms().take())
                .filteredOn(call -> call.startsWith("create"))
                .hasSize(2);
        world.engine().rooms().hear().hear(new ChannelAddress(ContactKind.SANDBOX, ROOM), new ChannelNews.Deleted());
        assertThat(archive("alice")).isEqualTo(new OpenOutcome.NoRoom());
    }

    @Test
    void onlyRespondersOpenRoomsAndOnlyOfIncidentsThatAre() {
        var stranger = new Actor.Unlinked(ContactKind.SANDBOX, "sandbox", "hana", "Hana");
        assertThat(world.engine().rooms().open().open(new By(stranger, "test"), 1, SPOT))
                .isInstanceOf(OpenOutcome.Refused.class);
        assertThat(world.engine().rooms().open().open(new By(world.person("alice"), "test"), 99, SPOT))
                .isEqualTo(new OpenOutcome.Unknown());
        assertThat(world.rooms().take()).isEmpty();
    }

    private OpenOutcome open(String who) {
        return world.engine().rooms().open().open(new By(world.person(who), "test"), 1, SPOT);
    }

    private OpenOutcome archive(String who) {
        return world.engine().rooms().open().archive(new By(world.person(who), "test"), 1);
    }

    /** The card is posted in the room, and what waits for that is done. */
    private void settle() {
        world.work();
        world.advance(Duration.ofSeconds(5));
        world.take(Purpose.CARD);
    }

    private List<String> posts(String channel) {
        return world.threads().stream()
                .filter(line -> line.message().address().equals(channel))
                .map(Arrived::text)
                .toList();
    }
}
