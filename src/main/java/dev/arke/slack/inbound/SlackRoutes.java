package dev.arke.slack.inbound;

import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import dev.arke.slack.install.AppSurface;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where Slack sends commands, clicks and events over signed HTTP. */
public final class SlackRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(SlackRoutes.class);
    private static final Pattern SSL_CHECK = Pattern.compile("(.*&)?ssl_check=1(&.*)?");

    private final SlackApp app;
    private final Signature signature;
    private final InstantSource clock;

    /** @throws IllegalArgumentException for a blank secret, with which anybody could speak as Slack */
    public SlackRoutes(SlackApp app, String signingSecret, InstantSource clock) {
        this.app = app;
        this.signature = new Signature(signingSecret);
        this.clock = clock;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.post(AppSurface.EVENTS_PATH, this::receive);
    }

    private void receive(Context ctx) {
        var body = ctx.bodyAsBytes();
        var text = new String(body, StandardCharsets.UTF_8);
        // Slack looks with it whether our certificate is good, and signs nothing.
        if (SSL_CHECK.matcher(text).matches()) {
            ctx.status(200);
            return;
        }
        if (!signature.isSlacks(
                headers(ctx, Signature.TIMESTAMP), headers(ctx, Signature.SIGNATURE), body, clock.instant())) {
            LOG.atWarn().addKeyValue("bytes", body.length).log("a request is not signed as Slack signs");
            ctx.status(401).result("This request is not signed by Slack, or its time is more than 5 minutes off.");
            return;
        }
        answer(ctx, text);
    }

    private void answer(Context ctx, String text) {
        var response = app.run(HttpRequest.builder()
                .requestUri(AppSurface.EVENTS_PATH)
                .queryString(Map.of())
                .requestBody(text)
                .headers(new RequestHeaders(headers(ctx)))
                .remoteAddress(ctx.ip())
                .build());
        ctx.status(response.getStatusCode());
        response.getHeaders()
                .forEach((name, values) -> values.forEach(value -> ctx.res().addHeader(name, value)));
        if (response.getBody() == null) return;
        ctx.contentType(response.getContentType());
        ctx.result(response.getBody());
    }

    private static List<String> headers(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders(name));
    }

    private static Map<String, List<String>> headers(Context ctx) {
        var headers = new HashMap<String, List<String>>();
        for (var name : Collections.list(ctx.req().getHeaderNames())) headers.put(name, headers(ctx, name));
        return headers;
    }
}
