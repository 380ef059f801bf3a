package dev.arke.http;

import dev.arke.chat.DurationPhrase;
import dev.arke.engine.calendar.PublishedFeed;
import dev.arke.engine.calendar.ReadFeed;
import dev.arke.responder.Sha256;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GET /calendar/{token}.ics: shifts for calendar programs. The token is the only secret, and nothing logs it. */
public final class FeedRoutes {
    private static final int MOST_ALARMS = 4;
    private static final Duration EARLIEST_ALARM = Duration.ofDays(28);
    private static final JsonAnswer UNKNOWN = JsonAnswer.refusal(
            404,
            "There is no calendar at this address.",
            "It may have been revoked. Type feed in your chat for a new one.");
    private static final JsonAnswer BAD_ALARM = JsonAnswer.refusal(
            400,
            "The alarms of this address cannot be read.",
            "Write up to 4 lengths of at most 28 days, like ?alarm=1d,30m, or none.");

    private final ReadFeed readFeed;

    public FeedRoutes(ReadFeed readFeed) {
        this.readFeed = readFeed;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/calendar/{token}.ics", this::read);
    }

    private void read(Context ctx) {
        ctx.header("X-Robots-Tag", "noindex");
        var feed = readFeed.read(ctx.pathParam("token"));
        if (feed.isEmpty()) {
            UNKNOWN.write(ctx);
            return;
        }
        var alarms = alarms(Optional.ofNullable(ctx.queryParam("alarm")).orElse(""));
        if (alarms.isEmpty()) BAD_ALARM.write(ctx);
        else write(ctx, feed.get(), alarms.get());
    }

    private static void write(Context ctx, PublishedFeed feed, List<Duration> alarms) {
        var text = FeedCalendar.text(feed, alarms);
        var tag = "\"" + Sha256.of(text) + "\"";
        ctx.header("ETag", tag).header("Cache-Control", "private, no-cache");
        if (isKnown(ctx.header("If-None-Match"), tag)) {
            ctx.status(304);
            return;
        }
        ctx.header("Content-Disposition", "inline; filename=\"on-call.ics\"")
                .contentType("text/calendar; charset=utf-8")
                .result(text);
    }

    /** One of several, weak ones too: whoever compresses on the way makes them so. */
    private static boolean isKnown(@Nullable String noneMatch, String tag) {
        if (noneMatch == null) return false;
        return Arrays.stream(noneMatch.split(","))
                .map(String::strip)
                .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                .anyMatch(known -> known.equals(tag) || known.equals("*"));
    }

    /** Empty when they cannot be read. */
    private static Optional<List<Duration>> alarms(String text) {
        if (text.isBlank()) return Optional.of(List.of());
        var words = text.split(",", -1);
        if (words.length > MOST_ALARMS) return Optional.empty();
        var alarms = new ArrayList<Duration>();
        for (var word : words) {
            var read = DurationPhrase.read(List.of(word.strip()))
                    .filter(one -> one.length().compareTo(EARLIEST_ALARM) <= 0);
            if (read.isEmpty()) return Optional.empty();
            alarms.add(read.get().length());
        }
        return Optional.of(alarms);
    }
}
