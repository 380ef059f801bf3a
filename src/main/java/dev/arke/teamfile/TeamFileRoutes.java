package dev.arke.teamfile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * POST /admin/apply, with the team file as its body: for the command line on the same machine. With {@code dry=true} it
 * changes nothing. 200 {@code {"changes": […], "warnings": […]}}; 422 {@code {"problems": […]}} for a bad file.
 */
public final class TeamFileRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(TeamFileRoutes.class);
    private static final String BEARER = "Bearer ";
    private static final By BY = new By(new Actor.ApiKey("admin", true), "rest");

    private final TeamFileGate gate;
    private final Runnable applied;
    private final byte[] token;

    /** {@code applied} follows each change; {@code token}: what the command line reads from {@code data/admin.token}. */
    public TeamFileRoutes(TeamFileGate gate, Runnable applied, String token) {
        this.gate = gate;
        this.applied = applied;
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.post("/admin/apply", this::apply);
    }

    private void apply(Context ctx) {
        if (!isLocal(ctx)) answer(ctx, 403, error("This address answers only to the machine Arke runs on."));
        else if (!hasToken(ctx)) answer(ctx, 401, error("The admin token is missing or wrong."));
        else {
            switch ("true".equals(ctx.queryParam("dry")) ? gate.preview(ctx.body()) : apply(ctx.body())) {
                case TeamFileGate.Answer.Fine(var changes, var warnings) -> {
                    var body = JsonNodeFactory.instance.objectNode();
                    put(body, "changes", changes);
                    put(body, "warnings", warnings);
                    answer(ctx, 200, body);
                }
                case TeamFileGate.Answer.Mistakes(var problems) -> {
                    var body = error("The team file has mistakes; nothing was changed.");
                    put(body, "problems", problems);
                    answer(ctx, 422, body);
                }
            }
        }
    }

    private TeamFileGate.Answer apply(String text) {
        var answer = gate.apply(text, BY);
        try {
            if (answer instanceof TeamFileGate.Answer.Fine) applied.run();
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("the team file is applied; what follows from it is done a little later");
        }
        return answer;
    }

    /** From the loopback or from this machine's own address; a proxy here passes strangers on, and says so. */
    private static boolean isLocal(Context ctx) {
        boolean forwarded = ctx.headerMap().keySet().stream()
                .anyMatch(name ->
                        name.regionMatches(true, 0, "X-Forwarded-", 0, 12) || name.equalsIgnoreCase("Forwarded"));
        try {
            return !forwarded
                    && InetAddress.getByName(ctx.req().getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean hasToken(Context ctx) {
        var header = ctx.header("Authorization");
        return header != null
                && header.startsWith(BEARER)
                && MessageDigest.isEqual(
                        token, header.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode error(String sentence) {
        return JsonNodeFactory.instance.objectNode().put("error", sentence);
    }

    private static void put(ObjectNode body, String field, List<String> lines) {
        var list = body.putArray(field);
        lines.forEach(list::add);
    }

    private static void answer(Context ctx, int status, ObjectNode body) {
        ctx.status(status).contentType("application/json").result(body.toString());
    }
}
