package dev.arke.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Takes what is posted to it, and notes when each alert came first. */
final class PostReceiver implements AutoCloseable {
    private static final Pattern ALERT = Pattern.compile("burst-[0-9]+");

    private final HttpServer server;
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();

    PostReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(
                Executors.newFixedThreadPool(8, Thread.ofPlatform().daemon(true).factory()));
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            long now = System.nanoTime();
            ALERT.matcher(body).results().forEach(found -> arrived.putIfAbsent(found.group(), now));
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** When each came, once so many have, or no more come. */
    Map<String, Long> await(int count, Duration quiet) throws InterruptedException {
        for (int before = -1; arrived.size() < count && arrived.size() != before; ) {
            before = arrived.size();
            long end = System.nanoTime() + quiet.toNanos();
            while (arrived.size() < count && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(50);
        }
        return Map.copyOf(arrived);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
