package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static dev.arke.scenario.TeamsOffice.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Page about this message" and "Who is on call", in conversations that Arke is in and in others. */
@EachDatabase
final class TeamsExtensionTest extends InTeams {
    /** Of two people, without the bot. */
    private static final String OTHERS = "19:bob_eve@unq.gbl.spaces";

    TeamsExtensionTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void install() {
        office.install();
    }

    @Test
    void aFormFromTheMenuOfAMessageOpensOneIncidentThatHasItsWordsAndLink() {
        var filled = filled(BOB, ROOM + ";messageid=5");
        var wrong = filled.deepCopy();
        wrong.remove("text");
        assertThat(submit(BOB, ROOM + ";messageid=5", wrong).at("/task/type").asText())
                .isEqualTo("continue");
        assertThat(office.open()).isEmpty();

        var right = office.sends.invoke("composeExtension/submitAction", BOB, ROOM + ";messageid=5");
        right.putObject("value").put("commandId", "pageAboutMessage").set("data", filled);
        assertThat(office.sends.send(right).status()).isEqualTo(200);
        assertThat(office.sends.send(right).status()).isEqualTo(200);

        assertThat(office.open())
                .singleElement()
                .satisfies(incident -> assertThat(incident.facts().summary()).isEqualTo("the till is <dead>"));
        assertThat(office.ask(BOB, "show 1").activity().toString()).contains("https://teams.example.com/l/5");
    }

    @Test
    void whereArkeIsNotInstalledTheFormWorksAndNothingIsWrittenThere() {
        office.teams.tenant().chatWithoutBot(OTHERS, BOB, "29:eve");
        submit(BOB, OTHERS, filled(BOB, OTHERS));
        office.work();

        assertThat(office.open()).hasSize(1);
        assertThat(office.next(ALICE, 0).words()).contains("the till is <dead>");
        assertThat(office.teams.roots(ROOM)).hasSize(1);
        assertThat(office.teams.calls()).noneMatch(call -> call.startsWith("POST") && call.contains(OTHERS));
    }

    @Test
    void whoIsOnCallIsFoundWhereArkeIsNotInstalledToo() {
        office.teams.tenant().chatWithoutBot(OTHERS, BOB, "29:eve");
        var search = office.sends.invoke("composeExtension/query", BOB, OTHERS);
        var value = search.putObject("value").put("commandId", "whoIsOnCall");
        value.putArray("parameters").addObject().put("name", "initialRun").put("value", "true");

        var found = office.sends.send(search).json().path("composeExtension");
        assertThat(found.path("type").asText()).isEqualTo("result");
        assertThat(found.path("attachments"))
                .singleElement()
                .satisfies(card -> assertThat(card.toString()).contains("payments"));
    }

    @Test
    void commandsThatAreNotOursAreNotAnswered() {
        for (var name : new String[] {"composeExtension/fetchTask", "composeExtension/query"}) {
            var invoke = office.sends.invoke(name, BOB, ROOM + ";messageid=5");
            invoke.putObject("value").put("commandId", "somethingElse");
            assertThat(office.sends.send(invoke).status()).as(name).isEqualTo(501);
        }
        var nothing = submit(BOB, ROOM + ";messageid=5", JsonNodeFactory.instance.objectNode());
        assertThat(nothing.at("/task/value").asText()).contains("do not know this form", "nothing was done");
        assertThat(office.open()).isEmpty();
    }

    /** What the form has in it, and the service chosen. */
    private ObjectNode filled(String user, String conversation) {
        var about = office.sends.invoke("composeExtension/fetchTask", user, conversation);
        var value = about.putObject("value").put("commandId", "pageAboutMessage");
        value.putObject("messagePayload")
                .put("linkToMessage", "https://teams.example.com/l/5")
                .putObject("body")
                .put("content", "<p>the&nbsp;till is &lt;dead&gt;</p>");
        var card = office.sends.send(about).json().at("/task/value/card/content");
        var data = (ObjectNode) card.at("/actions/0/data").deepCopy();
        for (var input : card.path("body"))
            if (input.has("id"))
                data.put(
                        input.path("id").asText(),
                        input.has("value")
                                ? input.path("value").asText()
                                : input.at("/choices/0/value").asText());
        return data;
    }

    private JsonNode submit(String user, String conversation, ObjectNode data) {
        var send = office.sends.invoke("composeExtension/submitAction", user, conversation);
        send.putObject("value").put("commandId", "pageAboutMessage").set("data", data);
        return office.sends.send(send).json();
    }
}
