package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static dev.arke.scenario.TeamsOffice.GUEST;
import static dev.arke.scenario.TeamsOffice.HANA;
import static dev.arke.scenario.TeamsOffice.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.FakeTeams;
import dev.arke.testkit.teams.Planned;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Incidents in Teams: what people see there, what they do, and what happens when Teams does not play along. */
@EachDatabase
final class TeamsTest extends InTeams {
    TeamsTest(TestDatabase database) {
        super(database);
    }

    @Test
    void anIncidentIsAThreadAndAPageAndAClickChangesAllOfThem() {
        office.install();
        var root = office.incident();

        assertThat(root.words()).contains("all red", "Alarm", "Acknowledge");
        var page = office.next(ALICE, 0);
        assertThat(page.words()).contains("all red", "Acknowledge");
        assertThat(page.activity().at("/channelData/notification/alert").asBoolean())
                .isTrue();

        var heard = office.click(BOB, root, "Acknowledge");

        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.json().path("type").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(heard.body()).contains("bob", "Resolve").doesNotContain("\"ack 1\"");
        assertThat(office.incident(1)).isInstanceOf(Incident.Acknowledged.class);
        office.advance(Duration.ofSeconds(5));
        assertThat(office.teams.roots(ROOM)).singleElement().satisfies(now -> {
            assertThat(now.edits()).isPositive();
            assertThat(now.words()).contains("bob");
            assertThat(office.teams.repliesTo(now)).isNotEmpty();
        });
        assertThat(office.next(ALICE, 0).words()).contains("bob");
        assertThat(office.timeline(1)).anySatisfy(entry -> {
            assertThat(entry.event()).isInstanceOf(IncidentEvent.Acknowledged.class);
            assertThat(entry.actor()).isEqualTo("person:bob");
        });
    }

    @Test
    void theNextStepPagesSomebodyWhoNeverTalkedToTheBotAndMentionsThemInTheChannel() {
        office.install();
        office.incident();
        int told = office.teams.to(BOB).size();
        office.advance(Duration.ofMinutes(11));

        assertThat(office.next(BOB, told).words()).contains("all red");
        assertThat(office.teams.roots(ROOM)).hasSize(2).last().satisfies(page -> {
            assertThat(page.words()).contains("<at>bob</at>");
            assertThat(page.activity().at("/entities/0/mentioned/id").asText()).isEqualTo(BOB);
        });
    }

    @Test
    void rosterAndFileTellWhoAnAccountIs() {
        office.install();

        assertThat(office.directory().identity(ContactKind.TEAMS, FakeTeams.TENANT, FakeTeams.objectId("alice")))
                .hasValueSatisfying(person -> assertThat(person.name()).isEqualTo("alice"));
        assertThat(office.directory().identity(ContactKind.TEAMS, FakeTeams.TENANT, FakeTeams.objectId("bob")))
                .hasValueSatisfying(person -> assertThat(person.name()).isEqualTo("bob"));
        assertThat(office.directory().identity(ContactKind.TEAMS, FakeTeams.TENANT, FakeTeams.objectId("hana")))
                .isEmpty();
    }

    @Test
    void aLookInAChannelIsAnsweredInTheAskersOwnChatAndSharedOnlyByAClick() {
        office.install();
        var conversation = ROOM + ";messageid=17";
        office.sends.send(office.sends.inChannel(ALICE, conversation, "who"));
        var answer = office.next(ALICE, 0);

        assertThat(answer.words()).contains("payments");
        assertThat(office.teams.in(conversation)).isEmpty();
        var shared = office.click(ALICE, answer, "Share");

        assertThat(shared.json().path("value").asText()).isEqualTo("Shared.");
        assertThat(office.teams.in(conversation))
                .singleElement()
                .satisfies(post -> assertThat(post.words()).contains("payments", "Shared by alice"));
    }

    @Test
    void aCalendarComesWithItsPictureAndAReportsFileAsText() {
        assertThat(office.ask(BOB, "shifts add @bob primary from now for 30h").words())
                .contains(" is primary of payments from");
        var words = office.ask(ALICE, "calendar payments");
        assertThat(words.words()).contains("bob: primary from");
        var picture = office.next(ALICE, 1).activity().path("attachments").path(0);
        assertThat(picture.path("contentType").asText()).isEqualTo("image/png");
        assertThat(picture.path("contentUrl").asText()).startsWith("data:image/png;base64,iVBOR");
        assertThat(office.next(ALICE, 1).activity().path("summary").asText()).startsWith("payments · ");

        var csv = office.ask(ALICE, "report payments last month csv");
        assertThat(csv.words()).contains("report-payments-", "team,");

        assertThat(office.sends
                        .send(office.sends.inChannel(ALICE, ROOM, "calendar payments"))
                        .status())
                .isEqualTo(202);
        assertThat(office.next(ALICE, 4)
                        .activity()
                        .at("/attachments/0/contentType")
                        .asText())
                .as("in a channel both go to the asker's own chat")
                .isEqualTo("image/png");
    }

    @Test
    void aMemberWhomNobodyIsLinkedToMayAcknowledge() {
        office.install();
        var root = office.incident();

        assertThat(office.click(HANA, root, "Acknowledge").status()).isEqualTo(200);
        assertThat(office.incident(1)).isInstanceOf(Incident.Acknowledged.class);
        assertThat(office.timeline(1).toString()).contains("actor=teams:", FakeTeams.objectId("hana"));
    }

    @Test
    void whatWasAskedSoThatNobodyElseSawItIsAnsweredSo() {
        office.install();
        var asked = office.sends.inChannel(ALICE, ROOM + ";messageid=18", "who");
        ((ObjectNode) asked.path("recipient")).put("isTargeted", true);
        office.sends.send(asked);

        var answer = SlackOffice.await(
                () -> office.teams.in(ROOM + ";messageid=18").stream().findFirst());
        assertThat(answer.activity().at("/recipient/id").asText()).isEqualTo(ALICE);
        assertThat(answer.activity().at("/recipient/isTargeted").asBoolean()).isTrue();
        assertThat(office.teams.to(ALICE)).isEmpty();
    }

    @Test
    void guestsAndStrangersChangeNothing() {
        office.install();
        var root = office.incident();

        var heard = office.click(GUEST, root, "Acknowledge");

        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.json().path("type").asText()).isEqualTo("application/vnd.microsoft.activity.message");
        assertThat(office.incident(1)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void aClickOnACardOfThePastSaysHowThingsAre() {
        office.install();
        var root = office.incident();
        var data = TeamsOffice.action(root.card(), "Acknowledge");
        office.ask(BOB, "resolve 1");
        office.work();
        int entries = office.timeline(1).size();

        var heard = office.sends.send(office.sends.click(ALICE, root.conversation(), root.id(), data));

        assertThat(heard.body()).contains("Done", "bob", "Reopen").doesNotContain("Acknowledge");
        assertThat(office.incident(1)).isInstanceOf(Incident.Resolved.class);
        assertThat(office.timeline(1)).hasSize(entries);
    }

    @Test
    void whoRemovesTheAppIsReachedByTheNextMethodAtOnce() {
        office.install();
        office.sends.send(office.sends.installation(ALICE, FakeTeams.direct(ALICE), "remove"));
        SlackOffice.await(() -> office.directory()
                .responderNamed("alice")
                .filter(alice -> alice.methods().stream()
                        .anyMatch(method -> method.kind() == ContactKind.TEAMS && !method.isAlive())));
        office.work();
        office.mail.take();
        office.incident();

        assertThat(office.mail.take())
                .anySatisfy(arrived -> assertThat(arrived.message().address()).isEqualTo("a@mail.test"));
        assertThat(office.teams.to(ALICE)).isEmpty();

        office.sends.send(office.sends.installation(ALICE, FakeTeams.direct(ALICE), "add"));
        SlackOffice.await(() -> office.directory()
                .responderNamed("alice")
                .filter(alice -> alice.methods().stream().allMatch(method -> method.isAlive())));
    }

    @Test
    void whoBlocksTheBotIsReachedByTheNextMethodAtOnce() {
        office.install();
        office.ask(BOB, "page checkout \"all red\"");
        office.teams.next(Planned.refuse(403, "MessageWritesBlocked"), Planned.refuse(403, "MessageWritesBlocked"));
        office.work();

        assertThat(office.mail.take())
                .anySatisfy(arrived -> assertThat(arrived.message().address()).isEqualTo("a@mail.test"));
    }

    @Test
    void aFormOpensInADialogShowsWhatIsWrongAndCountsOnce() {
        office.install();
        var form = office.sends.invoke("task/fetch", BOB, FakeTeams.direct(BOB));
        form.putObject("value").putObject("data").putObject("arke").put("run", "page");
        var opened = office.sends.send(form);

        assertThat(opened.json().at("/task/type").asText()).isEqualTo("continue");
        var card = opened.json().at("/task/value/card/content");
        assertThat(card.findValuesAsText("id")).contains("text");
        var data = (ObjectNode) card.at("/actions/0/data").deepCopy();
        var wrong = office.sends.invoke("task/submit", BOB, FakeTeams.direct(BOB));
        wrong.putObject("value").set("data", data);
        assertThat(office.sends.send(wrong).json().at("/task/type").asText()).isEqualTo("continue");

        data.put("text", "all red");
        card.findParents("choices")
                .forEach(input -> data.put(
                        input.path("id").asText(),
                        input.has("value")
                                ? input.path("value").asText()
                                : input.at("/choices/0/value").asText()));
        var right = office.sends.invoke("task/submit", BOB, FakeTeams.direct(BOB));
        right.putObject("value").set("data", data);
        var sent = office.sends.send(right);
        office.sends.send(right);

        assertThat(sent.status()).isEqualTo(200);
        assertThat(office.open())
                .singleElement()
                .satisfies(incident -> assertThat(incident.facts().summary()).contains("all red"));
    }

    @Test
    void aMessageCanBePagedAboutAndWhoIsOnCallIsFound() {
        office.install();
        var about = office.sends.invoke("composeExtension/fetchTask", BOB, ROOM + ";messageid=5");
        var value = about.putObject("value").put("commandId", "pageAboutMessage");
        value.putObject("messagePayload")
                .put("linkToMessage", "https://teams.example.com/l/5")
                .putObject("body")
                .put("content", "<p>the&nbsp;till is &lt;dead&gt;</p>");

        assertThat(office.sends.send(about).body()).contains("the till is <dead>", "https://teams.example.com/l/5");

        var search = office.sends.invoke("composeExtension/query", BOB, ROOM + ";messageid=5");
        var query = search.putObject("value").put("commandId", "whoIsOnCall");
        query.putArray("parameters").addObject().put("name", "query").put("value", "payments");

        assertThat(office.sends.send(search).json().at("/composeExtension/attachments"))
                .singleElement()
                .satisfies(found -> assertThat(found.toString()).contains("payments"));
    }
}
