package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.boot.EngineParts;
import dev.arke.database.Database;
import dev.arke.delivery.Carrier;
import dev.arke.delivery.Delivery.Kind;
import dev.arke.delivery.Delivery.State;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.engine.Ids;
import dev.arke.engine.delivery.Senders;
import dev.arke.engine.incident.Inbound;
import dev.arke.incident.IncidentStore;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The threads that send outlive whatever hits them, and say what does. */
@EachDatabase
final class SendingThreadsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;
    private final MovableInstants clock = new MovableInstants();
    private final Chat chat = new Chat();
    private final EngineParts engine;
    private final Senders senders;
    private volatile boolean broken;

    SendingThreadsTest(TestDatabase database) {
        this.database = database.database();
        engine = EngineParts.of(new EngineParts.Needs(
                this.database,
                this::now,
                new Ids(clock, new Random(1)),
                List.<Carrier>of(chat),
                EngineParts.Settings.DEFAULT,
                EngineParts.Listeners.NONE));
        senders = engine.deliveries().senders();
    }

    /** As when the memory is full, or a class of the jar that is being replaced cannot be loaded. */
    private Instant now() {
        if (broken) throw new NoClassDefFoundError("no such class for the moment");
        return clock.instant();
    }

    @BeforeEach
    void aTeam() {
        Checkout.in(database, clock, Set.of(ContactKind.SANDBOX));
    }

    @AfterEach
    void stop() {
        senders.close();
    }

    @Test
    void anErrorStopsNoThread() {
        alert("disk full");
        broken = true;
        senders.start();
        await(() -> problem().contains("delivery-sandbox fails: no such class")
                && problem().contains("delivery-late fails: no such class"));

        broken = false;

        await(() -> chat.pages.get() > 0);
        await(() -> problem().isEmpty());
        await(this::isPageRecorded);
    }

    @Test
    void anOutcomeThatMetAnErrorIsRecordedTheNextTime() {
        chat.atAPage = () -> broken = chat.pages.get() == 1;
        senders.start();
        alert("disk full");
        await(() -> chat.pages.get() > 0);
        await(() -> problem().contains("delivery-late"));

        broken = false;
        await(() -> problem().isEmpty());
        clock.advance(Duration.ofSeconds(31));

        await(this::isPageRecorded);
    }

    /** What came of it is not known before the carrier has answered, however long that takes. */
    @Test
    void aSendThatOutlastsItsLeaseIsNotBegunASecondTime() {
        var answer = new CountDownLatch(1);
        chat.atAPage = () -> {
            if (chat.pages.get() == 1) waitFor(answer);
        };
        senders.start();
        alert("disk full");
        await(() -> chat.pages.get() == 1);

        clock.advance(Duration.ofSeconds(31));
        alert("disk slow");
        await(() -> chat.pages.get() > 1);
        answer.countDown();
        await(this::isPageRecorded);
        senders.close();

        assertThat(chat.begun).doesNotHaveDuplicates();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Chat implements Carrier {
        private final AtomicInteger pages = new AtomicInteger();
        private final Queue<UUID> begun = new ConcurrentLinkedQueue<>();
        private volatile Runnable atAPage = () -> {};

        @Override
        public ContactKind kind() {
            return ContactKind.SANDBOX;
        }

        @Override
        public Outcome send(Message message) {
            if (message.purpose() == Message.Purpose.PAGE) {
                begun.add(message.deliveryId());
                pages.incrementAndGet();
                atAPage.run();
            }
            return new Outcome.Delivered("ref of " + message.deliveryId());
        }

        @Override
        public List<RateScope> rateScopes(Message message) {
            return List.of();
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }
    }

    private void alert(String what) {
        var monitor = database.transactions()
                .read(() -> engine.directory()
                        .current()
                        .integrationNamed(Checkout.MONITOR)
                        .orElseThrow()
                        .id());
        engine.incidents().trigger().trigger(List.of(new Inbound(monitor, List.of(Checkout.alert(what)), "{}")));
    }

    private String problem() {
        return senders.problem().orElse("");
    }

    private boolean isPageRecorded() {
        return database.transactions().read(() -> {
            var incident =
                    new IncidentStore(database.dsl()).readByNumbers(List.of(1L)).getFirst();
            return new DeliveryStore(database.dsl())
                    .ofIncident(incident.id()).stream()
                            .anyMatch(row -> row.kind() == Kind.PAGE && row.state() == State.DELIVERED);
        });
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
