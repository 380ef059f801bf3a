package dev.arke.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Posts bodies over connections that stay open, a thread each, with as little of its own as can be: what is measured is
 * who answers. Fails on any answer but a 2xx.
 */
final class HttpLoad {
    private final URI server;
    private final int connections;

    /** A request: where to, and what. */
    record Post(String path, String body) {}

    /** When each request was due ({@code System.nanoTime}) and how long until it was answered, by its number. */
    @SuppressWarnings("ArrayRecordComponent") // looked at by number, never compared
    record Result(long[] postedAt, List<Long> took, Duration all) {
        double perSecond() {
            return took.size() / (all.toNanos() / 1e9);
        }
    }

    HttpLoad(URI server, int connections) {
        this.server = server;
        this.connections = connections;
    }

    /** Each connection posts its next when its last is answered. */
    Result asFastAsAnswered(int count, IntFunction<Post> posts) throws Exception {
        return run(count, posts, 0);
    }

    /** So many a second, however long answers take, as long as a connection is free; measured from when each was due. */
    Result atRate(int perSecond, int count, IntFunction<Post> posts) throws Exception {
        return run(count, posts, 1_000_000_000L / perSecond);
    }

    private Result run(int count, IntFunction<Post> posts, long gapNanos) throws Exception {
        var next = new AtomicInteger();
        var postedAt = new long[count];
        var took = new Long[count];
        long begun = System.nanoTime();
        Callable<Boolean> one = () -> {
            try (var connection = new Connection(server)) {
                for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    var post = posts.apply(n);
                    long due = gapNanos == 0 ? System.nanoTime() : begun + n * gapNanos;
                    while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                    postedAt[n] = due;
                    connection.post(post);
                    took[n] = System.nanoTime() - due;
                }
            }
            return true;
        };
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var all = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < connections; i++) all.add(one);
            for (var done : threads.invokeAll(all)) done.get();
        }
        return new Result(postedAt, List.of(took), Duration.ofNanos(System.nanoTime() - begun));
    }

    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private final String host;

        Connection(URI server) throws IOException {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            host = server.getAuthority();
        }

        void post(Post post) throws IOException {
            var body = post.body().getBytes(StandardCharsets.UTF_8);
            var head = "POST " + post.path() + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + body.length + "\r\n\r\n";
            var bytes = (head + post.body()).getBytes(StandardCharsets.UTF_8);
            socket.getOutputStream().write(bytes);
            var status = line();
            int length = 0;
            boolean chunked = false;
            for (var header = line(); !header.isEmpty(); header = line()) {
                var small = header.toLowerCase(java.util.Locale.ROOT);
                if (small.startsWith("content-length:"))
                    length = Integer.parseInt(header.substring(15).strip());
                chunked |= small.equals("transfer-encoding: chunked");
            }
            var answer = chunked ? chunks() : new String(in.readNBytes(length), StandardCharsets.UTF_8);
            if (!status.startsWith("HTTP/1.1 2")) throw new IllegalStateException(post.path() + ": " + status + answer);
        }

        private String chunks() throws IOException {
            var all = new StringBuilder();
            for (int size = chunk(); size > 0; size = chunk()) {
                all.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
                line();
            }
            line();
            return all.toString();
        }

        private int chunk() throws IOException {
            return Integer.parseInt(line(), 16);
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int at = in.read(); at != '\n'; at = in.read()) {
                if (at < 0) throw new EOFException("the connection was closed");
                if (at != '\r') line.append((char) at);
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
