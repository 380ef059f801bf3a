package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.boot.EngineParts;
import dev.arke.boot.Phone;
import dev.arke.boot.PhoneSettings;
import dev.arke.delivery.Carrier;
import dev.arke.engine.Ids;
import dev.arke.engine.delivery.DeliverySettings;
import dev.arke.engine.incident.Inbound;
import dev.arke.engine.incident.IntakeSettings;
import dev.arke.engine.people.ConnectSettings;
import dev.arke.http.HttpServer;
import dev.arke.http.HttpSettings;
import dev.arke.page.StormSettings;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.twilio.FakeTwilio;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** With the threads that send: the bad word about a text has the next way tried at once; no sweep is waited for. */
@EachDatabase
final class NextWayAtOnceTest {
    private static final DeliverySettings NO_SWEEP =
            new DeliverySettings(64, 16, Duration.ofSeconds(30), Duration.ofHours(1));

    private final TestDatabase database;

    NextWayAtOnceTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void anUndeliveredTextIsFollowedByACall() {
        try (var twilio = FakeTwilio.start()) {
            var clock = database.database().clock();
            var settings = new PhoneSettings(Optional.of(twilio.settings()), Optional.empty());
            var carriers = Phone.carriers(settings, clock);
            var engine = EngineParts.of(new EngineParts.Needs(
                    database.database(),
                    clock,
                    new Ids(clock, new Random(1)),
                    carriers,
                    new EngineParts.Settings(
                            IntakeSettings.DEFAULT, StormSettings.DEFAULT, NO_SWEEP, ConnectSettings.DEFAULT),
                    EngineParts.Listeners.NONE));
            Checkout.in(
                    database.database(),
                    clock,
                    carriers.stream().map(Carrier::kind).collect(Collectors.toSet()));
            var server = new HttpServer(
                    new HttpSettings("127.0.0.1", 0),
                    "test",
                    List.of(Phone.routes(settings, engine).orElseThrow()));
            server.start();
            try (var senders = engine.deliveries().senders()) {
                senders.start();
                var monitor = database.database()
                        .transactions()
                        .read(() -> engine.directory()
                                .current()
                                .integrationNamed("monitor")
                                .orElseThrow()
                                .id());
                engine.incidents()
                        .trigger()
                        .trigger(List.of(new Inbound(monitor, List.of(Checkout.alert("disk full")), "{}")));
                var text = SlackOffice.await(() -> twilio.all().stream().findFirst());

                var told = twilio.call(
                        server.port(),
                        URI.create(text.fields().getOrDefault("StatusCallback", "")),
                        Map.of("MessageSid", text.sid(), "MessageStatus", "undelivered", "ErrorCode", "30003"));
                assertThat(told.statusCode()).isEqualTo(204);

                SlackOffice.await(() -> twilio.all().stream()
                        .filter(next -> next.resource().equals("Calls"))
                        .findFirst());
            } finally {
                server.close();
            }
        }
    }
}
