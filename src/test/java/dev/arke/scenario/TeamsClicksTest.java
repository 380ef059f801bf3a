package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static dev.arke.scenario.TeamsOffice.GUEST;
import static dev.arke.scenario.TeamsOffice.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.teams.card.Press;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.FakeTeams.Posted;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a button's data says, however it comes, is a line of who clicked: with their rights, and answered to them alone. */
@EachDatabase
final class TeamsClicksTest extends InTeams {
    private Posted root;

    TeamsClicksTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void open() {
        office.install();
        root = office.incident();
    }

    @Test
    void aClientThatKnowsNoExecuteSendsTheFallbackAndTheSameIsDone() {
        var fallback = root.card().findValues("fallback").stream()
                .filter(action -> action.path("title").asText().equals("Acknowledge"))
                .findFirst()
                .orElseThrow();
        assertThat(fallback.path("type").asText()).isEqualTo("Action.Submit");
        var click = office.sends.submit(ALICE, root.conversation(), root.id(), fallback.path("data"));

        assertThat(office.sends.send(click).status()).isEqualTo(202);
        assertThat(office.sends.send(click).status()).isEqualTo(202);

        assertThat(office.incident(1)).isInstanceOf(Incident.Acknowledged.class);
        assertThat(office.timeline(1))
                .filteredOn(entry -> entry.event() instanceof IncidentEvent.Acknowledged)
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("person:alice"));
        office.advance(Duration.ofSeconds(5));
        assertThat(office.teams.roots(ROOM))
                .singleElement()
                .satisfies(now -> assertThat(now.words()).contains("alice", "has had it since"));
    }

    @Test
    void aFallbackOfSomebodyWhoMayNotIsAnsweredToThemAlone() {
        int words = office.teams.repliesTo(root).size();
        office.sends.send(office.sends.submit(GUEST, root.conversation(), root.id(), run("ack 1")));

        assertThat(office.next(GUEST, 0).words()).contains("Guests and people of other organisations");
        assertThat(office.incident(1)).isInstanceOf(Incident.Triggered.class);
        assertThat(office.teams.repliesTo(root)).hasSize(words);
    }

    @Test
    void aFallbackWithDataThatIsNotOursSaysSoToWhoSentIt() {
        var data = JsonNodeFactory.instance.objectNode().put("verb", "ack");
        int before = office.teams.to(ALICE).size();
        office.sends.send(office.sends.submit(ALICE, root.conversation(), root.id(), data));

        assertThat(office.next(ALICE, before).words()).contains("do not know this button", "nothing was done");
        assertThat(office.incident(1)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void aCardOfAnIncidentThatIsOverSaysSoWhateverIsClicked() {
        var data = TeamsOffice.action(root.card(), "Acknowledge");
        office.ask(BOB, "resolve 1");
        office.work();
        int entries = office.timeline(1).size();
        int before = office.teams.to(ALICE).size();

        office.sends.send(office.sends.submit(ALICE, root.conversation(), root.id(), data));

        assertThat(office.next(ALICE, before).words()).contains("resolved");
        assertThat(office.incident(1)).isInstanceOf(Incident.Resolved.class);
        assertThat(office.timeline(1)).hasSize(entries);
    }

    private static JsonNode run(String line) {
        return new Press.Run(line).data();
    }
}
