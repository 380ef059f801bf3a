package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.boot.EngineParts;
import dev.arke.boot.TeamFiles;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.engine.Ids;
import dev.arke.engine.delivery.DeliverySettings;
import dev.arke.engine.incident.Inbound;
import dev.arke.responder.Actor;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.teamfile.Surroundings;
import dev.arke.teamfile.TeamFileGate;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a carrier's limit holds back is sent when the limit lets it through, however late the next sweep is. */
@EachDatabase
final class LimitedSendingTest {
    private static final int PEOPLE = 10;
    private static final DeliverySettings NO_SWEEP =
            new DeliverySettings(64, 16, Duration.ofSeconds(30), Duration.ofHours(1));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database;
    private final InstantSource clock = InstantSource.system();
    private final FourAtOnce chat = new FourAtOnce();

    LimitedSendingTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void pagesToManyPeopleGoOutAsTheLimitLetsThem() {
        var usual = EngineParts.Settings.DEFAULT;
        var engine = EngineParts.of(new EngineParts.Needs(
                database.database(),
                clock,
                new Ids(clock, new Random(1)),
                List.<Carrier>of(chat),
                new EngineParts.Settings(usual.intake(), usual.storms(), NO_SWEEP, usual.connect()),
                EngineParts.Listeners.NONE));
        apply();
        var monitor = database.database()
                .transactions()
                .read(() -> engine.directory()
                        .current()
                        .integrationNamed(Checkout.MONITOR)
                        .orElseThrow()
                        .id());
        engine.incidents().trigger().trigger(List.of(new Inbound(monitor, List.of(Checkout.alert("disk full")), "{}")));

        try (var senders = engine.deliveries().senders()) {
            senders.start();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (chat.paged.size() < PEOPLE) {
                assertThat(System.nanoTime()).as(chat.paged + " were paged").isLessThan(end);
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        }
    }

    private void apply() {
        var names = IntStream.range(0, PEOPLE).mapToObj(i -> "p" + i).toList();
        var team = """
            responders:
            %s
            teams:
              - {name: payments, time_zone: UTC, rosters: {all: [%s]}}
            policies:
              - {name: standard, team: payments, steps: [{page: [roster all of payments], wait: 10m}], last_resort: [p0]}
            services:
              - {name: checkout, team: payments, policy: standard}
            integrations:
              - {name: monitor, service: checkout, format: generic, key: a-key-of-some-length}
            """.formatted(
                        names.stream()
                                .map(name -> "  - {name: " + name + ", sandbox: " + name + "}")
                                .collect(Collectors.joining("\n")),
                        String.join(", ", names));
        var gate = TeamFiles.gate(
                database.database(),
                clock,
                new Surroundings(Map.of(), Set.of("generic"), false),
                Set.of(ContactKind.SANDBOX));
        assertThat(gate.apply(team, new By(new Actor.ApiKey("test", true), "test")))
                .isInstanceOf(TeamFileGate.Answer.Fine.class);
    }

    private static final class FourAtOnce implements Carrier {
        private final Set<String> paged = ConcurrentHashMap.newKeySet();

        @Override
        public ContactKind kind() {
            return ContactKind.SANDBOX;
        }

        @Override
        public Outcome send(Message message) {
            if (message.purpose() == Message.Purpose.PAGE) paged.add(message.address());
            return new Outcome.Delivered("ref of " + message.deliveryId());
        }

        @Override
        public List<RateScope> rateScopes(Message message) {
            return List.of(new RateScope("all", 4, Duration.ofMillis(400)));
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }
    }
}
