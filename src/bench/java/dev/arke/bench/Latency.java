package dev.arke.bench;

import dev.arke.boot.EngineParts;
import dev.arke.slack.web.OwnApp;
import dev.arke.slack.web.SlackCarrier;
import dev.arke.slack.web.SlackClient;
import dev.arke.testkit.slack.FakeSlack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * 500 alerts a second: how long from when each was to be posted until its page reached a fake Slack, over Slack's own
 * client and HTTP; beside Alertmanager, which posts each alert as it comes.
 */
final class Latency implements Benchmark {
    private static final int PER_SECOND = 500;
    private static final int CONNECTIONS = 64;
    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final Pattern ALERT = Pattern.compile("burst-[0-9]+");
    private static final Goal P50 = new Goal(15, 5, "ms");
    private static final Goal P99 = new Goal(60, 25, "ms");

    @Override
    public void run(Bench bench) throws Exception {
        int count = PER_SECOND * bench.size(60, 2);
        bench.report()
                .title("latency, " + bench.engine() + ": " + PER_SECOND + " alerts/s, " + count
                        + " in all, 200 people; a Slack without limits in this process");
        if (!bench.isShort()) arke(bench, PER_SECOND * 20, "to warm up", "");
        arke(bench, count, "a page each", "");
        if (!bench.isShort()) arke(bench, count, "a page, a card and its thread each", "channels: {slack: C0P%1$d}, ");
        if (bench.h2()) alertmanager(bench, count);
    }

    private static void arke(Bench bench, int count, String how, String channel) throws Exception {
        var scale = Scale.oneChannelAPerson(count, CONNECTIONS);
        try (var slack = FakeSlack.start();
                var opened = bench.databases().fresh();
                var client = new SlackClient(slack.settings(), opened.database().clock())) {
            for (int i = 0; i < scale.people(); i++) {
                slack.people().add("U0P" + i, "p" + i);
                slack.rooms().channel("C0P" + i, "room-" + i);
            }
            slack.forget();
            var arrived = new ConcurrentHashMap<String, Integer>();
            var first = new ConcurrentHashMap<String, Long>();
            slack.listen(call -> {
                if (!call.method().equals("chat.postMessage")
                        || !call.get("channel").startsWith("U")) return;
                var alert = ALERT.matcher(call.arguments().toString());
                if (!alert.find()) return;
                first.putIfAbsent(alert.group(), System.nanoTime());
                arrived.merge(alert.group(), 1, Integer::sum);
            });
            var carrier = new SlackCarrier(
                    client,
                    new OwnApp(client, FakeSlack.TOKEN, opened.database().clock()),
                    (id, team) -> Optional.empty(),
                    opened.database().clock());
            try (var server = new BenchServer(
                    opened.database(),
                    EngineParts.Settings.ONE_BY_ONE,
                    new UnlimitedCarrier(carrier),
                    scale.teamFile("slack: U0P%1$d", channel))) {
                server.startWork();
                var load = new HttpLoad(server.startIntake(), CONNECTIONS);
                var result = load.atRate(PER_SECOND, count, scale::post);
                await(first, count);
                var name = "latency: " + how;
                rows(bench, name, P50, P99, result, first);
                bench.report().expect(name, count, first.size());
                bench.report()
                        .expect(
                                name + ", doubled",
                                0,
                                arrived.values().stream()
                                        .filter(times -> times > 1)
                                        .count());
            }
        }
    }

    private static void await(Map<String, Long> arrived, int count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (arrived.size() < count && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(50);
    }

    private static void rows(
            Bench bench, String name, Goal p50, Goal p99, HttpLoad.Result result, Map<String, Long> arrived) {
        var took = new ArrayList<Long>();
        for (int n = 0; n < result.postedAt().length; n++) {
            var at = arrived.get(Scale.dedupKey(n));
            if (at != null) took.add(at - result.postedAt()[n]);
        }
        var all = new Percentiles(took);
        bench.report().row(name + ": p50", p50, all.millis(0.5));
        bench.report().row(name + ": p99", p99, all.millis(0.99));
        bench.report().row(name + ": max", Goal.none("ms"), all.millis(1));
    }

    private static void alertmanager(Bench bench, int count) throws Exception {
        try (var peer = new Alertmanager(bench.databases().directory())) {
            var load = new HttpLoad(peer.base(), CONNECTIONS);
            var result = load.atRate(PER_SECOND, count, n -> Alertmanager.post(Scale.dedupKey(n)));
            var arrived = peer.receiver().await(count, QUIET);
            rows(bench, "Alertmanager", Goal.none("ms"), Goal.none("ms"), result, arrived);
            bench.report().row("Alertmanager: posted to the chat", Goal.none("of " + count), arrived.size());
        }
    }
}
