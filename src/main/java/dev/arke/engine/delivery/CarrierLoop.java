package dev.arke.engine.delivery;

import dev.arke.delivery.Carrier;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one carrier busy, so that a slow one holds up no other: claims as many rows as it may have on their way. */
final class CarrierLoop {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierLoop.class);

    private final Carrier carrier;
    private final ClaimDue claimDue;
    private final SendMessage sendMessage;
    private final RecordingQueue outcomes;
    private final ExecutorService senders;
    private final DeliverySettings settings;
    private final Semaphore free;
    private final Bell bell = new Bell();
    private final Retrying retrying;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean hungry;

    CarrierLoop(
            Carrier carrier,
            ClaimDue claimDue,
            SendMessage sendMessage,
            RecordingQueue outcomes,
            ExecutorService senders,
            DeliverySettings settings) {
        this.carrier = carrier;
        this.claimDue = claimDue;
        this.sendMessage = sendMessage;
        this.outcomes = outcomes;
        this.senders = senders;
        this.settings = settings;
        this.free = new Semaphore(settings.concurrency());
        var name = "delivery-" + carrier.kind().word();
        this.retrying = new Retrying(name);
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void wake() {
        bell.ring();
    }

    Optional<String> problem() {
        return retrying.problem();
    }

    void stop() throws InterruptedException {
        stopping = true;
        bell.ring();
        thread.join();
    }

    private void run() {
        try {
            while (!stopping) if (!sendSome()) bell.await(settings.sweep());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there was something to send. */
    private boolean sendSome() {
        try {
            int room = free.availablePermits();
            hungry = room == 0;
            if (hungry) return false;
            var claim = claimDue.claim(carrier, room);
            // What is no page may have been left for want of room before all of it was taken.
            hungry =
                    claim.prepared().stream().mapToInt(one -> one.rows().size()).sum()
                            >= room - settings.reservedForPages();
            for (var prepared : claim.prepared()) handOver(prepared, claim);
            retrying.worked();
            return !claim.prepared().isEmpty();
        } catch (RuntimeException | Error e) {
            // What was claimed and not handed over is due again when its lease ends.
            retrying.failed(e);
            return false;
        }
    }

    private void handOver(Prepared prepared, ClaimDue.Claim claim) {
        free.acquireUninterruptibly();
        boolean taken = false;
        try {
            senders.execute(() -> send(prepared, claim));
            taken = true;
        } finally {
            if (!taken) free.release();
        }
    }

    private void send(Prepared prepared, ClaimDue.Claim claim) {
        try {
            outcomes.add(sendMessage.send(prepared, claim.lease(), carrier));
        } catch (RuntimeException | Error e) {
            LOG.atError()
                    .addKeyValue("delivery", prepared.rows().getFirst().id())
                    .addKeyValue("carrier", carrier.kind().word())
                    .setCause(e)
                    .log("a message was not handed over; it is tried again when its lease ends");
        } finally {
            free.release();
            // In batches: a claim for each permit that comes back would cost more than it brings.
            if (hungry && free.availablePermits() * 4 >= settings.concurrency()) bell.ring();
        }
    }
}
