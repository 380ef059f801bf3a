package dev.arke.bench;

import java.time.Duration;
import java.util.stream.Collectors;

/** A killed server with 100,000 incidents that wait and 1,000 that are overdue: how soon after its exec are their pages out? */
final class Restart implements Benchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Goal FIRST = new Goal(5, 2.5, "s");
    private static final Goal ALL = new Goal(10, 4, "s");

    @Override
    public void run(Bench bench) throws Exception {
        if (bench.isShort() && !bench.h2()) return;
        int each = bench.size(1_000, 5);
        int ofEach = bench.size(10, 1);
        bench.report()
                .title("restart, " + bench.engine() + ": killed with " + each * 100 + " incidents that wait and "
                        + ofEach * 100 + " that are overdue; a process of its own, " + RealServer.started());
        try (var server = new RealServer(bench, each)) {
            for (int time = 1; time <= bench.size(3, 1); time++) once(bench, server, ofEach, time);
        }
    }

    private static void once(Bench bench, RealServer server, int ofEach, int time) throws Exception {
        // Killed with everything it had.
        server.start().kill();
        int overdue = server.makeOverdue(time, ofEach);
        int before = server.receiver().pages().size();
        long begun = System.nanoTime();
        try (var running = server.start()) {
            double ready = (System.nanoTime() - begun) / 1e9;
            server.receiver().await(before + overdue, PATIENCE);
            var pages = server.receiver().pages().stream().skip(before).toList();
            var name = "restart " + time + ": ";
            bench.report().row(name + "ready", Goal.none("s"), ready);
            if (!pages.isEmpty()) {
                bench.report().row(name + "first page", FIRST, (pages.getFirst().at() - begun) / 1e9);
                bench.report().row(name + "all pages", ALL, (pages.getLast().at() - begun) / 1e9);
            }
            bench.report().expect(name + "pages", overdue, pages.size());
            bench.report()
                    .expect(
                            name + "incidents paged",
                            overdue,
                            pages.stream()
                                    .map(CrashTrace.Page::alert)
                                    .collect(Collectors.toSet())
                                    .size());
            if (!running.process().isAlive()) bench.report().wrong(name + "the server is gone");
            // A kill would have pages sent again of which it has not noted that they came.
            running.stop();
        }
    }
}
