package dev.arke.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.arke.bench.CrashTrace.Page;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Takes the pages of a crash loop as webhooks, on many loopback addresses: Arke limits the calls of each. */
final class PageReceiver implements AutoCloseable {
    private static final Pattern ALERT = Pattern.compile("alert-[0-9-]+");

    private final List<HttpServer> servers = new ArrayList<>();
    private final ConcurrentLinkedQueue<Page> pages = new ConcurrentLinkedQueue<>();
    private final int port;

    PageReceiver(int addresses) throws IOException {
        var first = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
        port = first.getAddress().getPort();
        servers.add(first);
        for (int i = 1; i < addresses; i++) servers.add(HttpServer.create(new InetSocketAddress(host(i), port), 0));
        var threads =
                Executors.newFixedThreadPool(8, Thread.ofPlatform().daemon(true).factory());
        for (var server : servers) {
            server.setExecutor(threads);
            server.createContext("/", this::take);
            server.start();
        }
    }

    private static String host(int address) {
        return "127.0.0." + (address + 2);
    }

    String url(int address, int step) {
        return "http://" + host(address) + ":" + port + "/" + step;
    }

    List<Page> pages() {
        return List.copyOf(pages);
    }

    /** Until so many have come. */
    void await(int count, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (pages.size() < count && System.nanoTime() < end) TimeUnit.MILLISECONDS.sleep(10);
    }

    /** Noted before it is answered: what Arke did not hear of may come again. */
    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var alert = ALERT.matcher(body);
            if (!alert.find()) throw new IOException("not a page of an alert: " + body);
            pages.add(new Page(
                    alert.group(),
                    Integer.parseInt(exchange.getRequestURI().getPath().substring(1)),
                    exchange.getRequestHeaders().getFirst("Arke-Delivery"),
                    System.nanoTime()));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
