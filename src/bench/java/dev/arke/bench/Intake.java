package dev.arke.bench;

import com.sun.management.ThreadMXBean;
import dev.arke.boot.EngineParts;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Alerts over HTTP, one a request: how many a second are stored and synced before they are answered 202, while their
 * pages, cards and threads go out; beside Alertmanager, which keeps them in memory.
 */
final class Intake implements Benchmark {
    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Goal ON_H2 = new Goal(3_400, 8_000, "alerts/s");
    private static final Goal ON_POSTGRES = new Goal(4_000, 10_000, "alerts/s");
    private static final Goal P99 = new Goal(100, 30, "ms");

    @Override
    public void run(Bench bench) throws Exception {
        bench.report()
                .title("intake, " + bench.engine() + ": one alert a request, high priority, " + people(bench)
                        + " people, " + services(bench)
                        + " services with a channel each; floods, bundles and digests out of reach");
        int count = bench.size(20_000, 300);
        if (!bench.isShort()) arke(bench, count, 32, "to warm up", true);
        arke(bench, count, 32, "sending meanwhile", true);
        if (!bench.isShort()) arke(bench, count, 32, "sending nothing", false);
        if (!bench.isShort()) arke(bench, count, 128, "sending meanwhile", true);
        arke(bench, count, 128, "sending nothing", false);
        if (bench.h2()) for (int connections : new int[] {32, 128}) alertmanager(bench, count, connections);
    }

    private static int people(Bench bench) {
        return bench.size(500, 50);
    }

    private static int services(Bench bench) {
        return bench.size(5_000, 100);
    }

    private static void arke(Bench bench, int count, int connections, String how, boolean isSending) throws Exception {
        var scale = new Scale(count, people(bench), services(bench), connections);
        var carrier = new CountingCarrier();
        try (var opened = bench.databases().fresh();
                var server = new BenchServer(
                        opened.database(), EngineParts.Settings.ONE_BY_ONE, carrier, scale.teamFile())) {
            if (isSending) server.startWork();
            var load = new HttpLoad(server.startIntake(), connections);
            long before = allocated();
            var result = load.asFastAsAnswered(count, scale::post);
            long used = allocated() - before;
            var name = "intake: " + connections + " connections, " + how;
            bench.report().row(name, bench.h2() ? ON_H2 : ON_POSTGRES, result.perSecond());
            bench.report().row(name + ": answer p99", P99, new Percentiles(result.took()).millis(0.99));
            bench.report().row(name + ": allocated", Goal.none("KiB an alert"), used / 1024.0 / count);
            if (isSending) carrier.awaitQuiet(Duration.ofSeconds(bench.size(4, 2)), PATIENCE);
            else server.engine().deliveries().sendDue().sendAllDue();
            var tally = Tally.of(
                    postedAt(result), result.postedAt()[0], System.nanoTime(), carrier.arrived(), opened.settings());
            tally.judge(name, bench.report());
        }
    }

    private static Map<String, Long> postedAt(HttpLoad.Result result) {
        var at = new HashMap<String, Long>();
        for (int n = 0; n < result.postedAt().length; n++) at.put(Scale.dedupKey(n), result.postedAt()[n]);
        return at;
    }

    /** By all threads since this process began. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }

    private static void alertmanager(Bench bench, int count, int connections) throws Exception {
        try (var peer = new Alertmanager(bench.databases().directory())) {
            var load = new HttpLoad(peer.base(), connections);
            var result = load.asFastAsAnswered(count, n -> Alertmanager.post(Scale.dedupKey(n)));
            var name = "Alertmanager (keeps nothing): " + connections + " connections";
            bench.report().row(name, Goal.none("alerts/s"), result.perSecond());
            bench.report().row(name + ": answer p99", Goal.none("ms"), new Percentiles(result.took()).millis(0.99));
            var arrived = peer.receiver().await(count, QUIET);
            bench.report().row(name + ": posted to the chat", Goal.none("of " + count), arrived.size());
        }
    }
}
