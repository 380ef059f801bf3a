package dev.arke.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.arke.chat.SandboxMessage;
import dev.arke.engine.delivery.ReadSandboxMessages;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What people do in the built-in chat: type, click, fill in, share, read. */
final class SpeakRoutes {
    private static final int LONGEST_LINE = 4_000;

    private final VisitRoutes visits;
    private final Exchange exchange;
    private final SandboxMessages messages;
    private final PrivateReplies privately;

    SpeakRoutes(VisitRoutes visits, Exchange exchange, SandboxMessages messages, PrivateReplies privately) {
        this.visits = visits;
        this.exchange = exchange;
        this.messages = messages;
        this.privately = privately;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.post("/sandbox/{me}/{room}/line", ctx -> visits.visit(ctx, visit -> type(ctx, visit)));
        routes.get("/sandbox/{me}/{room}/complete", ctx -> visits.visit(ctx, visit -> complete(ctx, visit)));
        routes.post("/sandbox/{me}/{room}/click", ctx -> visits.visit(ctx, visit -> click(ctx, visit)));
        routes.post("/sandbox/{me}/{room}/form/{verb}", ctx -> visits.visit(ctx, visit -> submit(ctx, visit)));
        routes.post("/sandbox/{me}/{room}/private/{id}", ctx -> visits.visit(ctx, visit -> dispose(ctx, visit)));
        routes.post("/sandbox/{me}/{room}/seen", ctx -> visits.visit(ctx, visit -> see(ctx, visit)));
    }

    private void type(Context ctx, Visit visit) {
        var line = parameter(ctx, "line").strip();
        if (line.length() > LONGEST_LINE) {
            ctx.status(HttpStatus.CONTENT_TOO_LARGE).result("That line is too long. Keep it under 4,000 characters.");
            return;
        }
        var thread = conversation(visit, parameter(ctx, "thread"));
        var spot = new Spot(visit.room(), thread, thread);
        answer(ctx, visit, spot, exchange.type(speaker(ctx, visit), spot, line));
    }

    private void click(Context ctx, Visit visit) {
        var spot = spot(ctx, visit);
        answer(ctx, visit, spot, exchange.click(speaker(ctx, visit), spot, parameter(ctx, "line")));
    }

    private void submit(Context ctx, Visit visit) {
        var values = new HashMap<String, String>();
        ctx.formParamMap().forEach((name, given) -> {
            if (name.startsWith(FormRenderer.PREFIX) && !given.isEmpty())
                values.put(name.substring(FormRenderer.PREFIX.length()), given.getFirst());
        });
        var spot = spot(ctx, visit);
        var verb = ctx.pathParam("verb");
        answer(ctx, visit, spot, exchange.submit(speaker(ctx, visit), spot, verb, Map.copyOf(values)));
    }

    private void dispose(Context ctx, Visit visit) {
        var speaker = speaker(ctx, visit);
        PageRoutes.id(ctx.pathParam("id")).ifPresent(id -> {
            if (parameter(ctx, "what").equals("share")) exchange.share(speaker, id);
            else exchange.dismiss(speaker, id);
        });
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void see(Context ctx, Visit visit) {
        PageRoutes.number(parameter(ctx, "posted"))
                .ifPresent(posted ->
                        messages.seen().mark(visit.me().address(), visit.room().key(), posted));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    /** Where the message is that was clicked: a row, or a private reply with the conversation it is about. */
    private Spot spot(Context ctx, Visit visit) {
        var at = parameter(ctx, "at");
        var about = PageRoutes.id(at)
                .flatMap(id -> privately.find(visit.visitor(), id))
                .map(PrivateReply::about)
                .orElseGet(() -> conversation(visit, at));
        var thread = parameter(ctx, "pane").equals("thread") ? about : Optional.<UUID>empty();
        return new Spot(visit.room(), about, thread);
    }

    private Optional<UUID> conversation(Visit visit, String id) {
        return PageRoutes.id(id)
                .flatMap(messages.read()::conversation)
                .map(ReadSandboxMessages.Conversation::root)
                .filter(root -> root.room().equals(visit.room().key()))
                .map(SandboxMessage::id);
    }

    private static void answer(Context ctx, Visit visit, Spot spot, Answered answered) {
        switch (answered) {
            case Answered.Nothing ignored -> ctx.status(HttpStatus.NO_CONTENT);
            case Answered.Opened opened ->
                ctx.html(FormRenderer.render(opened.form(), visit.path(), spot).markup());
            case Answered.Mistaken mistaken -> {
                var errors = JsonNodeFactory.instance.objectNode();
                mistaken.errors().forEach((input, sentence) -> errors.put(FormRenderer.PREFIX + input, sentence));
                ctx.status(HttpStatus.UNPROCESSABLE_CONTENT)
                        .contentType(ContentType.APPLICATION_JSON)
                        .result(errors.toString());
            }
        }
    }

    private void complete(Context ctx, Visit visit) {
        var thread = conversation(visit, Objects.requireNonNullElse(ctx.queryParam("thread"), ""));
        var begun = Objects.requireNonNullElse(ctx.queryParam("line"), "");
        var lines = JsonNodeFactory.instance.arrayNode();
        if (begun.length() <= LONGEST_LINE)
            exchange.complete(speaker(ctx, visit), new Spot(visit.room(), thread, thread), begun)
                    .forEach(lines::add);
        ctx.contentType(ContentType.APPLICATION_JSON).result(lines.toString());
    }

    private static Speaker speaker(Context ctx, Visit visit) {
        return new Speaker(
                visit.visitor(), visit.me(), zone(ctx).orElse(visit.me().zone()));
    }

    /** The zone of the browser's clock, which is the one its times are shown in. */
    private static Optional<ZoneId> zone(Context ctx) {
        try {
            return Optional.ofNullable(ctx.formParam("zone"))
                    .or(() -> Optional.ofNullable(ctx.queryParam("zone")))
                    .filter(zone -> !zone.isEmpty())
                    .map(ZoneId::of);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String parameter(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.formParam(name), "");
    }
}
