package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static dev.arke.scenario.TeamsOffice.HANA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.testkit.Engine;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.FakeTeams;
import dev.arke.testkit.teams.FakeTeams.Posted;
import dev.arke.testkit.teams.Planned;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Teams gives up on a click or a dialog after 5 seconds, and is answered before, however slow database and connector are. */
final class TeamsPatienceTest {
    private static final Duration TEAMS = Duration.ofSeconds(5);

    private final CountDownLatch answers = new CountDownLatch(1);
    private final TestDatabase opened = TestDatabase.open(Engine.H2);
    private final TeamsOffice office = new TeamsOffice(opened, dialogue -> new SlowDialogue(dialogue, this::read));
    private volatile boolean isSlow;
    private Posted root;

    @BeforeEach
    void begin() {
        office.install();
        root = office.incident();
        isSlow = true;
    }

    @AfterEach
    void close() {
        answers.countDown();
        office.close();
        opened.close();
    }

    private void read() {
        if (!isSlow) return;
        try {
            answers.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLineIsTakenInTimeAndAnsweredOnceHoweverOftenTeamsSendsIt() {
        var line = office.sends.personal(ALICE, "list");
        int before = office.teams.to(ALICE).size();
        var heard = office.sends.send(line);
        assertThat(heard.status()).isEqualTo(202);
        assertThat(heard.took()).isLessThan(TEAMS);
        assertThat(office.sends.send(line).took()).isLessThan(TEAMS);

        answers.countDown();

        assertThat(office.next(ALICE, before).words()).contains("all red");
        office.sends.send(line);
        office.ask(BOB, "list");
        assertThat(office.teams.to(ALICE)).hasSize(before + 1);
    }

    @Test
    void aClickIsAnsweredInTimeAndDoneOnce() {
        var heard = office.click(ALICE, root, "Acknowledge");
        assertThat(heard.took()).isLessThan(TEAMS);
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.json().path("type").asText()).isEqualTo("application/vnd.microsoft.activity.message");
        assertThat(heard.json().path("value").asText()).contains("still working on it");
        assertThat(office.incident(1)).isInstanceOf(Incident.Triggered.class);

        answers.countDown();

        SlackOffice.await(() -> Optional.of(office.incident(1)).filter(Incident.Acknowledged.class::isInstance));
        office.advance(Duration.ofSeconds(5));
        assertThat(office.teams.roots(TeamsOffice.ROOM).getLast().words()).contains("alice", "has had it since");
        assertThat(office.timeline(1))
                .filteredOn(entry -> entry.event() instanceof IncidentEvent.Acknowledged)
                .hasSize(1);
    }

    @Test
    void aDialogIsAnsweredInTimeWithWhatBecomesOfIt() {
        var form = office.sends.invoke("task/fetch", BOB, FakeTeams.direct(BOB));
        form.putObject("value").putObject("data").putObject("arke").put("run", "page");
        var heard = office.sends.send(form);

        assertThat(heard.took()).isLessThan(TEAMS);
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.json().at("/task/type").asText()).isEqualTo("message");
        assertThat(heard.json().at("/task/value").asText()).contains("took too long");
    }

    @Test
    void aConnectorThatDoesNotSayWhoSomebodyIsHoldsUpNoAcknowledgement() {
        isSlow = false;
        office.teams.whenever(call -> call.contains("members/"), new Planned.Held(answers));

        var heard = office.click(HANA, root, "Acknowledge");

        assertThat(heard.took()).isLessThan(TEAMS);
        assertThat(office.incident(1)).isInstanceOf(Incident.Acknowledged.class);
        assertThat(office.timeline(1).toString()).contains(FakeTeams.objectId("hana"));
    }

    @Test
    void aConnectorThatTakesNoAnswerHoldsUpNoRequest() {
        isSlow = false;
        office.teams.whenever(call -> call.contains("/activities"), new Planned.Held(answers));
        int before = office.teams.to(ALICE).size();

        assertThat(office.sends.send(office.sends.personal(ALICE, "list")).took())
                .isLessThan(TEAMS);
        answers.countDown();

        assertThat(office.next(ALICE, before).words()).contains("all red");
    }
}
