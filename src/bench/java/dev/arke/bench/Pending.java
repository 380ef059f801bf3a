package dev.arke.bench;

import dev.arke.boot.EngineParts;
import dev.arke.engine.incident.Inbound;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** An Arke in this process with very many incidents that wait for their next step; nothing works on them yet. */
final class Pending implements AutoCloseable {
    private final BenchDatabase.Opened opened;
    private final CountingCarrier carrier = new CountingCarrier();
    private final BenchServer server;

    /** {@code each}: how many for each of {@link Scale}'s people. {@code escalatesAt}: SQL, of the copy's number {n}. */
    Pending(BenchDatabase databases, int each, String escalatesAt) throws SQLException {
        opened = databases.fresh();
        var scale = Scale.oneChannelAPerson(Scale.INCIDENTS, 1);
        server = new BenchServer(opened.database(), EngineParts.Settings.ONE_BY_ONE, carrier, scale.teamFile());
        var directory = opened.database()
                .transactions()
                .read(() -> server.engine().directory().current());
        server.engine()
                .incidents()
                .trigger()
                .trigger(IntStream.range(0, scale.people())
                        .mapToObj(person -> new Inbound(
                                directory
                                        .integrationNamed(Scale.integration(person))
                                        .orElseThrow()
                                        .id(),
                                List.of(scale.alert(person)),
                                "{}"))
                        .toList());
        server.engine().deliveries().sendDue().sendAllDue();
        try (var connection = BenchDatabase.connect(opened.settings())) {
            // Threads are told a little later than all else. None is to be copied that is still due.
            Copies.run(connection, "update delivery set due_at = current_timestamp where due_at is not null");
            server.engine().deliveries().sendDue().sendAllDue();
            carrier.forget();
            Copies.run(connection, "update incident set escalates_at = null");
            new Copies(opened.settings(), each).incidents(connection, escalatesAt);
        }
    }

    BenchDatabase.Opened opened() {
        return opened;
    }

    BenchServer server() {
        return server;
    }

    CountingCarrier carrier() {
        return carrier;
    }

    /** How many pages were planned in all. */
    long pages() throws SQLException {
        return Copies.number(opened.settings(), "select count(*) from delivery where kind = 'page'");
    }

    @Override
    public void close() {
        server.close();
        opened.close();
    }
}
