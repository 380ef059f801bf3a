package dev.arke.bench;

import dev.arke.http.HttpServer;
import dev.arke.http.HttpSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the machine can do by itself: syncs, inserts that PostgreSQL commits one by one, requests that a web server answers
 * without doing anything. Figures of different machines, or of a busy one, are compared by these.
 */
final class Calibration implements Benchmark {
    private static final int CLIENTS = 16;
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
    private static final String TABLE = "create table bench_insert (id bigserial primary key, words varchar(500))";
    private static final String INSERT = "insert into bench_insert (words) values (repeat('x', 300));\n";

    @Override
    public void run(Bench bench) throws Exception {
        bench.report()
                .title("calibration: " + Machine.describe(bench.databases().directory()));
        for (int connections : new int[] {32, 128}) nothing(bench, connections);
        if (!bench.h2()) inserts(bench);
    }

    private static void nothing(Bench bench, int connections) throws Exception {
        int count = bench.size(100_000, 1_000);
        var post = new HttpLoad.Post("/nothing", "{\"summary\":\"Disk is full\"}");
        try (var http = new HttpServer(
                new HttpSettings("127.0.0.1", 0),
                "bench",
                List.of(routes -> routes.post("/nothing", ctx -> ctx.status(202).result("{\"incidents\":[]}"))))) {
            http.start();
            var load = new HttpLoad(URI.create("http://127.0.0.1:" + http.port()), connections);
            load.asFastAsAnswered(count / 4, n -> post);
            var result = load.asFastAsAnswered(count, n -> post);
            bench.report()
                    .row(
                            "a Jetty that does nothing, " + connections + " connections",
                            Goal.none("requests/s"),
                            result.perSecond());
        }
    }

    private static void inserts(Bench bench) throws Exception {
        var program = MissingPeer.find("pgbench", "postgresql");
        var settings = bench.databases().next();
        try (var connection = BenchDatabase.connect(settings);
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        var script = Files.createTempFile(bench.databases().directory(), "insert", ".sql");
        Files.writeString(script, INSERT);
        var url = URI.create(settings.url().substring("jdbc:".length()));
        var command = new ProcessBuilder(
                        program.toString(),
                        "--no-vacuum",
                        "--client=" + CLIENTS,
                        "--jobs=2",
                        "--time=" + bench.size(10, 1),
                        "--file=" + script.toAbsolutePath(),
                        "--host=" + url.getHost(),
                        "--port=" + url.getPort(),
                        "--username=" + settings.user(),
                        url.getPath().substring(1))
                .redirectErrorStream(true);
        command.environment().put("PGPASSWORD", settings.password());
        var words = output(command.start());
        var tps = Optional.of(TPS.matcher(words)).filter(found -> found.find()).map(found -> found.group(1));
        if (tps.isEmpty()) throw new IllegalStateException("pgbench: " + words);
        bench.report()
                .row(
                        "pgbench, inserts, " + CLIENTS + " clients",
                        Goal.none("commits/s"),
                        Double.parseDouble(tps.get()));
    }

    private static String output(Process process) throws IOException, InterruptedException {
        try (var out = process.getInputStream()) {
            var words = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return words;
        }
    }
}
