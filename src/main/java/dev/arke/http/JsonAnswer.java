package dev.arke.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;

/** A status and a JSON body, decided before anything is written. */
public record JsonAnswer(int status, JsonNode body) {
    private static final String RETRY_AFTER_SECONDS = "5";

    /** {@code error}: what is wrong, {@code whatNext}: what to do about it; both sentences for people. */
    public static JsonAnswer refusal(int status, String error, String whatNext) {
        return new JsonAnswer(
                status,
                JsonNodeFactory.instance.objectNode().put("error", error).put("what_next", whatNext));
    }

    /** Nothing was taken, and the same request may work in a moment. */
    public static JsonAnswer later(String error) {
        return refusal(503, error, "Send it again in a few seconds.");
    }

    public void write(Context ctx) {
        if (status == 503 || status == 429) ctx.header("Retry-After", RETRY_AFTER_SECONDS);
        ctx.status(status).contentType("application/json").result(body.toString());
    }
}
