package dev.arke.bench;

import dev.arke.database.DatabaseSettings;
import dev.arke.testkit.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server in a process of its own, told what README tells Java, with very many incidents; its pages come to webhooks here. */
final class RealServer implements AutoCloseable {
    private static final int INTEGRATIONS = 100;
    /** What README and operations tell it. */
    private static final List<String> JAVA = List.of(
            "-XX:+UseSerialGC",
            "-Xms32m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:+ExitOnOutOfMemoryError");

    private static final List<String> IN_SHORT = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final Path JAR = Path.of("target", "arke.jar").toAbsolutePath();
    private static final Path CACHE = Path.of("target", "arke.aot").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int each;
    private final PageReceiver receiver = new PageReceiver(INTEGRATIONS);
    private final Path folder;
    private final DatabaseSettings database;
    private final Map<String, String> settings;
    private final List<String> command;

    /** Takes one alert of each integration and is stopped; then each has {@code each} copies, due in a day. */
    RealServer(Benchmark.Bench bench, int each) throws IOException, SQLException, InterruptedException {
        this.each = each;
        command = bench.isShort() ? ServerProcess.command(IN_SHORT, "serve") : command();
        var databases = bench.databases();
        folder = Files.createTempDirectory(databases.directory().toAbsolutePath(), "server-");
        database = databases.next();
        settings = new WebhookTeam(receiver, INTEGRATIONS, "24h").settings(folder, database);
        try (var server = start()) {
            for (int i = 0; i < INTEGRATIONS; i++) {
                var body = "{\"dedup_key\": \"real-%d\", \"summary\": \"alert-0-%d\"}".formatted(i, i);
                int status = server.post("/in/" + StubbornSenders.key(i) + "/generic", body);
                if (status != 202) throw new IllegalStateException("an alert was answered " + status);
            }
            receiver.await(INTEGRATIONS, PATIENCE);
            // A kill would have pages sent again of which it has not noted that they came.
            server.stop();
        }
        try (var connection = BenchDatabase.connect(database)) {
            new Copies(database, each).incidents(connection, "current_timestamp + interval '1' day");
        }
    }

    /** With the cache, if it and the jar have been made; in these folders of classes Java would make no use of it. */
    private static List<String> command() {
        if (!hasCache()) return ServerProcess.command(JAVA, "serve");
        var words = new ArrayList<>(JAVA);
        words.addAll(List.of("-XX:AOTCache=" + CACHE, "-jar", JAR.toString(), "serve"));
        return ServerProcess.java(words);
    }

    private static boolean hasCache() {
        return Files.exists(JAR) && Files.exists(CACHE);
    }

    /** How it is started, for a title. */
    static String started() {
        return String.join(" ", JAVA) + (hasCache() ? ", AOT cache" : ", no AOT cache");
    }

    /**
     * So many of the copies of each integration are overdue by now, others each {@code time}: those that were have had
     * their last step. Answers how many in all.
     */
    int makeOverdue(int time, int ofEach) throws SQLException {
        try (var connection = BenchDatabase.connect(database)) {
            Copies.run(
                    connection,
                    "update incident set escalates_at = current_timestamp - interval '10' second where number > "
                            + Copies.FIRST_NUMBER + " and mod(number, " + each + ") between " + (time - 1) * ofEach
                            + " and " + (time * ofEach - 1));
        }
        return ofEach * INTEGRATIONS;
    }

    /** Returns once it is ready. */
    ServerProcess start() {
        return ServerProcess.start(folder, ServerProcess.freePort(), settings, command);
    }

    PageReceiver receiver() {
        return receiver;
    }

    @Override
    public void close() {
        receiver.close();
        BenchDatabase.delete(database);
    }
}
