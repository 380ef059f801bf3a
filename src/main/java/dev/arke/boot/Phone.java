package dev.arke.boot;

import dev.arke.chat.SeenEventStore;
import dev.arke.database.Database;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.SentMessageStore;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.engine.incident.FindConcerns;
import dev.arke.engine.reach.ReachUseCases;
import dev.arke.incident.IncidentQueryStore;
import dev.arke.page.ReplyCodeStore;
import dev.arke.phone.SmsCarrier;
import dev.arke.phone.gateway.GatewayTexting;
import dev.arke.phone.twilio.TwilioClient;
import dev.arke.phone.twilio.TwilioRoutes;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Texts and calls, put together. */
public final class Phone {
    private Phone() {}

    public static List<Carrier> carriers(PhoneSettings settings, InstantSource clock) {
        var carriers = new ArrayList<Carrier>();
        var twilio = settings.twilio().map(account -> new TwilioClient(account, clock));
        settings.gateway()
                .<Carrier>map(gateway -> new SmsCarrier(new GatewayTexting(gateway)))
                .or(() -> twilio.map(client -> new SmsCarrier(client.texting())))
                .ifPresent(carriers::add);
        return carriers;
    }

    /** Only where Twilio can reach us. */
    public static Optional<Consumer<JavalinDefaultRoutingApi>> routes(PhoneSettings settings, EngineParts engine) {
        return settings.twilio()
                .flatMap(account -> account.callbacks().map(base -> {
                    var database = engine.needs().database();
                    var seen = new SeenEvents(
                            database.transactions(),
                            new SeenEventStore(database.dsl()),
                            engine.needs().clock());
                    var reach = reach(engine, database);
                    return new TwilioRoutes(
                            new TwilioRoutes.Needs(
                                    account, reach.texts(), engine.deliveries().later(), seen),
                            base)::register;
                }));
    }

    private static ReachUseCases reach(EngineParts engine, Database database) {
        var dsl = database.dsl();
        var tx = database.transactions();
        var directory = engine.directory();
        return ReachUseCases.of(new ReachUseCases.Needs(
                tx,
                directory,
                EngineStores.on(database).incidents().incidents(),
                new ReplyCodeStore(dsl),
                new FindConcerns(tx, directory, new IncidentQueryStore(dsl), new SentMessageStore(dsl)),
                engine.incidents().act(),
                engine.deliveries().contacts()));
    }
}
