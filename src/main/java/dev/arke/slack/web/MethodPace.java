package dev.arke.slack.web;

import dev.arke.delivery.RateLimit;
import dev.arke.delivery.RateScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Keeps to what Slack takes a minute of the methods that nobody queues for: what would be too much is not asked and
 * has failed as Slack would say it, and after a "not before" nothing is asked until then. Messages are paced by the outbox,
 * rooms by {@link RoomCalls}. Forms are not held back: a trigger is gone before a wait could end.
 */
final class MethodPace implements Interceptor {
    /** By method (docs.slack.dev/apis/web-api/rate-limits: tier 3 and 4), counted for each workspace. */
    private static final Map<String, Integer> A_MINUTE = Map.of(
            "chat.postEphemeral", 100,
            "conversations.history", 50,
            "conversations.open", 50,
            "files.completeUploadExternal", 100,
            "files.getUploadURLExternal", 100,
            "users.info", 100,
            "views.publish", 100);

    private static final MediaType JSON = MediaType.get("application/json");
    private static final String RETRY_AFTER = "Retry-After";
    private static final int TOO_MANY_REQUESTS = 429;

    private final RateLimit rates = new RateLimit();
    private final InstantSource clock;

    MethodPace(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        var scope = scope(request);
        if (scope.isEmpty()) return chain.proceed(request);
        var now = clock.instant();
        var free = rates.take(List.of(scope.get()), now);
        if (free.isPresent()) return notNow(request, Duration.between(now, free.get()));
        var response = chain.proceed(request);
        if (response.code() == TOO_MANY_REQUESTS) {
            var wait = SlackErrors.rateLimited(Optional.ofNullable(response.header(RETRY_AFTER)))
                    .after();
            rates.block(scope.get(), clock.instant().plus(wait), clock.instant());
        }
        return response;
    }

    /** A workspace is known by its token, which is not to be read here. */
    private static Optional<RateScope> scope(Request request) {
        var method = request.url().pathSegments().getLast();
        var token = Optional.ofNullable(request.header("Authorization")).orElse("");
        var workspace = UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8));
        return Optional.ofNullable(A_MINUTE.get(method))
                .map(permits -> new RateScope(method + " " + workspace, permits, Duration.ofMinutes(1)));
    }

    private static Response notNow(Request request, Duration wait) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(TOO_MANY_REQUESTS)
                .message("Too Many Requests")
                .header(RETRY_AFTER, String.valueOf(wait.toSeconds() + 1))
                .body(ResponseBody.create("{\"ok\":false,\"error\":\"ratelimited\"}", JSON))
                .build();
    }
}
