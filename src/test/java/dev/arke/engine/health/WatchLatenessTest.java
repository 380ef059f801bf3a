package dev.arke.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.delivery.Attempt;
import dev.arke.delivery.BacklogStore;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.LatenessStore;
import dev.arke.delivery.Lease;
import dev.arke.delivery.OutboxStore;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.PlannedDelivery;
import dev.arke.delivery.Settlement;
import dev.arke.engine.Ids;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.escalation.Position;
import dev.arke.incident.Facts;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentStore;
import dev.arke.incident.OpenIncidentStore;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.PeopleStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@EachDatabase
final class WatchLatenessTest {
    private static final ChannelAddress PAYMENTS = new ChannelAddress(ContactKind.SANDBOX, "#payments");
    private static final ChannelAddress OPS = new ChannelAddress(ContactKind.TEAMS, "19:ops@thread.tacv2");

    private final MovableInstants clock = new MovableInstants();
    private final Ids ids = new Ids(clock, new Random(3));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Database database;
    private final DeliveryStore deliveries;
    private final OutboxStore outbox;
    private final CheckQuiet quiet;
    private final WatchLateness node;
    private final WatchLateness otherNode;

    WatchLatenessTest(Database database) {
        this.database = database;
        deliveries = new DeliveryStore(database.dsl());
        outbox = new OutboxStore(database.dsl());
        quiet = new CheckQuiet(
                database.transactions(),
                new BacklogStore(database.dsl()),
                new OpenIncidentStore(database.dsl()),
                clock);
        node = node(meters);
        otherNode = node(new SimpleMeterRegistry());
    }

    private WatchLateness node(SimpleMeterRegistry registry) {
        var dsl = database.dsl();
        return new WatchLateness(
                database.transactions(),
                new WatchStores(new BacklogStore(dsl), new OpenIncidentStore(dsl), new LatenessStore(dsl), deliveries),
                new ReadDirectory(PeopleStores.of(database)),
                () -> {},
                new Measures(registry, clock),
                ids,
                clock);
    }

    @BeforeEach
    void admins() {
        write(() -> PeopleStores.of(database).adminChannels().replace(List.of(OPS)));
    }

    @Test
    void aPageIsLateWhenItIsNotOutHalfAMinuteAfterItWasDue() {
        planPage(clock.instant().plus(Duration.ofMinutes(3)));

        lookAfter(Duration.ofSeconds(209));
        assertThat(gauge("delivery")).isZero();
        assertThat(notices()).isEmpty();

        lookAfter(Duration.ofSeconds(1));
        assertThat(gauge("delivery")).isEqualTo(1);
        assertThat(notices())
                .containsExactly(
                        "Arke is late. A page has not gone out, the first for 30 seconds: sandbox:#payments. I go on"
                                + " trying. If it matters now, call people yourself; /ready and the log say what is"
                                + " wrong.");
    }

    @Test
    void itIsToldAndCountedOnceByHoweverManyNodes() {
        planPage(clock.instant());
        lookAfter(Duration.ofSeconds(31));
        otherNode.watchLateness();
        lookAfter(Duration.ofSeconds(10));

        assertThat(notices()).hasSize(1);
        assertThat(meters.get("arke.late").tag("what", "delivery").counter().count())
                .isEqualTo(1);
    }

    @Test
    void itIsOverWhenNothingWasLateForAMinute() {
        planPage(clock.instant());
        lookAfter(Duration.ofSeconds(40));
        settle(Attempt.Sent.of(new Outcome.Delivered("ref"), 1));

        lookAfter(Duration.ofSeconds(10));
        lookAfter(Duration.ofSeconds(40));
        assertThat(notices()).hasSize(1);

        lookAfter(Duration.ofSeconds(10));
        otherNode.watchLateness();
        assertThat(notices()).hasSize(2).contains("Arke is on time again. It was late for 60 seconds.");
    }

    @Test
    void aPageThatKeepsFailingIsLateThoughItsNextTryIsAhead() {
        planPage(clock.instant());
        settle(Attempt.Sent.of(
                new Outcome.Again(Duration.ofMinutes(9), FailureReason.SERVER, "the carrier is away"), 1));

        lookAfter(Duration.ofSeconds(30));

        assertThat(gauge("delivery")).isEqualTo(1);
        assertThat(notices().getFirst()).contains("sandbox:#payments (the carrier is away).");
    }

    @Test
    void aPageThatARateLimitPutsOffIsLateCountedAndToldOnceHoweverOftenItIsPutOff() {
        planPage(clock.instant());

        for (int seconds = 0; seconds < 50; seconds += 10) {
            settle(new Attempt.PutBack(clock.instant().plusSeconds(10)));
            lookAfter(Duration.ofSeconds(10));
        }

        assertThat(gauge("delivery")).isEqualTo(1);
        assertThat(meters.get("arke.queue.age.seconds")
                        .tag("lane", "page")
                        .gauge()
                        .value())
                .isEqualTo(50);
        assertThat(meters.get("arke.late").tag("what", "delivery").counter().count())
                .isEqualTo(1);
        assertThat(notices())
                .singleElement()
                .asString()
                .startsWith("Arke is late. A page has not gone out, the first for 30 seconds");
    }

    @Test
    void anIncidentThatNobodyEscalatedIsLate() {
        var dueAt = clock.instant();
        write(() -> new IncidentStore(database.dsl()).insert(List.of(new Incident.Triggered(facts(), dueAt))));

        lookAfter(Duration.ofSeconds(30));

        assertThat(gauge("escalation")).isEqualTo(1);
        assertThat(meters.get("arke.incidents.open")
                        .tag("state", "triggered")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(notices().getFirst())
                .startsWith(
                        "Arke is late. An incident was not escalated in time, the first is #1042, 30 seconds late.");
    }

    @Test
    void theAgeOfTheQueueGrowsUntilItIsLookedAtAgain() {
        planPage(clock.instant());
        lookAfter(Duration.ofSeconds(5));
        clock.advance(Duration.ofSeconds(7));

        assertThat(meters.get("arke.queue.age.seconds")
                        .tag("lane", "page")
                        .gauge()
                        .value())
                .isEqualTo(12);
    }

    @Test
    void itIsQuietUnlessAMessageIsDueOrAnIncident() {
        planPage(clock.instant().plus(Duration.ofMinutes(1)));
        var escalatesAt = clock.instant().plus(Duration.ofMinutes(3));
        write(() -> new IncidentStore(database.dsl()).insert(List.of(new Incident.Triggered(facts(), escalatesAt))));
        assertThat(quiet.isQuiet()).isTrue();

        clock.advance(Duration.ofMinutes(1));
        assertThat(quiet.isQuiet()).isFalse();
        settle(Attempt.Sent.of(new Outcome.Delivered("ref"), 1));
        assertThat(quiet.isQuiet()).isTrue();

        clock.advance(Duration.ofMinutes(2));
        assertThat(quiet.isQuiet()).isFalse();
    }

    private void lookAfter(Duration time) {
        clock.advance(time);
        node.watchLateness();
    }

    private double gauge(String what) {
        return meters.get("arke.pages.late").tag("what", what).gauge().value();
    }

    private UUID planPage(Instant dueAt) {
        var id = ids.next();
        write(() -> deliveries.plan(List.of(PlannedDelivery.channelPage(
                id, ids.next(), 1, PAYMENTS, dueAt, dueAt.plusSeconds(30), clock.instant()))));
        return id;
    }

    /** What is due is claimed, and this comes of it. */
    private void settle(Attempt attempt) {
        var now = clock.instant();
        write(() -> {
            var claimed = outbox.claim(
                    ContactKind.SANDBOX, 10, 10, new Lease(ids.next(), now.plusSeconds(30)), Set.of(), now);
            assertThat(claimed).hasSize(1);
            outbox.settle(
                    claimed,
                    claimed.stream()
                            .map(row -> Settlement.of(row, attempt, now))
                            .toList());
        });
    }

    private List<String> notices() {
        var far = clock.instant().plus(Duration.ofDays(1));
        return database
                .transactions()
                .write(
                        Durability.RELAXED,
                        () -> outbox.claim(ContactKind.TEAMS, 10, 10, new Lease(ids.next(), far), Set.of(), far))
                .stream()
                .map(Delivery::words)
                .map(Optional::orElseThrow)
                .toList();
    }

    private void write(Runnable unit) {
        database.transactions().write(Durability.RELAXED, () -> {
            unit.run();
            PeopleStores.of(database).version().raise();
        });
    }

    private Facts facts() {
        return new Facts(
                ids.next(),
                1042,
                ids.next(),
                ids.next(),
                Optional.empty(),
                Priority.HIGH,
                "The database is down",
                "db-1",
                Optional.empty(),
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Position.START,
                Optional.empty(),
                0,
                Optional.empty(),
                0,
                Optional.empty());
    }
}
