package dev.arke.phone.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * How the SDK reaches Twilio: once for each request, as trying again is the outbox's and would text twice; at the address
 * of our settings, which a test or a proxy may stand in for.
 */
final class TwilioHttp extends HttpClient {
    /** Twilio, or a proxy before it, failed with this status. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;

        Failed(int status) {
            super("status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI api;
    private final Duration patience;

    TwilioHttp(URI api, Duration patience) {
        this.api = api;
        this.patience = patience;
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            var answer = client.send(call(request), BodyHandlers.ofString());
            // What a proxy says instead of Twilio is no JSON, which the SDK takes for an error of its own.
            if (answer.statusCode() >= 500) throw new Failed(answer.statusCode());
            return new Response(answer.body(), answer.statusCode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private HttpRequest call(Request request) {
        var url = request.constructURL();
        var query = url.getQuery() == null ? "" : "?" + url.getQuery();
        var base = api.toString();
        var to = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + url.getPath() + query;
        var body = request.encodeFormBody();
        return HttpRequest.newBuilder(URI.create(to))
                .timeout(patience)
                .header("Authorization", request.getAuthString())
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "Arke")
                .method(
                        request.getMethod().toString(),
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }
}
