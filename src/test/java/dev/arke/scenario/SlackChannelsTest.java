package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.boot.Conversation;
import dev.arke.card.Reply;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.chat.Rooms;
import dev.arke.delivery.Carrier;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Place;
import dev.arke.engine.room.ChannelNews;
import dev.arke.engine.room.OpenOutcome;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.By;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.slack.web.OwnApp;
import dev.arke.slack.web.SlackCarrier;
import dev.arke.slack.web.SlackClient;
import dev.arke.slack.web.SlackRooms;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.FakePeople.Person;
import dev.arke.testkit.slack.FakeSlack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links, topics, user groups and incident rooms, as they look in Slack. */
@EachDatabase
final class SlackChannelsTest {
    private static final String TEAM = """
        responders:
          - {name: alice, full_name: Alice Martin, slack: U0ALICE}
          - {name: bob, full_name: Bob Okafor, slack: U0BOB}
          - {name: chen, full_name: Chen Wei, slack: U0CHEN}
          - {name: dana, slack: U0DANA}
        teams:
          - name: pay
            time_zone: UTC
            channels: {slack: C0PAY}
            admins: [dana]
            rosters: {main: [alice, bob, chen]}
            rotations:
              - {name: daily, role: primary, roster: main, every: 1d, starting: 2026-01-01T09:00, strategy: round-robin}
        policies:
          - {name: pay, team: pay, steps: [{page: [primary of pay], wait: 30m}], last_resort: [dana]}
        services:
          - {name: checkout, team: pay, policy: pay}
        integrations:
          - {name: monitor, service: checkout, format: generic, key: a-key-of-some-length}
        """;
    private static final ChannelAddress STATUS = new ChannelAddress(ContactKind.SLACK, "C0STATUS");
    private static final String ROOM = "C0NEW1";

    private final FakeSlack slack = FakeSlack.start();
    private final SlackClient client = new SlackClient(slack.settings(), new MovableInstants());
    private final World world;

    SlackChannelsTest(TestDatabase database) {
        world = new World(database, this::carriers, this::rooms, ContactKind.EMAIL);
    }

    private List<Carrier> carriers(InstantSource clock) {
        return List.of(new SlackCarrier(
                client, new OwnApp(client, FakeSlack.TOKEN, clock), (id, team) -> Optional.empty(), clock));
    }

    private List<Rooms> rooms(InstantSource clock) {
        return List.of(new SlackRooms(client, new OwnApp(client, FakeSlack.TOKEN, clock), clock));
    }

    @BeforeEach
    void aTeam() {
        for (var name : List.of("alice", "bob", "dana")) slack.people().add("U0" + name.toUpperCase(Locale.ROOT), name);
        slack.people().add(new Person("U0CHEN", "chen", "c@example.com", "UTC", Person.Kind.GUEST));
        slack.rooms().channel("C0PAY", "payments");
        slack.rooms().channel("C0STATUS", "status").topic("Deploys on <https://example.com|Monday>");
        slack.groups().add("S0PAY", "oncall-pay", Set.of("U0DANA"));
        world.team(TEAM);
        // Alice, who stands in the rotation's first place, has been on call since nine.
        world.advanceTo(Instant.parse("2026-01-13T12:00:00Z"));
    }

    @AfterEach
    void close() {
        client.close();
        slack.close();
    }

    @Test
    void topicAndGroupFollowTheHandoffAndAreWrittenOnlyThen() {
        say("link pay topic group @oncall-pay");
        world.advance(Duration.ofHours(1));

        assertThat(topic()).isEqualTo("[On call: Alice Martin] Deploys on <https://example.com|Monday>");
        assertThat(slack.groups().users("S0PAY")).containsExactly("U0ALICE");
        assertThat(slack.chat().in("C0STATUS"))
                .singleElement()
                .satisfies(line -> assertThat(line.words()).contains("dana", "linked"));

        world.advanceTo(Instant.parse("2026-01-14T08:59:59Z"));
        assertThat(slack.groups().users("S0PAY")).containsExactly("U0ALICE");
        world.advance(Duration.ofSeconds(1));
        assertThat(topic()).isEqualTo("[On call: Bob Okafor] Deploys on <https://example.com|Monday>");
        assertThat(slack.groups().users("S0PAY")).containsExactly("U0BOB");
        assertThat(slack.chat().in("C0STATUS").getLast().words()).contains("bob is on call now");

        world.advanceTo(Instant.parse("2026-01-14T20:00:00Z"));
        assertThat(slack.calls("conversations.setTopic")).hasSize(2);
        assertThat(slack.calls("usergroups.users.update")).hasSize(2);
    }

    @Test
    void aGuestOnCallLeavesTheGroupAsItIsAndTheTeamsAdminsAreToldOnce() {
        say("link pay no handoffs group <!subteam^S0PAY|@oncall-pay>");
        world.advanceTo(Instant.parse("2026-01-14T12:00:00Z"));
        int before = slack.chat().in("D0DANA").size();

        world.advanceTo(Instant.parse("2026-01-15T18:00:00Z"));
        assertThat(slack.groups().users("S0PAY")).containsExactly("U0BOB");
        assertThat(slack.chat().in("D0DANA")).hasSize(before + 1);
        assertThat(slack.chat().in("D0DANA").getLast().words())
                .contains("Not everybody on call is in @oncall-pay: chen is a guest.");
    }

    @Test
    void afterUnlinkingOurPartOfTheTopicIsGone() {
        say("link pay topic");
        world.advance(Duration.ofMinutes(1));
        say("unlink");
        world.advance(Duration.ofMinutes(1));

        assertThat(topic()).isEqualTo("Deploys on <https://example.com|Monday>");
        int posts = slack.chat().in("C0STATUS").size();
        world.alert("monitor", Checkout.alert("disk full"));
        world.advance(Duration.ofSeconds(5));
        assertThat(slack.chat().in("C0STATUS")).hasSize(posts);
        assertThat(slack.chat().in("C0PAY")).isNotEmpty();
    }

    @Test
    void aChannelThatWasArchivedIsToldOnceAndShowsIncidentsAgainWhenItIsBack() {
        say("link pay no handoffs");
        world.advance(Duration.ofSeconds(5));
        int told = slack.chat().in("D0DANA").size();
        slack.rooms().archive("C0STATUS");
        world.engine().rooms().hear().hear(STATUS, new ChannelNews.Archived());
        tellProblems();
        tellProblems();

        assertThat(slack.chat().in("D0DANA")).hasSize(told + 1);
        assertThat(slack.chat().in("D0DANA").getLast().words()).contains("It is archived.");
        world.engine().rooms().hear().hear(STATUS, new ChannelNews.Unarchived());
        world.advance(Duration.ofDays(2));
        tellProblems();
        assertThat(slack.chat().in("D0DANA")).hasSize(told + 1);
    }

    @Test
    void anIncidentGetsARoomWithItsPeopleItsCardPinnedAndWhatHappens() {
        slack.next("conversations.create", new Answer.Lost());
        world.alert("monitor", Checkout.alert("disk & <!channel> full"));
        world.advance(Duration.ofSeconds(5));

        assertThat(open()).isInstanceOf(OpenOutcome.Opening.class);
        world.advance(Duration.ofMinutes(1));

        var room = slack.rooms().get(ROOM);
        assertThat(room.name()).startsWith("inc-1-disk");
        assertThat(room.members()).containsExactlyInAnyOrder(FakeSlack.BOT, "U0ALICE", "U0DANA");
        assertThat(room.topic()).isEqualTo("#1 checkout: disk &amp; &lt;!channel&gt; full");
        var card = slack.chat().in(ROOM).stream()
                .filter(message -> message.words().contains("Acknowledge"))
                .findFirst()
                .orElseThrow();
        assertThat(room.pins()).containsExactly(card.ts());
        assertThat(slack.chat().in("C0PAY").getFirst().words()).contains("#" + room.name());
        assertThat(slack.calls("conversations.create")).hasSize(2);

        world.act("alice", 1, new IncidentAct.Resolve("freed some space"));
        world.advance(Duration.ofSeconds(10));
        assertThat(slack.chat().in(ROOM).getLast().words()).contains("Resolved by alice: freed some space");
        assertThat(world.engine().rooms().open().archive(dana(), 1)).isInstanceOf(OpenOutcome.Archived.class);
        assertThat(room.archived()).isTrue();
    }

    private void tellProblems() {
        world.engine().rooms().tellProblems().tellAllDue();
        world.advance(Duration.ofSeconds(5));
    }

    private OpenOutcome open() {
        var spot = new Rooms.Spot(
                ContactKind.SLACK, FakeSlack.TEAM, Optional.of(new ChannelAddress(ContactKind.SLACK, "C0PAY")));
        return world.engine().rooms().open().open(dana(), 1, spot);
    }

    /** Dana types this in the channel. */
    private void say(String line) {
        var asker = new Asker(ContactKind.SLACK, FakeSlack.TEAM, "U0DANA", "dana", ZoneOffset.UTC, Asker.Kind.MEMBER);
        var place =
                new Place(new Bot(FakeSlack.BOT, "Arke", "/oncall"), Optional.of(STATUS), Optional.empty(), Map.of());
        assertThat(Conversation.with(world.engine()).answer(asker, place, line))
                .isInstanceOfSatisfying(
                        Reply.Private.class,
                        reply -> assertThat(reply.card().summary())
                                .containsAnyOf("shows team pay now", "is not linked to team pay any more"));
        world.work();
    }

    private By dana() {
        return new By(world.person("dana"), "test");
    }

    private String topic() {
        return slack.rooms().get("C0STATUS").topic();
    }
}
