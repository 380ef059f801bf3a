package dev.arke.slack.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.chat.ChannelTopic;
import dev.arke.chat.RoomAnswer;
import dev.arke.chat.Rooms;
import dev.arke.chat.Rooms.LeftOut;
import dev.arke.chat.Rooms.Made;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Identity;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.FakePeople.Person;
import dev.arke.testkit.slack.FakeSlack;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics, user groups and channels as Slack takes them. */
final class SlackRoomsTest {
    private static final ChannelAddress PAY = at("C0PAY");
    private static final Rooms.Spot SPOT = new Rooms.Spot(ContactKind.SLACK, FakeSlack.TEAM, Optional.of(at("C0PAY")));
    private static final UnaryOperator<String> ALICE = topic -> ChannelTopic.with(topic, "alice & <bob>");

    private final FakeSlack slack = FakeSlack.start();
    private final MovableInstants clock = new MovableInstants();
    private final SlackClient client = new SlackClient(slack.settings(), clock);
    private final SlackRooms rooms = new SlackRooms(client, new OwnApp(client, FakeSlack.TOKEN, clock), clock);

    @BeforeEach
    void aChannelAndPeople() {
        slack.rooms().channel("C0PAY", "payments");
        slack.people().add("U0ALICE", "alice");
        slack.people().add("U0BOB", "bob");
        slack.people().add(new Person("U0GUEST", "guest", "g@example.com", "UTC", Person.Kind.GUEST));
        slack.people().add(new Person("U0GONE", "gone", "o@example.com", "UTC", Person.Kind.DISABLED));
    }

    @AfterEach
    void close() {
        client.close();
        slack.close();
    }

    @Test
    void ourPartOfATopicIsWrittenOnceAndWhatOthersWroteStaysAsItIs() {
        slack.rooms().get("C0PAY").topic("R&amp;D, see <https://example.com|the wiki> &lt;3");
        var topic = "[On call: alice &amp; &lt;bob&gt;] R&amp;D, see <https://example.com|the wiki> &lt;3";

        assertThat(rooms.changeTopic(PAY, ALICE)).isEqualTo(new RoomAnswer.Done<>(topic));
        assertThat(rooms.changeTopic(PAY, ALICE)).isEqualTo(new RoomAnswer.Done<>(topic));

        assertThat(slack.rooms().get("C0PAY").topic()).isEqualTo(topic);
        assertThat(slack.calls("conversations.setTopic")).hasSize(1);
        rooms.changeTopic(PAY, ChannelTopic::without);
        assertThat(slack.rooms().get("C0PAY").topic()).isEqualTo("R&amp;D, see <https://example.com|the wiki> &lt;3");
    }

    @Test
    void aChannelWithoutTheBotSaysWhatToDo() {
        slack.rooms().get("C0PAY").leave(FakeSlack.BOT);
        slack.rooms().closed("C0HIDDEN", "hidden");
        slack.rooms().channel("C0OLD", "old");
        slack.rooms().archive("C0OLD");

        assertThat(sentence(rooms.changeTopic(PAY, ALICE))).contains("I am not in the channel. Invite me");
        assertThat(rooms.changeTopic(at("C0HIDDEN"), ALICE)).isInstanceOf(RoomAnswer.Gone.class);
        assertThat(rooms.changeTopic(at("C0OLD"), ALICE)).isEqualTo(new RoomAnswer.Gone<>("The channel is archived."));
        assertThat(sentence(rooms.changeTopic(at("payments"), ALICE))).contains("not the id of a Slack channel");
        assertThat(sentence(rooms.changeTopic(at("T0OTHER/C0PAY"), ALICE))).contains("not installed", "T0OTHER");
    }

    @Test
    void noMoreTopicsAMinuteAreAskedForThanSlackTakes() {
        for (int i = 0; i < 20; i++) {
            var words = "person " + i;
            assertThat(rooms.changeTopic(PAY, topic -> words)).isInstanceOf(RoomAnswer.Done.class);
        }

        assertThat(rooms.changeTopic(PAY, topic -> "one more"))
                .isInstanceOfSatisfying(
                        RoomAnswer.Again.class,
                        again -> assertThat(again.after()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3)));
        assertThat(slack.calls("conversations.setTopic")).hasSize(20);
        clock.advance(Duration.ofSeconds(3));
        assertThat(rooms.changeTopic(PAY, topic -> "one more")).isInstanceOf(RoomAnswer.Done.class);
    }

    @Test
    void whenSlackSaysNotNowItIsNotAskedBeforeThat() {
        slack.next("conversations.setTopic", Answer.limited(Duration.ofSeconds(30)));

        assertThat(again(rooms.changeTopic(PAY, ALICE))).isEqualTo(Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(20));
        assertThat(again(rooms.changeTopic(PAY, ALICE))).isEqualTo(Duration.ofSeconds(10));
        assertThat(slack.calls("conversations.setTopic")).hasSize(1);
        clock.advance(Duration.ofSeconds(10));
        assertThat(rooms.changeTopic(PAY, ALICE)).isInstanceOf(RoomAnswer.Done.class);
    }

    @Test
    void aSlackThatIsDownIsAskedAgain() {
        slack.always("*", Answer.status(503));
        assertThat(again(rooms.changeTopic(PAY, ALICE))).isEqualTo(Duration.ZERO);
        slack.working();
        clock.advance(Duration.ofSeconds(6));
        slack.next("conversations.info", Answer.error("token_revoked"));
        assertThat(again(rooms.changeTopic(PAY, ALICE))).isEqualTo(Duration.ZERO);
        slack.next("conversations.info", Answer.error("missing_scope"));
        assertThat(sentence(rooms.changeTopic(PAY, ALICE))).startsWith("The Slack app may not do this");
    }

    @Test
    void aGroupIsWhoIsOnCallWithoutWhomSlackDoesNotTake() {
        slack.groups().add("S0PAY", "oncall-payments", Set.of("U0ALICE"));
        var guest = person("guest", "U0GUEST");
        var gone = person("gone", "U0GONE");
        var elsewhere = new Rooms.Person(UUID.randomUUID(), "eve", List.of(account("T0OTHER", "U0EVE")));

        assertThat(rooms.setMembers(PAY, "oncall-payments", List.of(person("bob", "U0BOB"), guest, gone, elsewhere)))
                .isEqualTo(new RoomAnswer.Done<>(List.of(
                        new LeftOut(guest.responderId(), "is a guest"),
                        new LeftOut(gone.responderId(), "has a deactivated account"),
                        new LeftOut(elsewhere.responderId(), RoomPeople.NO_ACCOUNT))));
        assertThat(slack.groups().users("S0PAY")).containsExactly("U0BOB");

        assertThat(rooms.setMembers(PAY, "S0PAY", List.of(person("alice", "U0ALICE"))))
                .isEqualTo(new RoomAnswer.Done<>(List.of()));
        assertThat(slack.groups().users("S0PAY")).containsExactly("U0ALICE");
    }

    @Test
    void aGroupIsNeverEmptied() {
        slack.groups().add("S0PAY", "oncall-payments", Set.of("U0ALICE"));

        assertThat(rooms.setMembers(PAY, "S0PAY", List.of(person("guest", "U0GUEST"))))
                .isInstanceOfSatisfying(
                        RoomAnswer.Done.class,
                        done -> assertThat((List<?>) done.value()).hasSize(1));
        assertThat(slack.groups().users("S0PAY")).containsExactly("U0ALICE");
        assertThat(slack.calls("usergroups.users.update")).isEmpty();
    }

    @Test
    void whatIsWrongWithAGroupIsSaid() {
        slack.groups().add("S0OLD", "old", Set.of("U0ALICE"));
        slack.groups().disable("S0OLD");
        var bob = List.of(person("bob", "U0BOB"));

        assertThat(rooms.setMembers(PAY, "nobody-made-it", bob)).isInstanceOf(RoomAnswer.Gone.class);
        assertThat(rooms.setMembers(PAY, "S0NONE", bob)).isInstanceOf(RoomAnswer.Gone.class);
        assertThat(sentence(rooms.setMembers(PAY, "old", bob))).contains("disabled");
        slack.next("usergroups.users.update", Answer.error("permission_denied"));
        assertThat(sentence(rooms.setMembers(PAY, "S0OLD", bob))).contains("An owner of the workspace");
        slack.next("users.info", Answer.status(503));
        assertThat(again(rooms.setMembers(PAY, "S0OLD", bob))).isEqualTo(Duration.ZERO);
    }

    @Test
    void aRoomIsMadeOnceAlsoWhenTheAnswerWasLost() {
        slack.rooms().channel("C0X", "x");
        slack.rooms().channel("C0Y", "y");
        slack.next("conversations.create", new Answer.Lost());

        assertThat(again(rooms.create(SPOT, "inc-1-disk"))).isEqualTo(Duration.ZERO);
        assertThat(made(rooms.create(SPOT, "inc-1-disk")))
                .isEqualTo(new Made(
                        at("C0NEW1"),
                        "inc-1-disk",
                        Optional.of(URI.create("https://slack.com/app_redirect?team=T0TEAM&channel=C0NEW1"))));
        assertThat(slack.rooms().get("C0NEW1").open()).isTrue();
    }

    @Test
    void somebodyElsesChannelAndAnArchivedOneAreLeftAlone() {
        slack.rooms().channel("C0OTHER", "inc-1-disk");
        assertThat(made(rooms.create(SPOT, "inc-1-disk")).name()).isEqualTo("inc-1-disk-2");
        slack.rooms().archive("C0NEW1");
        assertThat(made(rooms.create(SPOT, "inc-1-disk")).name()).isEqualTo("inc-1-disk-3");
        assertThat(made(rooms.create(SPOT, "inc-1-disk")).name()).isEqualTo("inc-1-disk-3");
        var longest = "i".repeat(80);
        slack.rooms().channel("C0LONG", longest);
        assertThat(made(rooms.create(SPOT, longest)).name()).hasSize(80).endsWith("-2");
    }

    @Test
    void whatIsAskedForInPrivateStaysPrivate() {
        slack.rooms().closed("C0HIDDEN", "hidden");
        var spot = new Rooms.Spot(ContactKind.SLACK, FakeSlack.TEAM, Optional.of(at("C0HIDDEN")));

        assertThat(slack.rooms()
                        .get(made(rooms.create(spot, "inc-2")).channel().address())
                        .open())
                .isFalse();
    }

    @Test
    void peopleAreInvitedTogetherAndOneByOneWhereOneOfThemCannotBe() {
        var alice = person("alice", "U0ALICE");
        var bob = person("bob", "U0BOB");
        assertThat(rooms.invite(PAY, List.of(alice))).isEqualTo(new RoomAnswer.Done<>(List.of()));
        assertThat(slack.calls("conversations.invite")).hasSize(1);

        var gone = person("gone", "U0GONE");
        var nobody = person("nobody", "U0NOBODY");
        assertThat(rooms.invite(PAY, List.of(alice, bob, gone, nobody)))
                .isEqualTo(new RoomAnswer.Done<>(List.of(
                        new LeftOut(gone.responderId(), "has a deactivated account"),
                        new LeftOut(nobody.responderId(), "is not in this Slack workspace"))));
        assertThat(slack.rooms().get("C0PAY").members()).contains("U0ALICE", "U0BOB");
    }

    @Test
    void pinningAndArchivingMayBeRepeated() {
        var ref = "C0PAY:1700000000.000100";
        assertThat(rooms.pin(PAY, ref)).isEqualTo(RoomAnswer.done());
        assertThat(rooms.pin(PAY, ref)).isEqualTo(RoomAnswer.done());
        assertThat(slack.rooms().get("C0PAY").pins()).containsExactly("1700000000.000100");

        assertThat(rooms.archive(PAY)).isEqualTo(RoomAnswer.done());
        assertThat(rooms.archive(PAY)).isEqualTo(RoomAnswer.done());
        assertThat(slack.rooms().get("C0PAY").archived()).isTrue();
        assertThat(rooms.pin(PAY, ref)).isInstanceOf(RoomAnswer.Gone.class);
    }

    private static ChannelAddress at(String address) {
        return new ChannelAddress(ContactKind.SLACK, address);
    }

    private static Rooms.Person person(String name, String account) {
        return new Rooms.Person(
                UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8)), name, List.of(account("", account)));
    }

    private static Identity account(String tenant, String id) {
        return new Identity(ContactKind.SLACK, tenant, id, UUID.randomUUID());
    }

    private static Made made(RoomAnswer<Made> answer) {
        assertThat(answer).isInstanceOf(RoomAnswer.Done.class);
        return ((RoomAnswer.Done<Made>) answer).value();
    }

    private static Duration again(RoomAnswer<?> answer) {
        assertThat(answer).isInstanceOf(RoomAnswer.Again.class);
        return ((RoomAnswer.Again<?>) answer).after();
    }

    private static String sentence(RoomAnswer<?> answer) {
        assertThat(answer).isInstanceOf(RoomAnswer.NotAllowed.class);
        return ((RoomAnswer.NotAllowed<?>) answer).sentence();
    }
}
