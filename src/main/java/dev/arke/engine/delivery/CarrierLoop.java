package dev.arke.engine.delivery;

import dev.arke.delivery.Carrier;
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
        this.thread = Thread.ofPlatform()
                .name("delivery-" + carrier.kind().word())
                .daemon(true)
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void wake() {
        bell.ring();
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
            hungry =
                    claim.prepared().stream().mapToInt(one -> one.rows().size()).sum() >= room;
            for (var prepared : claim.prepared()) {
                free.acquireUninterruptibly();
                senders.execute(() -> send(prepared, claim));
            }
            return !claim.prepared().isEmpty();
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("carrier", carrier.kind().word())
                    .setCause(e)
                    .log("due messages cannot be claimed; trying again");
            return false;
        }
    }

    private void send(Prepared prepared, ClaimDue.Claim claim) {
        try {
            outcomes.add(sendMessage.send(prepared, claim.lease(), carrier));
        } finally {
            free.release();
            // In batches: a claim for each permit that comes back would cost more than it brings.
            if (hungry && free.availablePermits() * 4 >= settings.concurrency()) bell.ring();
        }
    }
}
