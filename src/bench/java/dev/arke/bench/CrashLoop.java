package dev.arke.bench;

import dev.arke.testkit.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Real servers under load, killed with -9 at random instants and now and then stopped cleanly: what was answered 202 is
 * paged, each step once. Arguments, all optional: how many rounds, {@code h2} or {@code postgres} (three nodes), a seed.
 */
public final class CrashLoop implements AutoCloseable {
    private static final int INTEGRATIONS = 100;
    private static final int NODES_ON_POSTGRES = 3;
    private static final int CLEAN_ONE_IN = 5;
    private static final int LONGEST_LIFE_MILLIS = 4_000;
    private static final Duration SETTLED = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Map<String, String> settings;
    private final Random random;
    private final BenchDatabase databases;
    private final PageReceiver receiver = new PageReceiver(INTEGRATIONS);
    private final List<ServerProcess> nodes = new CopyOnWriteArrayList<>();
    private final List<Long> kills = new ArrayList<>();

    private CrashLoop(boolean h2, long seed) throws IOException {
        random = new Random(seed);
        databases = new BenchDatabase(h2);
        folder = Files.createTempDirectory(databases.directory().toAbsolutePath(), "crash-loop-");
        settings = new WebhookTeam(receiver, INTEGRATIONS, "4s").settings(folder, databases.next());
    }

    public static void main(String[] args) {
        Ending.with(() -> run(args));
    }

    private static boolean run(String... args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        boolean h2 = args.length < 2 || args[1].equals("h2");
        long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        try (var loop = new CrashLoop(h2, seed)) {
            say("%d rounds, seed %d; %s; %s"
                    .formatted(rounds, seed, loop.databases.settings(), Machine.describe(loop.folder)));
            return report(loop.run(rounds, h2 ? 1 : NODES_ON_POSTGRES));
        }
    }

    private static boolean report(CrashTrace trace) {
        var verdict = trace.judge();
        say("%d alerts answered, %d of them cleared; %d pages came, %d of them again after a kill; %d kills"
                .formatted(
                        trace.answered().size(),
                        trace.cleared().size(),
                        trace.pages().size(),
                        verdict.cut(),
                        trace.kills().size()));
        tell("lost", verdict.lost());
        tell("doubled", verdict.doubled());
        tell("paged after clearing", verdict.afterClear());
        boolean good = verdict.isClean();
        for (var fault : trace.withFaults().entrySet()) {
            boolean caught = !fault.getValue().judge().isClean();
            say("planted %s: %s".formatted(fault.getKey(), caught ? "caught" : "NOT CAUGHT"));
            good &= caught;
        }
        return good;
    }

    private static void tell(String what, List<String> cases) {
        say("%s: %d".formatted(what, cases.size()));
        cases.stream().limit(10).forEach(one -> say("  %s".formatted(one)));
    }

    private CrashTrace run(int rounds, int howMany) throws InterruptedException {
        for (int i = 0; i < howMany; i++) nodes.add(start());
        var senders = new StubbornSenders(this::up, INTEGRATIONS);
        senders.start();
        for (int round = 1; round <= rounds; round++) {
            Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            int which = random.nextInt(nodes.size());
            if (random.nextInt(CLEAN_ONE_IN) == 0) nodes.get(which).stop();
            else kill(nodes.get(which));
            nodes.set(which, start());
            if (round % 10 == 0)
                say("round %d: %d answered, %d pages"
                        .formatted(
                                round,
                                senders.answered().size(),
                                receiver.pages().size()));
        }
        senders.stop();
        awaitSettled();
        return new CrashTrace(senders.answered(), senders.cleared(), receiver.pages(), List.copyOf(kills));
    }

    private void kill(ServerProcess node) {
        node.kill();
        kills.add(System.nanoTime());
    }

    private List<URI> up() {
        return nodes.stream().map(ServerProcess::base).toList();
    }

    private ServerProcess start() {
        return ServerProcess.start(folder, ServerProcess.freePort(), settings);
    }

    /** Until no page has come for longer than any step waits. */
    private void awaitSettled() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int before;
        do {
            before = receiver.pages().size();
            Thread.sleep(SETTLED);
        } while (receiver.pages().size() != before && System.nanoTime() < end);
    }

    private static void say(String line) {
        System.out.println(line);
    }

    @Override
    public void close() {
        nodes.forEach(ServerProcess::close);
        receiver.close();
        databases.close();
    }
}
