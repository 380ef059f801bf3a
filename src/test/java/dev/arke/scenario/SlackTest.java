package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Message.Purpose;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.slack.web.OwnApp;
import dev.arke.slack.web.SlackCarrier;
import dev.arke.slack.web.SlackClient;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.FakeChat.Posted;
import dev.arke.testkit.slack.FakePeople.Person;
import dev.arke.testkit.slack.FakeSlack;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incidents in Slack, over its Web API: what people see there, and what happens when Slack does not play along. */
@EachDatabase
final class SlackTest {
    private static final String TEAM = """
        responders:
          - {name: alice, slack: U0ALICE, email: alice@example.com, rules: {urgent: [{via: slack}, {via: email, after: 8m}]}}
          - {name: bob, slack: U0BOB, email: bob@example.com, rules: {urgent: [{via: slack}, {via: email, after: 8m}]}}
        teams:
          - {name: payments, time_zone: UTC, channels: {slack: C0PAY}, members: [alice, bob], admins: [bob]}
        policies:
          - name: standard
            team: payments
            rounds: 0
            steps:
              - {page: [alice], wait: 10m}
              - {page: [bob, "channel slack:C0PAY"], wait: 10m}
            last_resort: [bob]
        services:
          - {name: checkout, team: payments, policy: standard}
        integrations:
          - {name: monitor, service: checkout, format: generic, key: a-key-of-some-length}
        """;

    private final FakeSlack slack = FakeSlack.start();
    private final SlackClient client = new SlackClient(slack.settings(), new MovableInstants());
    private final World world;

    SlackTest(TestDatabase database) {
        world = new World(database, this::carriers, ContactKind.EMAIL);
    }

    private List<Carrier> carriers(InstantSource clock) {
        var app = new OwnApp(client, FakeSlack.TOKEN, clock);
        return List.of(new SlackCarrier(
                client,
                app,
                (id, team) ->
                        world.read(() -> world.engine().directory().current()).account(id, ContactKind.SLACK, team),
                clock));
    }

    @BeforeEach
    void aTeam() {
        slack.people().add("U0ALICE", "alice");
        slack.people().add("U0BOB", "bob");
        slack.rooms().channel("C0PAY", "payments");
        world.team(TEAM);
    }

    @AfterEach
    void close() {
        client.close();
        slack.close();
    }

    @Test
    void anIncidentIsOneMessageWithAThreadAndADirectMessageAndAllAreEdited() {
        world.alert("monitor", Checkout.alert("disk full"));
        world.advance(Duration.ofSeconds(5));

        assertThat(inChannel()).singleElement().satisfies(root -> {
            assertThat(root.words())
                    .contains("disk full", "Nobody has it yet", "Acknowledge")
                    .doesNotContain("<@");
            assertThat(slack.chat().repliesTo(root)).isNotEmpty();
        });
        assertThat(toAlice())
                .singleElement()
                .satisfies(page -> assertThat(page.words()).contains("<@U0ALICE>", "Acknowledge"));

        world.act("alice", 1, new IncidentAct.Acknowledge());
        world.advance(Duration.ofSeconds(5));

        assertThat(inChannel()).singleElement().satisfies(root -> {
            assertThat(root.edits()).isPositive();
            assertThat(root.words())
                    .contains("alice", "has had it since", "Resolve")
                    .doesNotContain("Acknowledge");
            assertThat(threadOf(root)).contains("alice");
        });
        assertThat(toAlice())
                .singleElement()
                .satisfies(page -> assertThat(page.words()).contains("You have it"));
        world.expectNothingElse();
    }

    @Test
    void eachStepIsANewMessageAndTheChannelIsPagedByName() {
        world.alert("monitor", Checkout.alert("disk full"));
        world.advance(Duration.ofMinutes(7));
        world.expectNothingElse();
        world.advance(Duration.ofMinutes(4));

        assertThat(slack.chat().in("D0BOB")).hasSize(1);
        assertThat(toAlice())
                .singleElement()
                .satisfies(page -> assertThat(page.edits()).isPositive());
        assertThat(inChannel()).hasSize(2);
        assertThat(inChannel().getLast().words()).contains("Escalated to this channel", "<@U0BOB>");
        assertThat(mailed()).containsExactly("alice@example.com");
    }

    @Test
    void aLimitOnEditsMakesOneOfManyAndHoldsUpNoPage() {
        world.alert("monitor", Checkout.alert("disk full"));
        world.advance(Duration.ofSeconds(10));
        int editsOfRoot = inChannel().getFirst().edits();
        int calls = slack.calls("chat.update").size();
        slack.always("chat.update", Answer.limited(Duration.ofSeconds(30)));
        world.act("alice", 1, new IncidentAct.Acknowledge());
        assertThat(slack.calls("chat.update")).hasSizeGreaterThan(calls);
        slack.working();
        calls = slack.calls("chat.update").size();

        for (var priority : List.of(Priority.LOW, Priority.HIGH, Priority.MEDIUM, Priority.URGENT)) {
            world.act("alice", 1, new IncidentAct.ChangePriority(priority));
            world.advance(Duration.ofSeconds(2));
        }
        world.alert("monitor", Checkout.alert("another disk full"));

        assertThat(toAlice()).as("the new page is there at once").hasSize(2);
        assertThat(slack.calls("chat.update")).as("Slack asked for silence").hasSize(calls);
        world.advance(Duration.ofSeconds(60));
        assertThat(inChannel().getFirst().words()).contains("has had it since");
        assertThat(inChannel().getFirst().edits())
                .as("one edit for all that changed meanwhile")
                .isEqualTo(editsOfRoot + 1);
    }

    @Test
    void whileSlackIsDownPagesGoByMailAndDirectMessagesFlowWhenItIsBackNoneTwice() {
        slack.always("*", new Answer.HangUp());
        world.alert("monitor", Checkout.alert("disk full"));
        world.advance(Duration.ofMinutes(1));

        assertThat(mailed()).as("half a minute is enough").containsExactly("alice@example.com");
        world.advance(Duration.ofMinutes(10));
        assertThat(mailed()).contains("bob@example.com");
        assertThat(slack.chat().all()).isEmpty();

        slack.working();
        world.advance(Duration.ofMinutes(1));
        assertThat(toAlice()).as("pages come first").hasSize(1);
        assertThat(slack.chat().in("D0BOB")).hasSize(1);
        world.advance(Duration.ofMinutes(5));

        assertThat(toAlice()).hasSize(1);
        assertThat(slack.chat().in("D0BOB")).hasSize(1);
        assertThat(inChannel()).as("the card, and the page of the channel").hasSize(2);
    }

    @Test
    void aPageWhoseAnswerGetsLostComesOnce() {
        slack.next("chat.postMessage", new Answer.Lost(), new Answer.Lost());
        world.alert("monitor", Checkout.alert("disk full"));
        world.advance(Duration.ofMinutes(1));

        assertThat(toAlice()).hasSize(1);
    }

    @Test
    void whatSlackDoesNotTakeComesAsPlainText() {
        slack.next("chat.postMessage", Answer.error("invalid_blocks"), Answer.error("invalid_blocks"));

        world.alert("monitor", Checkout.alert("disk full"));
        world.advance(Duration.ofSeconds(1));

        assertThat(toAlice()).singleElement().satisfies(page -> {
            assertThat(page.blocks()).isEmpty();
            assertThat(page.text()).contains("disk full", "Acknowledge: ack 1");
        });
        assertThat(inChannel())
                .singleElement()
                .satisfies(card -> assertThat(card.blocks()).isEmpty());
    }

    @Test
    void aRevokedTokenIsNobodysFaultAndTheNextMethodFiresAtOnce() {
        slack.always("chat.postMessage", Answer.error("token_revoked"));
        world.alert("monitor", Checkout.alert("disk full"));

        assertThat(mailed()).containsExactly("alice@example.com");
        assertThat(methods("alice")).allMatch(ContactMethod::isAlive);

        slack.working();
        world.advance(Duration.ofMinutes(2));
        assertThat(toAlice()).hasSize(1);
    }

    @Test
    void whoLeftTheWorkspaceIsReachedByTheNextMethodAtOnce() {
        slack.people().add(new Person("U0ALICE", "alice", "alice@example.com", "Europe/Paris", Person.Kind.DISABLED));

        world.alert("monitor", Checkout.alert("disk full"));

        assertThat(mailed()).containsExactly("alice@example.com");
        assertThat(world.take(Purpose.NOTICE))
                .extracting(arrived -> arrived.message().address())
                .containsExactly("alice@example.com");
        assertThat(methods("alice"))
                .filteredOn(method -> method.kind() == ContactKind.SLACK)
                .noneMatch(ContactMethod::isAlive);
    }

    private List<Posted> inChannel() {
        return slack.chat().in("C0PAY");
    }

    private List<Posted> toAlice() {
        return slack.chat().in("D0ALICE");
    }

    private String threadOf(Posted root) {
        return slack.chat().repliesTo(root).toString();
    }

    private List<String> mailed() {
        return world.pages();
    }

    private List<ContactMethod> methods(String name) {
        return world.read(() -> world.engine().directory().current())
                .responder(world.responder(name))
                .methods();
    }
}
