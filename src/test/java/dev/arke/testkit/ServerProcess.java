package dev.arke.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real server in a process of its own, in a folder of its own. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** For tests: as much is compiled as is worth it in a short life. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final URI base;
    private final Path log;

    private ServerProcess(Process process, URI base, Path log) {
        this.process = process;
        this.base = base;
        this.log = log;
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and waits until it is ready. */
    public static ServerProcess start(Path folder, int port, Map<String, String> settings) {
        return start(folder, port, settings, command("serve"));
    }

    /** Starts it by this command line and waits until it is ready. */
    public static ServerProcess start(Path folder, int port, Map<String, String> settings, List<String> command) {
        var log = folder.resolve("server-" + port + ".log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var environment = new HashMap<>(settings);
        environment.put("ARKE_HTTP_PORT", String.valueOf(port));
        builder.environment().putAll(environment);
        try {
            var server = new ServerProcess(builder.start(), URI.create("http://127.0.0.1:" + port), log);
            try {
                server.awaitReady();
            } catch (AssertionError e) {
                server.kill();
                throw e;
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole command line of one of Arke's commands. */
    public static List<String> command(String arkes) {
        return command(QUICK, arkes);
    }

    /** The same, with these words to Java. */
    public static List<String> command(List<String> java, String arkes) {
        var words = new ArrayList<>(java);
        words.add("--enable-native-access=ALL-UNNAMED");
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.arke.boot.Main", arkes));
        return java(words);
    }

    /** The Java that runs this, with these words to it. */
    public static List<String> java(List<String> words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(words);
        return command;
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end)
                throw new AssertionError("the server does not get ready:\n" + Files.readString(log));
            pause();
        }
    }

    /** Waits for the process to end, and goes on when it does not: a short wait that nothing needs to be true after. */
    private void pause() {
        try {
            process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private boolean isReady() {
        return send(HttpRequest.newBuilder(base.resolve("/ready")).GET()) == 200;
    }

    /** Posts a body to an integration; answers the status. */
    public int post(String path, String body) {
        return send(HttpRequest.newBuilder(base.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static int send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (ConnectException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** As kill -9 does it. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As an operator does it, and waits until it has. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    public URI base() {
        return base;
    }

    @Override
    public void close() {
        kill();
    }
}
