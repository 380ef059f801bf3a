package dev.arke.boot;

import dev.arke.card.Reader;
import dev.arke.chat.SeenEventStore;
import dev.arke.database.Database;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.SentMessageStore;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.engine.incident.FindConcerns;
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.engine.reach.ReachUseCases;
import dev.arke.incident.IncidentQueryStore;
import dev.arke.page.ReplyCodeStore;
import dev.arke.phone.CallCarrier;
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
import java.util.function.Function;

/** Texts and calls, put together. Nothing here calls anybody: the server starts, and pages by other means, while they are down. */
public final class Phone {
    private Phone() {}

    public static List<Carrier> carriers(PhoneSettings settings, InstantSource clock) {
        var carriers = new ArrayList<Carrier>();
        var twilio = settings.twilio().map(account -> new TwilioClient(account, clock));
        settings.gateway()
                .<Carrier>map(gateway -> new SmsCarrier(new GatewayTexting(gateway)))
                .or(() -> twilio.map(client -> new SmsCarrier(client.texting())))
                .ifPresent(carriers::add);
        twilio.map(client -> new CallCarrier(client.calling())).ifPresent(carriers::add);
        return carriers;
    }

    /** That of the first who has the number; nobody else's word matters to a call. */
    private static Function<String, Reader> readers(Database database) {
        var directory = new ReadDirectory(EngineStores.on(database).directory());
        return number -> reader(database.transactions().read(directory::current), number);
    }

    private static Reader reader(Directory directory, String number) {
        return directory.responders().stream()
                .filter(person -> person.methods().stream()
                        .anyMatch(method -> method.address().equals(number)))
                .findFirst()
                .map(person -> directory.readerOf(person.id()))
                .orElse(Reader.ANYBODY);
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
                                    account,
                                    reach.texts(),
                                    reach.keys(),
                                    readers(database),
                                    engine.deliveries().later(),
                                    seen),
                            base)::register;
                }));
    }

    private static ReachUseCases reach(EngineParts engine, Database database) {
        var dsl = database.dsl();
        var tx = database.transactions();
        var directory = engine.directory();
        var stores = EngineStores.on(database);
        return ReachUseCases.of(new ReachUseCases.Needs(
                tx,
                directory,
                stores.incidents().incidents(),
                new ReplyCodeStore(dsl),
                stores.deliveries(),
                engine.deliveries().views(),
                engine.deliveries().sayAgain(),
                new FindConcerns(tx, directory, new IncidentQueryStore(dsl), new SentMessageStore(dsl)),
                engine.incidents().act(),
                engine.deliveries().contacts(),
                engine.needs().clock()));
    }
}
