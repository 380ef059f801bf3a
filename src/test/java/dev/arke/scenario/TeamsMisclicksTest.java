package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static dev.arke.scenario.TeamsOffice.HANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.incident.IncidentEvent;
import dev.arke.teams.card.Press;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.FakeTeams.Posted;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clicks that come twice or were tampered with, and lines that do not say whom they mean. */
@EachDatabase
final class TeamsMisclicksTest extends InTeams {
    private Optional<Posted> root = Optional.empty();

    TeamsMisclicksTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void open() {
        office.install();
        root = Optional.of(office.incident());
    }

    @Test
    void aClickThatTeamsSendsAgainPagesOneStep() {
        var click = office.sends.click(
                BOB, card().conversation(), card().id(), TeamsOffice.action(card().card(), "Escalate"));
        assertThat(office.sends.send(click).status()).isEqualTo(200);
        office.advance(Duration.ofSeconds(10));
        var again = office.sends.send(click);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("type").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(escalated()).isEqualTo(1);
    }

    @Test
    void aNervousFingerPagesOneStepAndADeliberateOneTheNext() {
        office.click(BOB, card(), "Escalate");
        office.click(BOB, card(), "Escalate");
        assertThat(escalated()).isEqualTo(1);

        office.advance(Duration.ofSeconds(4));
        office.click(BOB, card(), "Escalate");
        assertThat(escalated()).isEqualTo(2);
    }

    @Test
    void whoHasSecondThoughtsIsNotTakenForNervous() {
        office.click(BOB, card(), "Acknowledge");
        office.sends.send(office.sends.click(BOB, card().conversation(), card().id(), new Press.Run("unack 1").data()));
        office.click(BOB, card(), "Acknowledge");

        assertThat(office.timeline(1))
                .filteredOn(entry -> entry.event() instanceof IncidentEvent.Acknowledged)
                .hasSize(2);
    }

    @Test
    void aLineAboutAnotherIncidentIsAnsweredInWords() {
        var heard = office.sends.send(
                office.sends.click(ALICE, card().conversation(), card().id(), new Press.Run("ack 99").data()));

        assertThat(heard.json().path("type").asText()).isEqualTo("application/vnd.microsoft.activity.message");
        assertThat(heard.json().path("value").asText()).contains("#99");
    }

    @Test
    void ofTwoPeopleWithOneLabelNobodyIsTakenForTheOther() {
        var line = office.sends.personal(BOB, "cover <at>Alex</at> for <at>Alex</at> from now for 2h");
        var entities = line.putArray("entities");
        for (var id : new String[] {ALICE, HANA}) {
            var mention = entities.addObject().put("type", "mention").put("text", "<at>Alex</at>");
            mention.putObject("mentioned").put("id", id).put("name", "Alex");
        }
        int before = office.teams.to(BOB).size();
        assertThat(office.sends.send(line).status()).isEqualTo(202);

        assertThat(office.next(BOB, before).words())
                .contains("two people who are both called Alex", "nothing was done");
    }

    private Posted card() {
        return root.orElseThrow();
    }

    private long escalated() {
        return office.timeline(1).stream()
                .filter(entry -> entry.event() instanceof IncidentEvent.Escalated)
                .count();
    }
}
