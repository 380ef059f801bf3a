package dev.arke.http;

import dev.arke.database.DatabaseUnavailable;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where what was thrown becomes an answer and, once, a log line. Paths are not logged: they hold keys. */
final class HttpErrors {
    private static final Logger LOG = LoggerFactory.getLogger(HttpErrors.class);
    private static final String LOOK = "Look at the address and the method; src/docs of Arke lists them.";
    private static final Map<Integer, JsonAnswer> KNOWN = Map.of(
            404, JsonAnswer.refusal(404, "There is nothing at this address.", LOOK),
            405, JsonAnswer.refusal(405, "This address does not take that method.", LOOK),
            413, JsonAnswer.refusal(413, "The body is over 1 MiB.", "Send less at once."));

    private HttpErrors() {}

    static void register(JavalinDefaultRoutingApi routes) {
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(e).write(ctx));
        routes.exception(DatabaseUnavailable.class, HttpErrors::unavailable);
        routes.exception(Exception.class, HttpErrors::failure);
    }

    private static JsonAnswer answer(HttpResponseException e) {
        var known = KNOWN.get(e.getStatus());
        return known != null
                ? known
                : JsonAnswer.refusal(
                        e.getStatus(), "The request cannot be taken as it is.", "Correct it: " + e.getMessage());
    }

    private static void unavailable(DatabaseUnavailable e, Context ctx) {
        LOG.atError()
                .addKeyValue("method", ctx.method())
                .addKeyValue("route", ctx.endpoint().path)
                .addKeyValue("problem", e.getMessage())
                .log("a request was put off, because the database is not available");
        JsonAnswer.later("The database cannot be reached; nothing was stored.").write(ctx);
    }

    private static void failure(Exception e, Context ctx) {
        LOG.atError()
                .addKeyValue("method", ctx.method())
                .addKeyValue("route", ctx.endpoint().path)
                .setCause(e)
                .log("a request failed");
        JsonAnswer.refusal(
                        500, "Arke failed on this request.", "The log says why. Please report it if it happens again.")
                .write(ctx);
    }
}
