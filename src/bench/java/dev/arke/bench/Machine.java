package dev.arke.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the figures were measured on. */
final class Machine {
    private static final Duration FSYNCS = Duration.ofSeconds(1);
    private static final Duration SPIN = Duration.ofMillis(500);

    private Machine() {}

    static String describe(Path directory) throws IOException {
        var runtime = Runtime.getRuntime();
        return String.format(
                Locale.ROOT,
                "%d cores, %s %s; Java %s %s, heap at most %d MiB; %d fsyncs/s of 4 KiB where the databases are;"
                        + " one thread counts to %.1f billion in a second",
                runtime.availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version(),
                flags(),
                runtime.maxMemory() >> 20,
                fsyncs(directory),
                counting());
    }

    private static String flags() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-X"))
                .collect(Collectors.joining(" "));
    }

    private static long fsyncs(Path directory) throws IOException {
        var file = Files.createTempFile(directory, "fsync", "");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var block = ByteBuffer.allocate(4096);
            long count = 0;
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < FSYNCS.toNanos()) {
                channel.write(block.rewind());
                channel.force(false);
                count++;
            }
            return count;
        } finally {
            Files.delete(file);
        }
    }

    /** A generator of random numbers, which no compiler shortens, so that a slower or busier core shows. */
    private static double counting() {
        long x = 88172645463325252L;
        long count = 0;
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < SPIN.toNanos()) {
            for (int i = 0; i < 10_000; i++) {
                x ^= x << 13;
                x ^= x >>> 7;
                x ^= x << 17;
            }
            count += 10_000;
        }
        return (x == 0 ? 0 : count) / (SPIN.toMillis() / 1e3) / 1e9;
    }
}
