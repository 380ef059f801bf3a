package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.alert.AlertDraft;
import dev.arke.boot.EngineParts;
import dev.arke.delivery.Message.Purpose;
import dev.arke.engine.Ids;
import dev.arke.engine.incident.ActOnIncidents;
import dev.arke.engine.incident.Receipt;
import dev.arke.incident.ActResult;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incidents that become part of another, or come back. */
@EachDatabase
final class MergedAndReopenedTest {
    private static final Instant STARTED = Instant.parse("2026-01-12T08:59:00Z");

    private final TestDatabase database;
    private final World world;

    MergedAndReopenedTest(TestDatabase database) {
        this.database = database;
        world = new World(database, ContactKind.SANDBOX);
    }

    @BeforeEach
    void aTeam() {
        Shop.in(world);
    }

    @Test
    void aMergedIncidentIsOverAndSaysWhere() {
        Shop.incident(world, "disk");
        Shop.incident(world, "queue");

        assertThat(world.act("bob", 1, new IncidentAct.MergeInto(2))).isInstanceOf(ActResult.Done.class);

        var merged = (Incident.Resolved) world.incident(1);
        assertThat(merged.mergedInto()).contains(world.incident(2).id());
        assertThat(world.events(2)).contains(new IncidentEvent.Absorbed(1));
        world.advance(Duration.ofMinutes(10));
        assertThat(world.pages()).containsExactly("bob");
    }

    @Test
    void anAlertOfAMergedIncidentCountsForTheOtherAsLongAsThatIsOpen() {
        mergedOverThree();
        world.advance(Duration.ofHours(5));
        world.pages();

        var receipt = world.alert("monitor", Shop.firing("disk").toAlert());

        assertThat(receipt.lines().getFirst().incident()).contains(3L);
        assertThat(world.incident(3).facts().repeats()).isEqualTo(1);
        assertThat(world.incident(3).facts().summary()).isEqualTo("mail");
    }

    @Test
    void anAlertOfAMergedIncidentOpensAnotherWhenAllIsOver() {
        mergedOverThree();
        world.act("bob", 3, new IncidentAct.Resolve(""));
        world.advance(Duration.ofHours(5));
        world.pages();

        assertThat(Shop.incident(world, "disk")).isEqualTo(4);
    }

    /** The monitor that ended the other one knew nothing of this alert. */
    @Test
    void anAlertOfAMergedIncidentPagesAgainWhenAMonitorEndedTheOther() {
        mergedIntoQueue();
        world.alert("monitor", started(Shop.over("queue")));
        assertThat(world.incident(2)).isInstanceOf(Incident.Resolved.class);

        var receipt = world.alert("monitor", started(Shop.firing("disk")));

        assertThat(receipt.lines().getFirst().fate()).isEqualTo(Receipt.Fate.OPENED);
        assertThat(world.pages()).containsExactly("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    @Test
    void anAlertOfAMergedIncidentRestsWhenSomebodyEndedTheOther() {
        mergedIntoQueue();
        world.act("bob", 2, new IncidentAct.Resolve(""));

        var receipt = world.alert("monitor", started(Shop.firing("disk")));

        assertThat(receipt.lines().getFirst().fate()).isEqualTo(Receipt.Fate.IGNORED);
        assertThat(world.pages()).isEmpty();
    }

    @Test
    void soItDoesWhenTheOtherHadBecomeAPartOfAThird() {
        mergedIntoQueue();
        world.alert("monitor", started(Shop.firing("mail")));
        world.act("bob", 2, new IncidentAct.MergeInto(3));
        world.alert("monitor", started(Shop.over("mail")));
        world.pages();
        world.take(Purpose.CARD);

        var receipt = world.alert("monitor", started(Shop.firing("disk")));

        assertThat(receipt.lines().getFirst().fate()).isEqualTo(Receipt.Fate.OPENED);
        assertThat(world.pages()).containsExactly("alice");
        assertThat(world.take(Purpose.CARD)).hasSize(1);
    }

    private void mergedIntoQueue() {
        world.alert("monitor", started(Shop.firing("disk")));
        world.alert("monitor", started(Shop.firing("queue")));
        world.act("bob", 1, new IncidentAct.MergeInto(2));
        world.act("bob", 2, new IncidentAct.Acknowledge());
        world.pages();
        world.take(Purpose.CARD);
    }

    private static Alert started(AlertDraft draft) {
        return draft.startsAt(Optional.of(STARTED)).toAlert();
    }

    @Test
    void nothingIsMergedIntoWhatIsOver() {
        Shop.incident(world, "disk");
        Shop.incident(world, "queue");
        world.act("bob", 2, new IncidentAct.Resolve(""));

        assertThat(world.act("bob", 1, new IncidentAct.MergeInto(2))).isInstanceOf(ActResult.Superseded.class);
        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void aReopenedIncidentPagesItsStepAgain() {
        Shop.incident(world, "disk");
        world.act("alice", 1, new IncidentAct.Resolve(""));

        world.act("alice", 1, new IncidentAct.Reopen());

        assertThat(world.pages()).containsExactly("alice");
    }

    @Test
    void itIsNotReopenedWhileAnotherIsOpenForTheSameAlert() {
        twoOfOneKey();

        assertThat(world.act("bob", 1, new IncidentAct.Reopen()))
                .isInstanceOfSatisfying(
                        ActResult.Superseded.class,
                        superseded -> assertThat(superseded.by()).isEqualTo(2));
    }

    @Test
    void ofTwoForOneAlertReopenedTogetherOneIs() {
        twoOfOneKey();
        world.act("bob", 2, new IncidentAct.Resolve(""));

        var results = world.engine()
                .incidents()
                .act()
                .act(new By(world.person("bob"), "test"), List.of(1L, 2L), new IncidentAct.Reopen());
        world.work();

        assertThat(results.getFirst()).isInstanceOf(ActResult.Done.class);
        assertThat(results.getLast()).isInstanceOf(ActResult.Superseded.class);
        assertThat(world.pages()).containsExactly("alice");
    }

    @Test
    void anAlertThatIsFasterThanWhoeverReopensIsFound() {
        twoOfOneKey();
        world.act("bob", 2, new IncidentAct.Resolve(""));
        var rival = new Rival(
                database,
                "update incident set state = 'triggered', open_dedup_key = dedup_key,"
                        + " resolved_at = null, resolved_by = null, escalates_at = null where number = 2");

        var result = actsOn(rival).act(new By(world.person("bob"), "test"), List.of(1L), new IncidentAct.Reopen());

        assertThat(rival.came).isTrue();
        assertThat(result)
                .singleElement()
                .isInstanceOfSatisfying(
                        ActResult.Superseded.class,
                        superseded -> assertThat(superseded.by()).isEqualTo(2));
        assertThat(world.incident(1)).isInstanceOf(Incident.Resolved.class);
    }

    private ActOnIncidents actsOn(RandomGenerator random) {
        InstantSource clock = world::now;
        return EngineParts.of(new EngineParts.Needs(
                        database.database(),
                        clock,
                        new Ids(clock, random),
                        List.of(),
                        EngineParts.Settings.DEFAULT,
                        EngineParts.Listeners.NONE))
                .incidents()
                .act();
    }

    /** Another node, which commits a statement of its own when this one makes its first id: between look and write. */
    private static final class Rival implements RandomGenerator {
        private final RandomGenerator random = new Random(7);
        private final TestDatabase database;
        private final String sql;
        private boolean came;

        Rival(TestDatabase database, String sql) {
            this.database = database;
            this.sql = sql;
        }

        @Override
        public long nextLong() {
            if (!came) come();
            return random.nextLong();
        }

        private void come() {
            came = true;
            try (var connection = database.connect();
                    var statement = connection.createStatement()) {
                assertThat(statement.executeUpdate(sql)).isEqualTo(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void mergedOverThree() {
        Shop.incident(world, "disk");
        Shop.incident(world, "queue");
        Shop.incident(world, "mail");
        world.act("bob", 1, new IncidentAct.MergeInto(2));
        world.act("bob", 2, new IncidentAct.MergeInto(3));
        world.act("bob", 3, new IncidentAct.Acknowledge());
    }

    private void twoOfOneKey() {
        Shop.incident(world, "disk");
        world.alert("monitor", Shop.over("disk").toAlert());
        Shop.incident(world, "disk");
    }
}
