package dev.arke.teams.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.arke.teams.TeamsSettings;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where Teams sends what people do: the messaging endpoint of the bot. */
public final class TeamsRoutes {
    /** As it stands in the bot's registration. */
    public static final String PATH = "/api/messages";

    private static final Logger LOG = LoggerFactory.getLogger(TeamsRoutes.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 256 * 1024;
    private static final String CHANNEL = "msteams";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final TeamsBot bot;
    private final Optional<Gate> gate;

    public TeamsRoutes(TeamsSettings settings, TeamsBot bot) {
        this.bot = bot;
        this.gate = settings.anonymous() ? Optional.empty() : Optional.of(new Gate(settings));
        if (settings.anonymous())
            LOG.atWarn()
                    .log("TEAMS_ANONYMOUS IS ON: any program on this machine may speak as anybody in Teams."
                            + " It is for a test client only.");
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, this::receive);
    }

    private void receive(Context ctx) {
        var body = ctx.bodyAsBytes();
        if (body.length > LONGEST) {
            ctx.status(413).result("Activities have at most " + LONGEST + " bytes.");
            return;
        }
        var activity = read(body);
        if (!mayEnter(ctx, activity)) return;
        var heard = new Heard(activity);
        if (!activity.isObject() || heard.type().isEmpty()) {
            ctx.status(400).result("This is no activity.");
            return;
        }
        if (!heard.text("/channelId").equals(CHANNEL)) {
            LOG.atWarn().log("an activity came from another channel than Teams; turn that channel of the bot off");
            ctx.status(202);
            return;
        }
        answer(ctx, bot.hear(heard));
    }

    private static void answer(Context ctx, Answered answered) {
        ctx.status(answered.status());
        answered.body().ifPresent(json -> ctx.contentType("application/json").result(json.toString()));
    }

    private static JsonNode read(byte[] body) {
        try {
            var read = JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    private boolean mayEnter(Context ctx, JsonNode activity) {
        if (gate.isEmpty()) {
            if (isLocal(ctx)) return true;
            ctx.status(403).result("TEAMS_ANONYMOUS answers only a program on this machine.");
            return false;
        }
        var authorization = Optional.ofNullable(ctx.header("Authorization")).orElse("");
        if (gate.get().isTeams(authorization, activity.path("serviceUrl").asText(""))) return true;
        ctx.status(401).result("This request is not signed by Microsoft's Bot Framework for this bot.");
        return false;
    }

    /** A proxy here passes strangers on, and says so; a browser that was lured here names another host. */
    private static boolean isLocal(Context ctx) {
        boolean isForwarded = ctx.headerMap().keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("x-forwarded-") || name.equals("forwarded") || name.equals("origin"));
        var host = Optional.ofNullable(ctx.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        try {
            return !isForwarded
                    && LOOPBACK.contains(host.replaceFirst(":\\d+\\z", ""))
                    && InetAddress.getByName(ctx.req().getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
