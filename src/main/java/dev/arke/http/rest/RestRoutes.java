package dev.arke.http.rest;

import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.delivery.TryTemplates;
import dev.arke.engine.incident.ActOnIncidents;
import dev.arke.engine.people.FindKey;
import dev.arke.engine.reach.SendNotification;
import dev.arke.http.JsonAnswer;
import dev.arke.responder.ApiKey;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** /api/v1: each operation behind a bearer key, and the document of them all without one. */
public final class RestRoutes {
    private static final String BEARER = "Bearer ";
    private static final JsonAnswer NO_KEY = JsonAnswer.refusal(
            401,
            "There is no key, or it is not known any more.",
            "Send the header Authorization: Bearer and a key. An admin of Arke makes one in chat: admin key NAME"
                    + " read.");

    private final FindKey findKey;
    private final InstantSource clock;
    private final List<Operation> operations;
    private final String document;

    /** {@code version}: Arke's, for the document. */
    public RestRoutes(
            FindKey findKey,
            CalendarUseCases calendar,
            ActOnIncidents act,
            SendNotification send,
            TryTemplates tryTemplates,
            String version,
            InstantSource clock) {
        this.findKey = findKey;
        this.clock = clock;
        operations = Stream.of(
                        new TeamOperations(calendar.explain()).all(),
                        new CalendarOperations(calendar).all(),
                        new ChangeOperations(calendar).all(),
                        new SwapOperations(calendar).all(),
                        new ShiftOperations(calendar).all(),
                        new RotationOperations(calendar).all(),
                        new RosterOperations(calendar).all(),
                        new AbsenceOperations(calendar).all(),
                        new IncidentOperations(act).all(),
                        new NotificationOperations(send, calendar.whoIsOnCall()).all(),
                        new ServiceOperations(tryTemplates).all())
                .flatMap(List::stream)
                .toList();
        document = OpenApi.of(operations, version).toPrettyString();
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get(
                Operation.BASE + "/openapi.json",
                ctx -> ctx.contentType("application/json").result(document));
        for (var operation : operations)
            routes.addHttpHandler(operation.method(), Operation.BASE + operation.path(), ctx -> answer(ctx, operation));
    }

    List<Operation> operations() {
        return operations;
    }

    private void answer(Context ctx, Operation operation) {
        var key = key(ctx);
        if (key.isEmpty()) {
            ctx.header("WWW-Authenticate", "Bearer");
            NO_KEY.write(ctx);
            return;
        }
        try {
            var call = new Call(ctx, key.get(), findKey.directory(), clock.instant());
            var answer = operation.doing().answer(call);
            if (answer instanceof String csv)
                ctx.contentType(operation.media() + "; charset=utf-8").result(csv);
            else new JsonAnswer(200, RestJson.tree(answer)).write(ctx);
        } catch (RestRefusal refusal) {
            refusal.answer().write(ctx);
        }
    }

    private Optional<ApiKey> key(Context ctx) {
        var header = ctx.header("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) return Optional.empty();
        return findKey.find(header.substring(BEARER.length()).strip());
    }
}
