package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static dev.arke.scenario.TeamsOffice.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.boot.Conversation;
import dev.arke.card.Reply;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Place;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.slack.web.OwnApp;
import dev.arke.slack.web.SlackCarrier;
import dev.arke.slack.web.SlackClient;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.FakeSlack;
import dev.arke.testkit.teams.Planned;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One incident in a channel of Slack and one of Teams, with people who prefer either: one state, and all copies true. */
@EachDatabase
final class SlackAndTeamsTest {
    private final TestDatabase database;
    private final MovableInstants clock = new MovableInstants();
    private final FakeSlack slack = FakeSlack.start();
    private final SlackClient client = new SlackClient(slack.settings(), clock);
    private TeamsOffice office;

    SlackAndTeamsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        slack.people().add("U0BOB", "bob");
        slack.rooms().channel("C0PAY", "payments");
        var app = new OwnApp(client, FakeSlack.TOKEN, clock);
        office = new TeamsOffice(
                database, List.of(new SlackCarrier(client, app, (id, team) -> Optional.empty(), clock)));
        office.change("b@mail.test,", "b@mail.test, slack: U0BOB,");
        office.change("channels: {", "channels: {slack: C0PAY, ");
        office.install();
    }

    @AfterEach
    void close() {
        office.close();
        client.close();
        slack.close();
    }

    @Test
    void whoTakesItInTeamsHasItInSlackAndTheOtherWayRound() {
        var first = office.incident();
        assertThat(inSlack(0)).contains("all red", "Acknowledge");

        office.click(ALICE, first, "Acknowledge");
        office.advance(Duration.ofSeconds(5));

        assertThat(inSlack(0)).contains("alice", "has had it since").doesNotContain("Acknowledge");
        office.incident();
        inSlackTypes("ack 2");
        office.advance(Duration.ofSeconds(5));

        assertThat(office.incident(2)).isInstanceOf(Incident.Acknowledged.class);
        assertThat(office.teams.roots(ROOM).getLast().words()).contains("bob", "has had it since");
        assertThat(inSlack(1)).contains("bob", "has had it since");
    }

    @Test
    void theTimelineSaysInWhichChatEachDidWhatTheyDid() {
        var first = office.incident();
        office.click(ALICE, first, "Acknowledge");
        inSlackTypes("note 1 looking at it");
        inSlackTypes("resolve 1");
        office.advance(Duration.ofSeconds(5));

        assertThat(office.timeline(1))
                .filteredOn(entry -> entry.via().isPresent())
                .extracting(entry -> entry.via().get())
                .containsExactly(ContactKind.TEAMS, ContactKind.TEAMS, ContactKind.SLACK, ContactKind.SLACK);
        assertThat(threadInSlack())
                .contains("alice (Teams) took it.", "bob (Slack): looking at it", "Resolved by bob (Slack).");
        assertThat(office.teams.all().stream()
                        .map(post -> post.words())
                        .toList()
                        .toString())
                .contains("alice (Teams) took it.", "bob (Slack): looking at it");
    }

    @Test
    void bothAtOnceOneHasItAndTheOtherHearsWho() throws Exception {
        var first = office.incident();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = List.of(
                    threads.submit(
                            () -> office.click(ALICE, first, "Acknowledge").status()),
                    threads.submit(() -> inSlack("ack 1")));
            for (var one : both) one.get();
        }
        office.advance(Duration.ofSeconds(5));

        var taken = (Incident.Acknowledged) office.incident(1);
        var acks = office.timeline(1).stream()
                .filter(entry -> entry.event() instanceof IncidentEvent.Acknowledged)
                .toList();
        assertThat(acks).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(taken.owner().kept());
            assertThat(entry.via())
                    .contains(entry.actor().equals("person:alice") ? ContactKind.TEAMS : ContactKind.SLACK);
        });
        var owner = taken.owner().label();
        assertThat(inSlack(0)).contains(owner, "has had it since").doesNotContain("Acknowledge");
        assertThat(office.teams.roots(ROOM).getLast().words()).contains(owner, "has had it since");
    }

    @Test
    void whileTeamsIsDownSlackCarriesOnAndSaysSo() {
        office.teams.always(Planned.status(503));
        inSlackTypes("page checkout \"all red\"");
        pass(Duration.ofSeconds(40));

        assertThat(inSlack(0)).contains("all red", "Acknowledge");
        assertThat(threadInSlack()).contains("Page to alice by Teams did not arrive (server)");
        assertThat(office.mail.take())
                .as("the next way at once")
                .anySatisfy(arrived -> assertThat(arrived.message().address()).isEqualTo("a@mail.test"));
        assertThat(office.teams.all())
                .filteredOn(post -> post.words().contains("all red"))
                .isEmpty();

        office.teams.working();
        pass(Duration.ofMinutes(1));
        assertThat(office.next(ALICE, 0).words()).contains("all red");
        assertThat(office.teams.roots(ROOM)).hasSize(1);
    }

    @Test
    void whileSlackIsDownTeamsCarriesOnAndSaysSo() {
        office.change("{page: [alice], wait: 10m}", "{page: [alice, bob], wait: 10m}");
        office.change("slack: U0BOB, rules: {urgent: [{via: teams}", "slack: U0BOB, rules: {urgent: [{via: slack}");
        for (var method : List.of("chat.postMessage", "chat.update", "conversations.open"))
            slack.always(method, Answer.status(503));
        var first = office.incident();
        pass(Duration.ofSeconds(40));

        assertThat(office.next(ALICE, 0).words()).contains("all red");
        assertThat(office.teams.repliesTo(first))
                .anySatisfy(line -> assertThat(line.words().replace("\n", ""))
                        .contains("Page to bob by Slack did not arrive (server)"));
        assertThat(office.teams.to(BOB))
                .as("the next way at once")
                .anySatisfy(page -> assertThat(page.words()).contains("all red", "Acknowledge"));
        office.click(ALICE, first, "Acknowledge");
        assertThat(office.incident(1)).isInstanceOf(Incident.Acknowledged.class);
        assertThat(slack.chat().in("C0PAY")).isEmpty();

        slack.working();
        pass(Duration.ofMinutes(2));
        assertThat(slack.chat().in("C0PAY"))
                .filteredOn(post -> post.words().contains("has had it since"))
                .singleElement()
                .satisfies(post -> assertThat(post.words()).contains("alice").doesNotContain("Acknowledge"));
    }

    private void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) office.advance(Duration.ofSeconds(1));
    }

    private String threadInSlack() {
        return slack.chat().repliesTo(slack.chat().in("C0PAY").getFirst()).stream()
                .map(posted -> posted.words())
                .collect(Collectors.joining("\n"));
    }

    private String inSlack(int index) {
        return slack.chat().in("C0PAY").get(index).words();
    }

    private void inSlackTypes(String line) {
        inSlack(line);
        office.work();
    }

    private Reply inSlack(String line) {
        var bob = new Asker(ContactKind.SLACK, "T0TEAM", "U0BOB", "bob", ZoneOffset.UTC, Asker.Kind.MEMBER);
        var place = new Place(new Bot("U0ARKE", "Arke", "/oncall"), Optional.empty(), Optional.empty(), Map.of());
        return Conversation.with(office.engine()).answer(bob, place, line);
    }
}
