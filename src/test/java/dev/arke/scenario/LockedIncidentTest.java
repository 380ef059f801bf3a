package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.Engine;
import dev.arke.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An incident whose row somebody holds, such as an operator in psql, holds up no other. H2 belongs to one process, which has one writer. */
final class LockedIncidentTest {
    private static final Outcome DOWN = new Outcome.Again(Duration.ZERO, FailureReason.SERVER, "the chat is down");
    private static final String SMS = "+33600000001";

    private final TestDatabase database = TestDatabase.open(Engine.POSTGRES);
    private final World world = new World(database, ContactKind.SANDBOX, ContactKind.SMS);

    @BeforeEach
    void aTeam() {
        Checkout.in(world);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatCameOfMessagesOfOthersIsRecorded() throws SQLException {
        world.carrier(ContactKind.SANDBOX).answer("alice", DOWN, DOWN);
        open();

        try (var operator = holdingTheFirst()) {
            world.sleepFor(Duration.ofSeconds(5));
            assertThat(world.events(2)).hasAtLeastOneElementOfType(IncidentEvent.PageDelivered.class);
            assertThat(world.events(1)).noneMatch(IncidentEvent.PageDelivered.class::isInstance);
            operator.rollback();
        }

        world.sleepFor(Duration.ofSeconds(31));
        assertThat(world.events(1)).hasAtLeastOneElementOfType(IncidentEvent.PageDelivered.class);
        assertThat(world.events(2))
                .filteredOn(IncidentEvent.PageDelivered.class::isInstance)
                .hasSize(1);
    }

    @Test
    void latePagesOfOthersAreSeenTo() throws SQLException {
        world.carrier(ContactKind.SANDBOX)
                .answer("alice", Stream.generate(() -> DOWN).limit(200).toArray(Outcome[]::new));
        open();

        try (var operator = holdingTheFirst()) {
            world.sleepFor(Duration.ofSeconds(30));
            assertThat(world.pages()).containsOnlyOnce(SMS);
            operator.rollback();
        }

        world.work();
        assertThat(world.pages()).containsOnlyOnce(SMS);
    }

    private void open() {
        world.alert(Checkout.MONITOR, Checkout.alert("disk full"));
        world.alert(Checkout.MONITOR, Checkout.alert("disk slow"));
        assertThat(world.take(Purpose.CARD)).hasSize(2);
        assertThat(world.pages()).containsExactly("alice", "alice");
    }

    private Connection holdingTheFirst() throws SQLException {
        var operator = database.connect();
        operator.setAutoCommit(false);
        try (var statement = operator.createStatement()) {
            statement.execute("select id from incident where number = 1 for update");
        }
        return operator;
    }
}
