package dev.arke.boot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * A whole server, for a moment and in a folder of its own: it starts, is asked what servers are asked, takes alerts to
 * nobody and stops. What Java has seen it do, Java can keep for the next start.
 */
@Command(
        name = "rehearse",
        description =
                "Start, take a thousand alerts to nobody and stop, so that Java learns it: see -XX:AOTCacheOutput.",
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
    private static final List<String> LOOKS = List.of("/health", "/ready", "/metrics", "/sandbox");
    private static final int ALERTS = 20;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("arke-rehearsal");
        try (var arke = Arke.startDemo(settings(folder), folder, DemoCommand.KEY)) {
            visit(arke.address());
            System.out.println("Rehearsed " + Rehearsal.play(() -> true) + " alerts to nobody.");
        } finally {
            DemoCommand.empty(folder);
        }
        return 0;
    }

    /** Nothing of what is set on this machine: no chat and no database of anybody's is touched. */
    private static Settings settings(Path folder) throws IOException {
        var none = Files.createFile(folder.resolve("arke.conf"));
        return Settings.read(Map.of(
                "ARKE_CONFIG",
                none.toString(),
                "ARKE_HTTP_PORT",
                "0",
                "ARKE_SANDBOX",
                "on",
                "ARKE_TEAM_FILE",
                DemoCommand.writeTeamFile(folder).toString(),
                "ARKE_DATABASE_URL",
                "jdbc:h2:file:" + folder.resolve("arke").toAbsolutePath()));
    }

    private static void visit(URI server) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (var look : LOOKS)
                client.send(HttpRequest.newBuilder(server.resolve(look)).build(), BodyHandlers.discarding());
            for (int n = 1; n <= ALERTS; n++) {
                var alert = BodyPublishers.ofString("{\"dedup_key\": \"%d\", \"summary\": \"Rehearsal\"}".formatted(n));
                var post = HttpRequest.newBuilder(server.resolve("/in/" + DemoCommand.KEY + "/generic"));
                client.send(post.POST(alert).build(), BodyHandlers.discarding());
            }
        }
    }
}
