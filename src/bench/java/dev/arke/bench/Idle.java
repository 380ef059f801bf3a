package dev.arke.bench;

import dev.arke.testkit.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A server with 10,000 open incidents of which nothing is due: what of a core and how much memory does it take? */
final class Idle implements Benchmark {
    private static final Goal CPU = new Goal(2, 1, "% of a core");
    private static final Goal MEMORY = new Goal(300, 200, "MB resident");

    @Override
    public void run(Bench bench) throws Exception {
        if (bench.isShort() && !bench.h2()) return;
        int each = bench.size(100, 2);
        bench.report()
                .title("idle, " + bench.engine() + ": " + each * 100
                        + " open incidents, nothing due; a process of its own, " + RealServer.started()
                        + "; what it takes after a minute's rest");
        try (var server = new RealServer(bench, each);
                var running = server.start()) {
            Thread.sleep(Duration.ofSeconds(bench.size(60, 1)));
            int pages = server.receiver().pages().size();
            var before = cpu(running);
            var measured = Duration.ofSeconds(bench.size(60, 1));
            Thread.sleep(measured);
            double share = cpu(running).minus(before).toMillis() * 100.0 / measured.toMillis();
            bench.report().row("idle: processor", CPU, share);
            bench.report().row("idle: memory", MEMORY, resident(running));
            bench.report().expect("idle, pages", 0, server.receiver().pages().size() - pages);
        }
    }

    private static Duration cpu(ServerProcess server) {
        return server.process().info().totalCpuDuration().orElseThrow();
    }

    private static double resident(ServerProcess server) throws IOException {
        return Files.readAllLines(
                                Path.of("/proc", Long.toString(server.process().pid()), "status"))
                        .stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow()
                * 1024
                / 1e6;
    }
}
