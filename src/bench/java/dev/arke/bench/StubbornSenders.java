package dev.arke.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Monitors that send an alert until it is answered 202, as Alertmanager does, to whichever node answers; every other one
 * is cleared a little later in the same way.
 */
final class StubbornSenders {
    private static final int THREADS = 6;
    private static final Duration PAUSE = Duration.ofMillis(120);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CLEARED_WITHIN_MILLIS = 1_000;

    private final Supplier<List<URI>> nodes;
    private final int integrations;
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private final Map<String, Long> cleared = new ConcurrentHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private volatile boolean stopping;

    StubbornSenders(Supplier<List<URI>> nodes, int integrations) {
        this.nodes = nodes;
        this.integrations = integrations;
    }

    static String key(int integration) {
        return "a-key-of-some-length-" + integration;
    }

    void start() {
        for (int thread = 0; thread < THREADS; thread++) {
            int own = thread;
            threads.execute(() -> send(own));
        }
    }

    Map<String, Long> answered() {
        return Map.copyOf(answered);
    }

    Map<String, Long> cleared() {
        return Map.copyOf(cleared);
    }

    /** No new alerts; those under way are sent until they are answered. */
    void stop() throws InterruptedException {
        stopping = true;
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.MINUTES))
            throw new IllegalStateException("an alert is never answered");
        client.close();
    }

    private void send(int thread) {
        var random = new Random(thread);
        for (int n = 0; !stopping; n++) {
            var alert = "alert-" + thread + "-" + n;
            int integration = random.nextInt(integrations);
            answered.put(alert, untilAnswered(integration, alert, "firing"));
            pause(PAUSE);
            if (n % 2 == 1) {
                pause(Duration.ofMillis(random.nextInt(CLEARED_WITHIN_MILLIS)));
                cleared.put(alert, untilAnswered(integration, alert, "resolved"));
            }
        }
    }

    private long untilAnswered(int integration, String alert, String status) {
        var body = "{\"dedup_key\": \"%s\", \"summary\": \"%s\", \"priority\": \"urgent\", \"status\": \"%s\"}"
                .formatted(alert, alert, status);
        while (!isTaken("/in/" + key(integration) + "/generic", body)) pause(BETWEEN_TRIES);
        return System.nanoTime();
    }

    private boolean isTaken(String path, String body) {
        var up = nodes.get();
        if (up.isEmpty()) return false;
        var node = up.get(ThreadLocalRandom.current().nextInt(up.size()));
        var request = HttpRequest.newBuilder(node.resolve(path))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 202 && status != 503) throw new IllegalStateException(path + " was answered " + status);
            return status == 202;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(Duration howLong) {
        try {
            Thread.sleep(howLong);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
