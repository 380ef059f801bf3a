package dev.arke.bench;

import dev.arke.testkit.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Debian's Alertmanager, which posts each alert by itself and at once, as Slack's own webhooks take it. */
final class Alertmanager implements AutoCloseable {
    private static final int TRIES = 200;

    private final Process process;
    private final URI base;
    private final PostReceiver receiver = new PostReceiver();

    Alertmanager(Path directory) throws IOException, InterruptedException {
        var program = MissingPeer.find("prometheus-alertmanager", "prometheus-alertmanager");
        var folder = Files.createTempDirectory(directory.toAbsolutePath(), "alertmanager-");
        var config = folder.resolve("config.yml");
        Files.writeString(config, """
            route: {receiver: chat, group_by: ['...'], group_wait: 0s, group_interval: 5m, repeat_interval: 4h}
            receivers: [{name: chat, slack_configs: [{api_url: "%s", channel: "#ops", text: "{{ .CommonLabels.alertname }}"}]}]
            """.formatted(receiver.url()));
        int port = ServerProcess.freePort();
        base = URI.create("http://127.0.0.1:" + port);
        process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        awaitListening(port);
    }

    private void awaitListening(int port) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) return;
            } catch (IOException e) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) break;
            }
        }
        throw new IllegalStateException("Alertmanager does not listen");
    }

    URI base() {
        return base;
    }

    static HttpLoad.Post post(String alert) {
        return new HttpLoad.Post("/api/v2/alerts", "[{\"labels\":{\"alertname\":\"" + alert + "\",\"host\":\"a\"}}]");
    }

    PostReceiver receiver() {
        return receiver;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        receiver.close();
    }
}
