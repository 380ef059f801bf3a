package dev.arke.bench;

import dev.arke.delivery.Carrier;
import dev.arke.delivery.Message;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes every message at once, and notes when. No limits and no network: what is measured is the engine. */
final class CountingCarrier implements Carrier {
    /** A message, as {@code System.nanoTime} saw it come. */
    record Arrived(UUID deliveryId, Purpose purpose, boolean isEdit, long nanos) {}

    private final Collection<Arrived> arrived = new ConcurrentLinkedQueue<>();
    private final Semaphore news = new Semaphore(0);

    @Override
    public ContactKind kind() {
        return ContactKind.SANDBOX;
    }

    @Override
    public Outcome send(Message message) {
        long now = System.nanoTime();
        arrived.add(new Arrived(
                message.deliveryId(), message.purpose(), message.edits().isPresent(), now));
        news.release();
        return new Outcome.Delivered(message.edits().orElseGet(() -> "ref-" + message.deliveryId()));
    }

    @Override
    public List<RateScope> rateScopes(Message message) {
        return List.of();
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }

    /** Returns when no message came for this long, or after {@code atMost}. */
    void awaitQuiet(Duration quiet, Duration atMost) throws InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < atMost.toNanos() && news.tryAcquire(quiet.toMillis(), TimeUnit.MILLISECONDS))
            news.drainPermits();
    }

    /** What came so far is not of interest. */
    void forget() {
        arrived.clear();
        news.drainPermits();
    }

    List<Arrived> arrived() {
        return List.copyOf(arrived);
    }
}
