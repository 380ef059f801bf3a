package dev.arke.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser with its own cookies, as far as the sandbox can tell. */
final class Browser implements AutoCloseable {
    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final List<Stream> streams = new ArrayList<>();

    Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** A page of the sandbox, which also begins the session. */
    String open(String path) {
        var response = get(path);
        if (response.statusCode() != 200) throw new AssertionError(path + " answers " + response.statusCode());
        return response.body();
    }

    HttpResponse<String> post(String path, Map<String, String> form) {
        return send(posting(path, form).header("Origin", base));
    }

    HttpResponse<String> postFrom(String origin, String path, Map<String, String> form) {
        return send(posting(path, form).header("Origin", origin));
    }

    HttpResponse<String> getWith(String header, String value, String path) {
        return send(request(path).header(header, value));
    }

    /** Follows the stream of a page. */
    Stream follow(String path, String lastEventId) {
        try {
            var request = request(path).header("Accept", "text/event-stream").header("Last-Event-ID", lastEventId);
            var stream = new Stream(
                    client.send(request.build(), BodyHandlers.ofInputStream()).body());
            streams.add(stream);
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpRequest.Builder posting(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        streams.forEach(Stream::close);
        client.shutdownNow();
    }

    /** The events of one open page. */
    static final class Stream {
        record Event(String name, String data, String id) {}

        private final InputStream in;
        private final BufferedReader lines;

        private Stream(InputStream in) {
            this.in = in;
            this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        /** Waits for the next event of a name, passing over others. */
        Event next(String name) {
            while (true) {
                var event = next();
                if (event.name().equals(name)) return event;
            }
        }

        /** Waits for the next event. */
        Event next() {
            var fields = new HashMap<String, String>();
            try {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    int colon = line.indexOf(':');
                    if (colon > 0)
                        fields.merge(
                                line.substring(0, colon),
                                line.substring(colon + 1).strip(),
                                (a, b) -> a + "\n" + b);
                    else if (line.isEmpty() && fields.containsKey("data"))
                        return new Event(
                                fields.getOrDefault("event", "message"),
                                fields.getOrDefault("data", ""),
                                fields.getOrDefault("id", ""));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new AssertionError("the stream has ended");
        }

        /** Whether the server has ended the stream; waits for it. */
        boolean ends() {
            try {
                var line = lines.readLine();
                while (line != null) line = lines.readLine();
                return true;
            } catch (IOException e) {
                return true;
            }
        }

        void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
