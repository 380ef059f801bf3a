package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.boot.EngineParts;
import dev.arke.delivery.BacklogStore;
import dev.arke.delivery.OutboxStore;
import dev.arke.engine.delivery.DeliverySettings;
import dev.arke.engine.incident.IntakeSettings;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.incident.OpenIncidentStore;
import dev.arke.page.StormSettings;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.Engine;
import dev.arke.testkit.Statements;
import dev.arke.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is over is kept for ever, so nothing that is asked all the time may read through it; H2 tells how much it read. */
final class HistoryIsNotReadTest {
    private static final int PAST = 400;
    private static final long FEW = 60;

    private final TestDatabase database = TestDatabase.open(Engine.H2);
    private final World world = new World(
            database,
            new EngineParts.Settings(
                    new IntakeSettings(1_000, Duration.ofMinutes(1)),
                    StormSettings.DEFAULT,
                    DeliverySettings.DEFAULT,
                    ConnectSettings.DEFAULT),
            ContactKind.SANDBOX);
    private final Statements statements = new Statements(database);

    @BeforeEach
    void aPast() throws SQLException {
        Shop.in(world);
        var names = IntStream.range(0, PAST).mapToObj(i -> "disk " + i).toList();
        world.alerts(
                "monitor",
                names.stream().map(name -> Shop.firing(name).toAlert()).toList());
        world.alerts(
                "monitor", names.stream().map(name -> Shop.over(name).toAlert()).toList());
        world.advance(Duration.ofMinutes(20));
        assertThat(world.openIncidents()).isEmpty();
        count();
        statements.take();
    }

    /** H2 counts its rows itself after each two thousand changes, and then may read them in another way. */
    private void count() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aNewIncidentIsTakenSentAndWatched() throws SQLException {
        world.alert("monitor", Shop.firing("roof").toAlert());
        world.advance(Duration.ofMinutes(11));
        watch();

        var read = statements.rowsRead();
        assertThat(read).hasSizeGreaterThan(20);
        read.values().removeIf(rows -> rows < FEW);
        assertThat(read).isEmpty();
    }

    private void watch() {
        var dsl = database.database().dsl();
        world.read(() -> {
            var backlog = new BacklogStore(dsl);
            backlog.oldestDue(world.now());
            backlog.latePages(world.now(), 10);
            new OutboxStore(dsl).fallingThrough(world.now(), 10);
            new OutboxStore(dsl).dueOf(List.of(ContactKind.SANDBOX, ContactKind.SMS), world.now());
            return new OpenIncidentStore(dsl).overdue(world.now(), 10);
        });
    }
}
