package dev.arke.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Half of 100,000 incidents are due at once: how many are escalated a second, each step with its page committed. Beside
 * db-scheduler, which runs that many empty tasks.
 */
final class DueSteps implements Benchmark {
    private static final Goal ON_H2 = new Goal(3_500, 6_000, "steps/s");
    private static final Goal ON_POSTGRES = new Goal(5_300, 15_000, "steps/s");
    private static final String EVERY_OTHER = "case when mod({n}, 2) = 0 then"
            + " current_timestamp - {n} * interval '0.001' second else current_timestamp + interval '1' day end";

    @Override
    public void run(Bench bench) throws Exception {
        int each = bench.size(500, 5);
        bench.report()
                .title("due, " + bench.engine() + ": " + each * 100 + " of " + each * 200
                        + " incidents are due, one page each; the sweep of one node, and of two at once");
        if (!bench.isShort()) sweep(bench, 50, 1, "due: to warm up");
        sweep(bench, each, 1, "due: one sweep");
        sweep(bench, each, 2, "due: two sweeps at once");
        if (!bench.h2()) DbScheduler.run(bench, each * 100);
    }

    private static void sweep(Bench bench, int each, int sweeps, String name) throws Exception {
        try (var pending = new Pending(bench.databases(), each, EVERY_OTHER)) {
            long due = each * 100L;
            long before = pending.pages();
            long begun = System.nanoTime();
            long done = sweepAll(pending, sweeps);
            double seconds = (System.nanoTime() - begun) / 1e9;
            bench.report().row(name, bench.h2() ? ON_H2 : ON_POSTGRES, done / seconds);
            bench.report().expect(name + ", steps", due, done);
            bench.report().expect(name + ", pages", due, pending.pages() - before);
            bench.report().expect(name + ", incidents still due", 0, stillDue(pending));
        }
    }

    private static long sweepAll(Pending pending, int sweeps) throws Exception {
        Callable<Integer> sweep = () -> {
            int total = 0;
            // A sweep ends at the first batch that is not full: another one may hold the rest.
            for (int done = 1; done > 0; total += done)
                done = pending.server().engine().incidents().escalate().escalateAllDue();
            return total;
        };
        var all = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < sweeps; i++) all.add(sweep);
        long total = 0;
        try (var threads = Executors.newFixedThreadPool(sweeps)) {
            for (var done : threads.invokeAll(all)) total += done.get();
        }
        return total;
    }

    private static long stillDue(Pending pending) throws SQLException {
        return Copies.number(
                pending.opened().settings(), "select count(*) from incident where escalates_at <= current_timestamp");
    }
}
