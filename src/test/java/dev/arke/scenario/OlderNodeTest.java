package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.FakeCarrier;
import dev.arke.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An older node beside a newer one leaves to it what is to be sent about an incident that only the newer one can read. */
@EachDatabase
final class OlderNodeTest {
    private static final String SECOND = "(select id from incident where number = 2)";

    private static final Outcome DOWN = new Outcome.Again(Duration.ZERO, FailureReason.SERVER, "the chat is down");

    private final TestDatabase database;
    private final World world;

    OlderNodeTest(TestDatabase database) {
        this.database = database;
        this.world = new World(database, ContactKind.SANDBOX, ContactKind.SMS);
    }

    @BeforeEach
    void aTeam() {
        Checkout.in(world);
    }

    @Test
    void aPageOfAnIncidentThatOnlyANewerNodeCanReadWaitsForThatNode() throws SQLException {
        Checkout.opensTwo(world);
        change("update incident set state = 'teleported' where number = 2");
        world.advance(Duration.ofMinutes(2));
        assertThat(textsAbout("disk slow")).isEmpty();

        change("update incident set state = 'triggered' where number = 2");
        world.advance(Duration.ofSeconds(2));

        assertThat(textsAbout("disk slow")).hasSize(1);
    }

    @Test
    void aLatePageOfAnIncidentThatOnlyANewerNodeCanReadFallsThroughThere() throws SQLException {
        world.carrier(ContactKind.SANDBOX)
                .answer("alice", Stream.generate(() -> DOWN).limit(200).toArray(Outcome[]::new));
        Checkout.opensTwo(world);
        change("update incident set state = 'teleported' where number = 2");
        world.advance(Duration.ofSeconds(40));
        assertThat(textsAbout("disk slow")).isEmpty();

        change("update incident set state = 'triggered' where number = 2");
        world.advance(Duration.ofSeconds(2));

        assertThat(textsAbout("disk slow")).hasSize(1);
        assertThat(world.events(2))
                .filteredOn(IncidentEvent.PageFailed.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aPageThatFailsAfterANewerNodeChangedItsIncidentFallsThroughThere() throws SQLException {
        openHandedOver();
        change("update incident set state = 'teleported' where number = 2");
        world.advance(Duration.ofSeconds(15));
        assertThat(textsAbout("disk slow")).isEmpty();

        change("update incident set state = 'triggered' where number = 2");
        world.advance(Duration.ofSeconds(2));

        assertThat(textsAbout("disk slow")).hasSize(1);
    }

    @Test
    void messagesThatANewerNodeHasChangedAreEditedThere() throws SQLException {
        Checkout.opensTwo(world);
        change("update incident set state = 'teleported' where number = 2");
        change("update delivery set wanted = wanted + 1, due_at = planned_at where state = 'delivered'"
                + " and kind in ('card', 'page') and incident_id = "
                + SECOND);
        world.work();
        assertThat(edits()).isZero();

        change("update incident set state = 'triggered' where number = 2");
        world.advance(Duration.ofSeconds(2));

        assertThat(edits()).isEqualTo(2);
    }

    @Test
    void aPageThatArrivesAfterANewerNodeChangedItsIncidentComesAgainByThatNode() throws SQLException {
        change("insert into notification_rule (responder_id, priority, position, via, after_seconds, every_seconds,"
                + " from_file) select id, 'urgent', 0, 'sandbox', 0, 300, false from responder where name = 'alice'");
        world.write(() -> new DirectoryVersionStore(database.database().dsl()).raise());
        var page = openHandedOver();
        change("update incident set state = 'teleported' where number = 2");
        world.engine().deliveries().later().hear(page, new Outcome.Delivered("ref"));
        world.advance(Duration.ofSeconds(5));

        change("update incident set state = 'triggered' where number = 2");
        world.advance(Duration.ofMinutes(5).plusSeconds(2));

        assertThat(world.take(Message.Purpose.PAGE))
                .filteredOn(again -> again.text().contains("disk slow"))
                .extracting(again -> again.message().address())
                .containsExactly("alice");
    }

    /** The carrier tells later what became of the page of the second incident, whose delivery this is. */
    private UUID openHandedOver() {
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        world.pages();
        world.carrier(ContactKind.SANDBOX)
                .answer("alice", new Outcome.HandedOver("on its way", Duration.ofSeconds(10)));
        world.alert(Checkout.MONITOR, Checkout.alert("disk slow"));
        assertThat(world.take(Message.Purpose.CARD)).hasSize(2);
        return world.take(Message.Purpose.PAGE).getFirst().message().deliveryId();
    }

    private int edits() {
        return world.edits(Checkout.CHANNEL).size() + world.edits("alice").size();
    }

    private List<FakeCarrier.Arrived> textsAbout(String what) {
        return world.take(Message.Purpose.PAGE).stream()
                .filter(page -> page.message().address().equals("+33600000001"))
                .filter(page -> page.text().contains(what))
                .toList();
    }

    private void change(String sql) throws SQLException {
        assertThat(database.change(sql)).isPositive();
    }
}
