package dev.arke.bench;

import dev.arke.bench.SlackUnderLoad.Gesture;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How long Slack waits for us, over real HTTP with real signatures, on both databases: the acknowledgement of commands,
 * clicks and mentions at 100 a second, that of looks while the database stalls for 2 seconds, and how soon
 * {@code views.open} is called. Slack is the tests' fake in this process, so no network is in it. The first row of each
 * engine is that of a process which has just started; H2 comes first, so only there is all of it compiled anew.
 */
public final class SlackGestures {
    private static final int PER_SECOND = 100;
    private static final Duration STALL = Duration.ofSeconds(2);
    private static final Duration COLD = Duration.ofSeconds(10);
    private static final List<Gesture> MIXED =
            List.of(Gesture.LOOK, Gesture.CLICK, Gesture.LOOK, Gesture.MENTION, Gesture.LOOK);

    private SlackGestures() {}

    public static void main(String[] args) {
        Ending.with(() -> run(args));
    }

    private static boolean run(String... args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
        print(PER_SECOND + " requests a second, open loop, for " + seconds + " s");
        print(String.format(Locale.ROOT, "%-60s %8s %9s %9s %9s", "run", "count", "p50", "p99", "max"));
        for (boolean h2 : new boolean[] {true, false}) {
            try (var databases = new BenchDatabase(h2);
                    var opened = databases.fresh();
                    var slack = new SlackUnderLoad(opened.database())) {
                print(databases.settings() + "; " + Machine.describe(databases.directory()));
                on(h2 ? "H2" : "PostgreSQL", opened, slack, seconds);
            }
        }
        return true;
    }

    private static void on(String engine, BenchDatabase.Opened opened, SlackUnderLoad slack, int seconds)
            throws Exception {
        var everything = MIXED;
        line(engine + ": the same, the first 10 s of a process (no goal)", slack.run(everything, PER_SECOND, COLD));
        line(
                engine + ": commands, clicks, mentions (goal p99 < 200 ms)",
                slack.run(everything, PER_SECOND, Duration.ofSeconds(seconds)));
        line(engine + ": views.open after its request (goal < 300 ms)", slack.forms(100));
        var looks = stalled(opened, () -> slack.run(List.of(Gesture.LOOK), PER_SECOND, STALL));
        line(engine + ": looks while it stalls (goal p99 < 500 ms)", looks);
        line(engine + ": views.open while it stalls (goal < 300 ms)", stalled(opened, () -> slack.forms(20)));
    }

    private static List<Long> stalled(BenchDatabase.Opened opened, Supplier<List<Long>> work) throws SQLException {
        try (var stall = new Stall(opened)) {
            stall.begin();
            return work.get();
        }
    }

    private static void line(String run, List<Long> nanos) {
        var sorted = nanos.stream().sorted().toList();
        print(String.format(
                Locale.ROOT,
                "%-60s %8d %6.0f ms %6.0f ms %6.0f ms",
                run,
                sorted.size(),
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1)));
    }

    private static double at(List<Long> sorted, double part) {
        int last = sorted.size() - 1;
        return IntStream.of((int) Math.ceil(part * last)).mapToLong(sorted::get).sum() / 1e6;
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
