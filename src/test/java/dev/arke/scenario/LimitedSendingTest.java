package dev.arke.scenario;

import static dev.arke.database.generated.Tables.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.boot.EngineParts;
import dev.arke.boot.TeamFiles;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Delivery.State;
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
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a carrier's limit holds back is sent when the limit lets it through, however late the next sweep is. */
@EachDatabase
final class LimitedSendingTest {
    private static final DeliverySettings NO_SWEEP =
            new DeliverySettings(256, 192, Duration.ofSeconds(30), Duration.ofHours(1));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database;
    private final InstantSource clock = InstantSource.system();

    LimitedSendingTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void pagesToManyPeopleGoOutAsTheLimitLetsThem() {
        var chat = new Limited(message -> new RateScope("all", 4, Duration.ofMillis(400)));
        var engine = engine(chat, 10);
        alert(engine, "all", "disk full");

        try (var senders = engine.deliveries().senders()) {
            senders.start();
            waitUntil(() -> Set.copyOf(chat.paged).size() == 10, chat);
        }
    }

    @Test
    void eachIsSentWhenItsOwnLimitLetsIt() {
        var chat = new Limited(message -> new RateScope(
                message.address(), 1, Duration.ofMillis(message.address().equals("p0") ? 500 : 2_000)));
        var engine = engine(chat, 2);

        try (var senders = engine.deliveries().senders()) {
            senders.start();
            alert(engine, "all", "disk full");
            waitUntil(() -> chat.paged.size() == 2, chat);
            alert(engine, "all", "disk slow");
            waitUntil(() -> chat.paged.size() == 4, chat);
        }
        assertThat(chat.paged).containsExactlyInAnyOrder("p0", "p0", "p1", "p1");
    }

    @Test
    void whatIsPutBackWhileTheLoopClaimsOtherPagesIsNotForgotten() {
        var chat = new Limited(message -> new RateScope(message.address(), 1, Duration.ofSeconds(2)));
        var engine = engine(chat, 2);
        var isAsked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);

        try (var senders = engine.deliveries().senders()) {
            senders.start();
            alert(engine, "first", "disk full");
            waitUntil(() -> chat.paged.size() == 1, chat);
            chat.beforeItsLimit.set(() -> {
                isAsked.countDown();
                await(goOn);
            });
            alert(engine, "first", "disk slow");
            await(isAsked);
            chat.inTheLoop.set(() -> {
                goOn.countDown();
                waitUntil(() -> isPutBack("p0"), chat);
            });
            alert(engine, "second", "disk gone");

            waitUntil(() -> chat.paged.size() == 3, chat);
        }
        assertThat(chat.paged).containsExactly("p0", "p1", "p0");
    }

    @Test
    void aCarrierIsHandedNoMoreThanItTakesAtOnce() {
        var chat = new Limited(message -> new RateScope("all", 1_000, Duration.ofSeconds(1)));
        chat.atOnce = 3;
        var engine = engine(chat, 10);
        var goOn = new CountDownLatch(1);
        chat.whileSending = () -> await(goOn);
        alert(engine, "all", "disk full");

        try (var senders = engine.deliveries().senders()) {
            senders.start();
            waitUntil(() -> chat.underWay.get() == 3, chat);
            goOn.countDown();
            waitUntil(() -> chat.paged.size() == 10, chat);
        }
        assertThat(chat.mostUnderWay.get()).isEqualTo(3);
    }

    @Test
    void whatThereWasNoRoomForGoesOutWhenRoomIsMadeWhileTheLoopClaims() {
        var chat = new Limited(message -> new RateScope("all", 1_000, Duration.ofSeconds(1)));
        chat.atOnce = 4;
        var engine = engine(chat, 1);
        var goOn = new CountDownLatch(1);
        chat.whileSending = () -> await(goOn);

        try (var senders = engine.deliveries().senders()) {
            senders.start();
            alert(engine, "shown", "disk full");
            waitUntil(() -> chat.underWay.get() == 2, chat);
            alert(engine, "shown", "disk slow");
            waitUntil(() -> chat.underWay.get() == 3, chat);
            chat.inTheLoop.set(() -> {
                goOn.countDown();
                waitUntil(() -> isNothingUnderWay(), chat);
            });
            alert(engine, "shown", Alert.resolved("is not there", "it is over").toAlert());

            waitUntil(() -> chat.cards.get() == 2, chat);
        }
    }

    @Test
    void whatALimitHoldsBackIsTriedWhenItsTurnComes() {
        var chat = new Limited(message -> new RateScope("all", 1, Duration.ofMillis(200)));
        var engine = engine(chat, 200);
        alert(engine, "all", "disk full");

        try (var senders = engine.deliveries().senders()) {
            senders.start();
            waitUntil(() -> chat.paged.size() == 6, chat);
        }
        assertThat(chat.asked.get()).isBetween(200, 250);
    }

    private EngineParts engine(Limited chat, int people) {
        var usual = EngineParts.Settings.DEFAULT;
        var engine = EngineParts.of(new EngineParts.Needs(
                database.database(),
                clock,
                new Ids(clock, new Random(1)),
                List.<Carrier>of(chat),
                new EngineParts.Settings(usual.intake(), usual.storms(), NO_SWEEP, usual.connect()),
                EngineParts.Listeners.NONE));
        apply(people);
        return engine;
    }

    private void alert(EngineParts engine, String whom, String what) {
        alert(engine, whom, Checkout.alert(what));
    }

    private void alert(EngineParts engine, String whom, Alert alert) {
        var monitor = database.database()
                .transactions()
                .read(() -> engine.directory()
                        .current()
                        .integrationNamed(whom)
                        .orElseThrow()
                        .id());
        engine.incidents().trigger().trigger(List.of(new Inbound(monitor, List.of(alert), "{}")));
    }

    private void waitUntil(BooleanSupplier isSo, Limited chat) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as(chat.paged + " were paged").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether a page to this address waits and nobody is sending it. */
    private boolean isPutBack(String address) {
        var dsl = database.database().dsl();
        return database.database()
                .transactions()
                .read(() -> dsl.fetchExists(
                        DELIVERY,
                        DELIVERY.ADDRESS
                                .eq(address)
                                .and(DELIVERY.STATE.eq(State.WAITING.word()))
                                .and(DELIVERY.LEASE.isNull())));
    }

    private boolean isNothingUnderWay() {
        var dsl = database.database().dsl();
        return database.database().transactions().read(() -> !dsl.fetchExists(DELIVERY, DELIVERY.LEASE.isNotNull()));
    }

    private void apply(int people) {
        var names = IntStream.range(0, people).mapToObj(i -> "p" + i).toList();
        var team = """
            responders:
            %s
            teams:
              - {name: payments, time_zone: UTC, rosters: {all: [%s], first: [p0], second: [%s], shown: [p0]}}
              - {name: desk, time_zone: UTC, channels: {sandbox: room}, members: [p0]}
            """.formatted(
                                names.stream()
                                        .map(name -> "  - {name: " + name + ", sandbox: " + name + "}")
                                        .collect(Collectors.joining("\n")),
                                String.join(", ", names),
                                names.getLast())
                + "policies:\n"
                + each("{name: NAME, team: payments, steps: [{page: [roster NAME of payments], wait: 10m}],"
                        + " last_resort: [p0]}")
                + "services:\n"
                + each("{name: NAME, team: payments, policy: NAME}")
                        .replace("name: shown, team: payments", "name: shown, team: desk")
                + "integrations:\n"
                + each("{name: NAME, service: NAME, format: generic, key: a-key-of-some-length-NAME}");
        var gate = TeamFiles.gate(
                database.database(),
                clock,
                new Surroundings(Map.of(), Set.of("generic"), false),
                Set.of(ContactKind.SANDBOX));
        assertThat(gate.apply(team, new By(new Actor.ApiKey("test", true), "test")))
                .isInstanceOf(TeamFileGate.Answer.Fine.class);
    }

    private static String each(String line) {
        return Stream.of("all", "first", "second", "shown")
                .map(name -> "  - " + line.replace("NAME", name) + "\n")
                .collect(Collectors.joining());
    }

    /** A chat with a limit for each message, in which something happens at two places, once each. */
    private static final class Limited implements Carrier {
        private static final Runnable NOTHING = () -> {};

        private final Function<Message, RateScope> limit;
        private final Queue<String> paged = new ConcurrentLinkedQueue<>();
        private final AtomicReference<Runnable> beforeItsLimit = new AtomicReference<>(NOTHING);
        private final AtomicReference<Runnable> inTheLoop = new AtomicReference<>(NOTHING);
        private final AtomicInteger cards = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger mostUnderWay = new AtomicInteger();
        private volatile Runnable whileSending = NOTHING;
        private volatile int atOnce = Integer.MAX_VALUE;

        Limited(Function<Message, RateScope> limit) {
            this.limit = limit;
        }

        @Override
        public ContactKind kind() {
            if (Thread.currentThread().getName().equals("delivery-sandbox"))
                inTheLoop.getAndSet(NOTHING).run();
            return ContactKind.SANDBOX;
        }

        @Override
        public Outcome send(Message message) {
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            whileSending.run();
            underWay.decrementAndGet();
            if (message.purpose() == Message.Purpose.CARD) cards.incrementAndGet();
            paged.add(message.address());
            return new Outcome.Delivered("ref of " + message.deliveryId());
        }

        @Override
        public int atOnce() {
            return atOnce;
        }

        @Override
        public List<RateScope> rateScopes(Message message) {
            asked.incrementAndGet();
            beforeItsLimit.getAndSet(NOTHING).run();
            return List.of(limit.apply(message));
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }
    }
}
