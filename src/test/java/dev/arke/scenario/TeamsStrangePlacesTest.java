package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static dev.arke.scenario.TeamsOffice.GUEST;
import static dev.arke.scenario.TeamsOffice.HANA;
import static dev.arke.scenario.TeamsOffice.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.incident.Incident;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.FakeTeams;
import dev.arke.testkit.teams.Planned;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes from where Arke is not, or of whom no roster says who they are: it is answered, and proves nothing. */
@EachDatabase
final class TeamsStrangePlacesTest extends InTeams {
    private static final String OTHERS = "19:alice_eve@unq.gbl.spaces";

    TeamsStrangePlacesTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void install() {
        office.install();
    }

    @Test
    void aSearchInAChatWithSomebodyElseMakesThatChatNobodysWithArke() {
        var search = search(ALICE, OTHERS);
        ((ObjectNode) search.path("conversation")).put("conversationType", "personal");

        assertThat(office.sends.send(search).json().at("/composeExtension/type").asText())
                .isEqualTo("result");
        assertThat(office.keep().place(OTHERS)).isEmpty();
        office.incident();

        assertThat(office.next(ALICE, 0).words()).contains("all red");
        assertThat(office.teams.in(OTHERS)).isEmpty();
    }

    @Test
    void aSearchInAChannelWithoutArkeDoesNotSayThatArkeIsThere() {
        assertThat(office.sends.send(search(ALICE, "19:else@thread.tacv2")).status())
                .isEqualTo(200);

        assertThat(office.keep().place("19:else@thread.tacv2")).isEmpty();
    }

    @Test
    void aFormFromAMessagesMenuNeedsNoConversation() {
        var about = office.sends.invoke("composeExtension/fetchTask", BOB, OTHERS);
        about.remove("conversation");
        about.putObject("value")
                .put("commandId", "pageAboutMessage")
                .putObject("messagePayload")
                .putObject("body")
                .put("content", "<p>the till is dead</p>");
        var opened = office.sends.send(about);

        assertThat(opened.status()).isEqualTo(200);
        var card = opened.json().at("/task/value/card/content");
        assertThat(card.toString()).contains("the till is dead");
        var sent = office.sends.invoke("composeExtension/submitAction", BOB, OTHERS);
        sent.remove("conversation");
        var data = (ObjectNode) card.at("/actions/0/data").deepCopy();
        card.path("body").forEach(input -> {
            if (input.has("id"))
                data.put(
                        input.path("id").asText(),
                        input.path("value").asText(input.at("/choices/0/value").asText()));
        });
        sent.putObject("value").set("data", data);

        assertThat(office.sends.send(sent).status()).isEqualTo(200);
        assertThat(office.open())
                .singleElement()
                .satisfies(incident -> assertThat(incident.facts().summary()).isEqualTo("the till is dead"));
    }

    @Test
    void aGuestIsAGuestAlsoWhileTeamsDoesNotSaySo() {
        var root = office.incident();
        for (var answer : List.of(Planned.status(503), Planned.refuse(403, "BotNotInConversationRoster"))) {
            office.teams.always(answer);
            office.click(GUEST, root, "Acknowledge");
            assertThat(office.incident(1)).as(answer.toString()).isInstanceOf(Incident.Triggered.class);
        }
        office.teams.working();
    }

    @Test
    void whomTheRosterDefinitelyDoesNotHaveIsNoMemberAndWhoIsLinkedIs() {
        var root = office.incident();
        var data = TeamsOffice.action(root.card(), "Acknowledge");
        office.sends.send(office.sends.click("29:stranger", root.conversation(), root.id(), data));
        assertThat(office.incident(1)).isInstanceOf(Incident.Triggered.class);

        office.teams.always(Planned.status(503));
        office.click(HANA, root, "Acknowledge");
        assertThat(office.incident(1))
                .as("a Teams that is half down loses no acknowledgement")
                .isInstanceOf(Incident.Acknowledged.class);
        office.teams.always(Planned.refuse(403, "BotNotInConversationRoster"));
        office.sends.send(
                office.sends.click(ALICE, root.conversation(), root.id(), TeamsOffice.action(root.card(), "Resolve")));
        assertThat(office.incident(1)).isInstanceOf(Incident.Resolved.class);
        office.teams.working();
    }

    @Test
    void nothingOfAnotherOrganisationIsKept() {
        office.teams.member("dana");
        var added = office.sends.installation("29:dana", "19:foreign@thread.tacv2", "add");
        ((ObjectNode) added.at("/channelData/tenant")).put("id", "another-tenant");

        assertThat(office.sends.send(added).status()).isEqualTo(202);
        var line = office.sends.personal("29:dana", "list");
        ((ObjectNode) line.at("/channelData/tenant")).put("id", "another-tenant");
        assertThat(office.sends.send(line).status()).isEqualTo(202);

        assertThat(office.keep().place("19:foreign@thread.tacv2")).isEmpty();
        assertThat(office.keep().person("29:dana")).isEmpty();
        assertThat(office.directory().identity(ContactKind.TEAMS, "another-tenant", FakeTeams.objectId("alice")))
                .isEmpty();
        assertThat(office.keep().place(ROOM)).isPresent();
    }

    private ObjectNode search(String user, String conversation) {
        var search = office.sends.invoke("composeExtension/query", user, conversation);
        var query = search.putObject("value").put("commandId", "whoIsOnCall");
        query.putArray("parameters").addObject().put("name", "query").put("value", "payments");
        return search;
    }
}
