package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alert that comes again and is more urgent pages more, and nobody twice. */
@EachDatabase
final class RaisedPriorityTest {
    private static final String SMS = "+33600000001";

    private final World world;

    RaisedPriorityTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.SMS);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    @Test
    void whatTheNewPriorityAddsIsPagedOnce() {
        opened();

        world.alert("monitor", of(Priority.URGENT));
        world.alert("monitor", of(Priority.URGENT));
        world.expectNothingElse();
        world.advance(Duration.ofMinutes(9));

        assertThat(world.pages()).containsExactly("+33600000001");
        assertThat(world.events(1))
                .filteredOn(IncidentEvent.PriorityChanged.class::isInstance)
                .containsExactly(new IncidentEvent.PriorityChanged(Priority.MEDIUM, Priority.URGENT));
    }

    @Test
    void whoeverWasAddedToTheStepIsPagedMoreToo() {
        opened();
        world.act("alice", 1, new IncidentAct.AddResponders(Set.of(world.responder("bob"))));
        assertThat(world.pages()).containsExactly("bob");

        world.alert("monitor", of(Priority.URGENT));
        world.advance(Duration.ofMinutes(9));

        assertThat(world.pages()).containsExactlyInAnyOrder("+33600000001", "+33600000002");
    }

    @Test
    void aLowerPriorityLowersNothingAndATakenIncidentPagesNobody() {
        opened();
        world.alert("monitor", of(Priority.LOW));
        assertThat(world.incident(1).facts().priority()).isEqualTo(Priority.MEDIUM);

        world.act("alice", 1, new IncidentAct.Acknowledge());
        world.alert("monitor", of(Priority.URGENT));
        world.advance(Duration.ofMinutes(20));

        assertThat(world.incident(1).facts().priority()).isEqualTo(Priority.URGENT);
    }

    @Test
    void raisedAndOverInOneRequestPagesNobody() {
        opened();

        world.alerts("monitor", List.of(of(Priority.URGENT), Shop.over("disk").toAlert()));
        world.advance(Duration.ofMinutes(20));

        assertThat(world.openIncidents()).isEmpty();
    }

    @Test
    void whereAPageArrivedItComesAgainOnlyAsOftenAsTheNewRulesSay() {
        says("me low sms every 1h");
        says("me urgent sms every 5m, chat 1m");
        openedBySms();

        assertThat(pagesIn(2)).isEmpty();
        world.alert("monitor", of(Priority.URGENT));
        assertThat(pagesIn(0)).isEmpty();
        assertThat(pagesIn(1)).containsExactly("alice");
        assertThat(pagesIn(1)).isEmpty();
        assertThat(pagesIn(1)).containsExactly(SMS);
        assertThat(pagesIn(4)).isEmpty();
        assertThat(pagesIn(1)).containsExactlyInAnyOrder(SMS, "bob");
        world.act("alice", 1, new IncidentAct.Resolve(""));
        assertThat(pagesIn(90)).isEmpty();
    }

    @Test
    void aWayThatWasNotRepeatedIsFromWhenItArrived() {
        says("me low sms");
        says("me high sms 1m every 4m");
        says("me urgent sms every 3m");
        openedBySms();

        assertThat(pagesIn(1)).isEmpty();
        world.alert("monitor", of(Priority.HIGH));
        world.alerts("monitor", List.of(of(Priority.HIGH), of(Priority.URGENT)));
        assertThat(pagesIn(1)).isEmpty();
        assertThat(pagesIn(1)).containsExactly(SMS);
        assertThat(pagesIn(2)).isEmpty();
        assertThat(pagesIn(1)).containsExactly(SMS);
        world.act("alice", 1, new IncidentAct.Resolve(""));
        assertThat(pagesIn(90)).isEmpty();
    }

    @Test
    void raisedAgainAndAgainInOneRequestTheLastRulesCountOnce() {
        says("me low sms");
        says("me high sms every 4m, chat 1m");
        says("me urgent sms every 3m");
        openedBySms();

        world.alerts("monitor", List.of(of(Priority.HIGH), of(Priority.URGENT), of(Priority.URGENT)));
        assertThat(pagesIn(2)).isEmpty();
        assertThat(pagesIn(1)).containsExactly(SMS);
        assertThat(pagesIn(3)).containsExactly(SMS);
        world.act("alice", 1, new IncidentAct.Resolve(""));
        assertThat(pagesIn(90)).isEmpty();
    }

    @Test
    void whatIsOverdueByTheNewRulesOrNeverArrivedRingsAtOnce() {
        says("me low sms every 1h");
        says("me urgent sms every 5m");
        openedBySms();
        assertThat(pagesIn(7)).isEmpty();
        world.alert("monitor", of(Priority.URGENT));
        assertThat(pagesIn(0)).containsExactly(SMS);
        world.act("alice", 1, new IncidentAct.Resolve(""));

        world.carrier(ContactKind.SMS).answer(SMS, new Outcome.Undelivered(FailureReason.OTHER, "no answer"));
        world.alert("monitor", other(Priority.LOW));
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        assertThat(pagesIn(0)).containsExactlyInAnyOrder(SMS, "alice");
        world.alert("monitor", other(Priority.URGENT));
        assertThat(pagesIn(0)).containsExactly(SMS);
        world.act("alice", 2, new IncidentAct.Resolve(""));
        assertThat(pagesIn(90)).isEmpty();
    }

    @Test
    void whatARaiseAddsNoPageOfDoesNotCountAsOne() {
        says("me low sms");
        says("me urgent sms");
        says("me more than 2 sms in 10m use chat");
        openedBySms();
        assertThat(pagesIn(1)).isEmpty();

        world.alerts("monitor", List.of(of(Priority.URGENT), other(Priority.URGENT)));
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        assertThat(pagesIn(0)).containsExactly(SMS);
        world.act("alice", 1, new IncidentAct.Resolve(""));
        world.act("alice", 2, new IncidentAct.Resolve(""));
        assertThat(pagesIn(90)).isEmpty();
    }

    @Test
    void openedAndRaisedInOneRequestPagesByTheHigherRulesOnly() {
        says("me low sms every 1h");
        says("me urgent chat every 4m, sms 3m");

        world.alerts("monitor", List.of(of(Priority.LOW), of(Priority.URGENT), of(Priority.MEDIUM)));
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        assertThat(pagesIn(0)).containsExactly("alice");
        assertThat(pagesIn(2)).isEmpty();
        assertThat(pagesIn(1)).containsExactly(SMS);
        assertThat(pagesIn(1)).containsExactly("alice");
        assertThat(pagesIn(4)).containsExactly("alice");
        assertThat(world.incident(1).facts().priority()).isEqualTo(Priority.URGENT);
        assertThat(world.incident(1).facts().repeats()).isEqualTo(2);
        assertThat(world.events(1))
                .filteredOn(IncidentEvent.PriorityChanged.class::isInstance)
                .containsExactly(new IncidentEvent.PriorityChanged(Priority.LOW, Priority.URGENT));
        assertThat(world.events(1))
                .filteredOn(IncidentEvent.StepFired.class::isInstance)
                .hasSize(1);
        world.act("alice", 1, new IncidentAct.Resolve(""));
        assertThat(pagesIn(90)).isEmpty();
    }

    @Test
    void openedRaisedAndOverInOneRequestPagesNobody() {
        world.alerts(
                "monitor",
                List.of(of(Priority.LOW), of(Priority.URGENT), Shop.over("disk").toAlert()));
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        assertThat(pagesIn(60)).isEmpty();
        assertThat(world.openIncidents()).isEmpty();
    }

    private void openedBySms() {
        world.alert("monitor", of(Priority.LOW));
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        assertThat(pagesIn(0)).containsExactly(SMS);
    }

    /** Who is paged in the next minutes, in order of time. */
    private List<String> pagesIn(int minutes) {
        world.advance(Duration.ofMinutes(minutes));
        return world.pages();
    }

    private void says(String line) {
        Talk.says(world, "alice", line);
    }

    private static Alert other(Priority priority) {
        return Alert.firing("memory", "memory").priority(Optional.of(priority)).toAlert();
    }

    private void opened() {
        world.alert("monitor", of(Priority.MEDIUM));
        assertThat(world.pages()).containsExactly("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    private static Alert of(Priority priority) {
        return Alert.firing("disk", "disk").priority(Optional.of(priority)).toAlert();
    }
}
