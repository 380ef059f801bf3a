package dev.arke.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.arke.alert.Alert;
import dev.arke.alert.Integration;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.engine.health.Measures;
import dev.arke.engine.incident.Receipt;
import dev.arke.engine.incident.ReceiveAlerts;
import dev.arke.engine.incident.ReceiveAlerts.Answer;
import dev.arke.engine.incident.RecordUnreadable;
import dev.arke.engine.people.FindIntegration;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;

/**
 * POST /in/{key}/{format}: alerts. Looked at in this order: the key, the body's size, the format, the body. Whatever is
 * refused under a valid key is kept and opens an incident, because senders do not repeat what was answered with 4xx.
 */
public final class IntakeRoutes {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonAnswer UNKNOWN_KEY = JsonAnswer.refusal(
            401,
            "This key is unknown or was withdrawn.",
            "Get the present key of the integration from whoever keeps Arke's team file.");

    private final FindIntegration findIntegration;
    private final ReceiveAlerts receiveAlerts;
    private final RecordUnreadable recordUnreadable;
    private final Measures measures;
    private final BodyReader bodies;

    public IntakeRoutes(
            FindIntegration findIntegration,
            ReceiveAlerts receiveAlerts,
            RecordUnreadable recordUnreadable,
            Measures measures) {
        this(findIntegration, receiveAlerts, recordUnreadable, measures, PATIENCE);
    }

    /** {@code patience}: how long a body may take to arrive. */
    IntakeRoutes(
            FindIntegration findIntegration,
            ReceiveAlerts receiveAlerts,
            RecordUnreadable recordUnreadable,
            Measures measures,
            Duration patience) {
        this.findIntegration = findIntegration;
        this.receiveAlerts = receiveAlerts;
        this.recordUnreadable = recordUnreadable;
        this.measures = measures;
        this.bodies = new BodyReader(HttpServer.BODY_LIMIT, patience);
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.post("/in/{key}/{format}", ctx -> take(ctx, ctx.pathParam("format")));
        routes.post("/in/{key}", ctx -> take(ctx, ""));
    }

    private void take(Context ctx, String format) {
        long begun = System.nanoTime();
        Optional<Integration> integration = Optional.empty();
        int status = 500;
        try {
            integration = findIntegration.findIntegration(ctx.pathParam("key"));
            var answer = integration.map(known -> answer(known, format, ctx)).orElse(UNKNOWN_KEY);
            answer.write(ctx);
            status = answer.status();
        } catch (DatabaseUnavailable e) {
            status = 503;
            throw e;
        } finally {
            var took = Duration.ofNanos(System.nanoTime() - begun);
            var known = InboundFormats.find(format).isPresent() ? format : "";
            measures.intake(integration.map(Integration::name).orElse(""), known, status, took);
        }
    }

    private JsonAnswer answer(Integration integration, String format, Context ctx) {
        var encoding = Objects.requireNonNullElse(ctx.header("Content-Encoding"), "");
        return switch (bodies.read(ctx.bodyInputStream(), encoding)) {
            // 5xx, because the sender repeats that, and it was not its fault.
            case BodyReader.Body.Incomplete() -> JsonAnswer.later("The body did not arrive whole; nothing was stored.");
            case BodyReader.Body.TooLarge(var head) ->
                refuse(integration, 413, "The body is over 1 MiB.", "Send fewer alerts at once.", head);
            case BodyReader.Body.Unpackable(int status, String problem, var bytes) ->
                refuse(integration, status, problem, "Send the body as it is, or packed with gzip.", bytes);
            case BodyReader.Body.Whole(var bytes) -> answer(integration, format, bytes);
        };
    }

    private JsonAnswer answer(Integration integration, String name, byte[] body) {
        var format = InboundFormats.find(name);
        if (format.isEmpty())
            return refuse(
                    integration,
                    404,
                    InboundFormats.unknown(name),
                    "This key's format is " + integration.format() + ".",
                    body);
        if (!integration.format().equals(name))
            return refuse(
                    integration,
                    409,
                    "This key is for alerts in the format " + integration.format() + ", not " + name + ".",
                    "End the address with /" + integration.format() + ", or change the integration's format.",
                    body);
        return switch (format.get().parse(body)) {
            case Inbound.Unreadable unreadable ->
                refuse(integration, 400, unreadable.words(), "Correct what sends it.", body);
            case Inbound.Parsed parsed -> receive(integration, parsed, body);
        };
    }

    private JsonAnswer receive(Integration integration, Inbound.Parsed parsed, byte[] body) {
        var alerts = new ArrayList<>(parsed.alerts());
        if (parsed.truncated() > 0) alerts.add(leftOut(integration, parsed.truncated()));
        var request = new dev.arke.engine.incident.Inbound(integration.id(), alerts, BodyText.of(body));
        return switch (receiveAlerts.receive(request)) {
            case Answer.Taken(Receipt receipt) -> {
                // Some of several: the readable ones are safe by now, and somebody must look for the others.
                parsed.lost()
                        .ifPresent(problem -> recordUnreadable.recordUnreadable(
                                integration, 400, "Some of its alerts: " + problem, BodyText.of(body)));
                yield taken(receipt, parsed);
            }
            case Answer.SetAside(Optional<Long> incident) ->
                JsonAnswer.refusal(
                        422,
                        "Arke could read these alerts but failed on them; they are kept" + about(incident) + ".",
                        "Call whoever is on call yourself, and report what the log says.");
        };
    }

    /** What the monitor left out can neither page nor resolve, so somebody must know. */
    private static Alert leftOut(Integration integration, int count) {
        return Alert.firing(
                        "arke:left-out:" + integration.id(),
                        count + (count == 1 ? " alert of " : " alerts of ") + integration.name()
                                + " did not reach Arke")
                .details(
                        "The monitor left out alerts that do not fit into one request (truncatedAlerts). Look there for"
                                + " what is missing. Set max_alerts to 0 there, then resolve this incident.")
                .toAlert();
    }

    /** A mistake of the sender's is answered 400, so that it is seen where it is made; the alerts are taken all the same. */
    private JsonAnswer taken(Receipt receipt, Inbound.Parsed parsed) {
        var body = JsonNodeFactory.instance.objectNode();
        parsed.mistake()
                .ifPresent(problem -> body.put("error", problem)
                        .put(
                                "what_next",
                                "Correct what sends it. What could be read is taken all the same, see \"incidents\"."));
        var incidents = body.putArray("incidents");
        for (var line : receipt.lines()) {
            measures.alert(line.fate().word());
            var entry = incidents.addObject();
            line.incident().ifPresent(number -> entry.put("number", number));
            entry.put("fate", line.fate().word()).put("dedup_key", line.dedupKey());
        }
        if (!parsed.warnings().isEmpty()) {
            var said = body.putArray("warnings");
            parsed.warnings().forEach(said::add);
        }
        return new JsonAnswer(parsed.mistake().isEmpty() ? 202 : 400, body);
    }

    private JsonAnswer refuse(Integration integration, int status, String problem, String whatNext, byte[] body) {
        var receipt = recordUnreadable.recordUnreadable(integration, status, problem, BodyText.of(body));
        var incident = receipt.lines().stream()
                .map(Receipt.Line::incident)
                .flatMap(Optional::stream)
                .findFirst();
        return JsonAnswer.refusal(status, problem, whatNext + " The body is kept" + about(incident) + ".");
    }

    private static String about(Optional<Long> incident) {
        return incident.map(number -> ", and incident #" + number + " is about it")
                .orElse("");
    }
}
