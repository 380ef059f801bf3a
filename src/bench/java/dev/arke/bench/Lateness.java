package dev.arke.bench;

import dev.arke.delivery.Message.Purpose;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * 100,000 incidents wait, 20,000 of them become due at random within a minute, all written before this node began: how long
 * after its instant is each page at the carrier? None may be early.
 */
final class Lateness implements Benchmark {
    private static final Duration COLD = Duration.ofSeconds(10);
    private static final Goal P99 = new Goal(250, 50, "ms");

    @Override
    public void run(Bench bench) throws Exception {
        int each = bench.size(500, 5);
        var within = Duration.ofSeconds(bench.size(60, 3));
        int due = each * 40;
        bench.report()
                .title("lateness, " + bench.engine() + ": " + each * 200 + " incidents wait, " + due
                        + " become due at random within " + within.toSeconds() + " s");
        try (var pending = new Pending(
                bench.databases(), each, "current_timestamp + interval '1' day + {n} * interval '1' second")) {
            var lead = Duration.ofSeconds(bench.size(5, 2));
            spread(pending, due, lead, within, bench.h2());
            var dueAt = dueAt(pending, due);
            var began = pending.opened().database().clock().instant();
            long nanos = System.nanoTime();
            pending.server().startWork();
            Thread.sleep(lead);
            pending.carrier().awaitQuiet(Duration.ofSeconds(bench.size(5, 2)), within.plus(Duration.ofMinutes(1)));
            judge(bench, pending, dueAt, arrivals(pending, began, nanos));
        }
    }

    private static void spread(Pending pending, int due, Duration lead, Duration within, boolean h2)
            throws SQLException {
        try (var connection = BenchDatabase.connect(pending.opened().settings())) {
            var random = h2 ? "rand()" : "random()";
            Copies.run(
                    connection,
                    "update incident set escalates_at = current_timestamp + interval '" + lead.toSeconds()
                            + "' second + cast(" + random + " * " + within.toMillis()
                            + " as int) * interval '0.001' second where number > " + Copies.FIRST_NUMBER
                            + " and number <= " + (Copies.FIRST_NUMBER + due));
        }
    }

    private static Map<UUID, Instant> dueAt(Pending pending, int due) throws SQLException {
        var at = new HashMap<UUID, Instant>();
        try (var connection = BenchDatabase.connect(pending.opened().settings());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, escalates_at from incident where number > "
                        + Copies.FIRST_NUMBER + " and number <= " + (Copies.FIRST_NUMBER + due))) {
            while (rows.next())
                at.put(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, OffsetDateTime.class).toInstant());
        }
        return at;
    }

    /** When a page of each incident came, by the database's clock. */
    private static Map<UUID, List<Instant>> arrivals(Pending pending, Instant began, long nanos) throws SQLException {
        var arrived = new HashMap<UUID, Instant>();
        for (var one : pending.carrier().arrived())
            if (one.purpose() == Purpose.PAGE && !one.isEdit())
                arrived.put(one.deliveryId(), began.plusNanos(one.nanos() - nanos));
        var of = new HashMap<UUID, List<Instant>>();
        try (var connection = BenchDatabase.connect(pending.opened().settings());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, incident_id from delivery where kind = 'page'")) {
            while (rows.next()) {
                var at = arrived.get(rows.getObject(1, UUID.class));
                if (at != null)
                    of.computeIfAbsent(rows.getObject(2, UUID.class), any -> new ArrayList<>())
                            .add(at);
            }
        }
        return of;
    }

    private static void judge(
            Bench bench, Pending pending, Map<UUID, Instant> dueAt, Map<UUID, List<Instant>> arrived) {
        var late = new ArrayList<Long>();
        var afterwards = new ArrayList<Long>();
        var warm = dueAt.values().stream().min(Instant::compareTo).orElseThrow().plus(COLD);
        int early = 0;
        int doubled = 0;
        for (var one : arrived.entrySet()) {
            var due = dueAt.get(one.getKey());
            doubled += one.getValue().size() - 1;
            if (due == null || one.getValue().getFirst().isBefore(due)) early++;
            else {
                long took = Duration.between(due, one.getValue().getFirst()).toNanos();
                late.add(took);
                if (due.isAfter(warm)) afterwards.add(took);
            }
        }
        var lost = new HashSet<>(dueAt.keySet());
        lost.removeAll(arrived.keySet());
        rows(bench, "lateness", P99, late);
        if (!afterwards.isEmpty()) rows(bench, "lateness, after the first ten seconds", Goal.none("ms"), afterwards);
        bench.report().expect("lateness, lost", 0, lost.size());
        bench.report().expect("lateness, doubled", 0, doubled);
        bench.report().expect("lateness, early", 0, early);
        bench.report()
                .expect(
                        "lateness, sent more than once",
                        0,
                        pending.carrier().arrived().stream()
                                        .filter(one -> one.purpose() == Purpose.PAGE && !one.isEdit())
                                        .count()
                                - arrived.values().stream().mapToInt(List::size).sum());
    }

    private static void rows(Bench bench, String name, Goal p99, List<Long> late) {
        var all = new Percentiles(late);
        bench.report().row(name + ": p50", Goal.none("ms"), all.millis(0.5));
        bench.report().row(name + ": p99", p99, all.millis(0.99));
        bench.report().row(name + ": max", Goal.none("ms"), all.millis(1));
    }
}
