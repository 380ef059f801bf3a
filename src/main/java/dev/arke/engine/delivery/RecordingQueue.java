package dev.arke.engine.delivery;

import dev.arke.database.DatabaseUnavailable;
import dev.arke.delivery.Delivery;
import dev.arke.delivery.Lease;
import dev.arke.engine.delivery.SendMessage.Done;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Outcomes on their way to the database: one thread writes all that wait in one unit. */
final class RecordingQueue {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingQueue.class);
    private static final int MOST = 256;
    /** Outcomes come a few at a time, and each unit costs the database as much as dozens of them. */
    private static final Duration GATHERING = Duration.ofMillis(10);

    /** What waits so long may be sent again after a kill. */
    private static final int GATHERED_AT_MOST = 4;

    private static final int MANY = 64;
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Other units are done sooner than the database is back. */
    private static final Duration BUSY = Duration.ofMillis(50);

    private final RecordOutcomes recordOutcomes;
    private final RecordAlone recordAlone;
    private final Consumer<Done> recorded;
    private final Retrying retrying = new Retrying("delivery-outcomes");
    private final BlockingQueue<Done> waiting = new LinkedBlockingQueue<>();
    /** By row, under which lease it was worked on. */
    private final Map<UUID, Lease> unwritten = new ConcurrentHashMap<>();

    private final Thread writer =
            Thread.ofPlatform().name("delivery-outcomes").daemon(true).unstarted(this::run);
    private volatile boolean stopping;

    /** {@code recorded} is told of each that is written, and must not wait for anything. */
    RecordingQueue(RecordOutcomes recordOutcomes, RecordAlone recordAlone, Consumer<Done> recorded) {
        this.recordOutcomes = recordOutcomes;
        this.recordAlone = recordAlone;
        this.recorded = recorded;
    }

    void start() {
        writer.start();
    }

    /** These are handed over from now on: what comes of them is added, or nothing does and they are let go. */
    void begin(Collection<Delivery> rows, Lease under) {
        rows.forEach(row -> unwritten.put(row.id(), under));
    }

    void letGo(Collection<Delivery> rows, Lease under) {
        rows.forEach(row -> unwritten.remove(row.id(), under));
    }

    void add(Collection<Done> done) {
        done.forEach(one -> unwritten.put(one.row().id(), one.under()));
        waiting.addAll(done);
    }

    /**
     * Rows whose leases ended before what came of them was heard and could be written. It will be, unless another node has claimed
     * them by then; so this one must not send them again.
     */
    Set<UUID> overdue(Instant now) {
        return unwritten.entrySet().stream()
                .filter(one -> !one.getValue().ends().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Optional<String> problem() {
        return retrying.problem();
    }

    /** Writes what waits and ends. */
    void stop(Duration atMost) throws InterruptedException {
        stopping = true;
        writer.join(atMost);
    }

    private void run() {
        try {
            while (!stopping || !waiting.isEmpty()) {
                var first = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (first == null) continue;
                gather();
                var batch = new ArrayList<Done>(List.of(first));
                waiting.drainTo(batch, MOST - 1);
                TimeUnit.MILLISECONDS.sleep(write(batch).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for others, as long as more come. */
    private void gather() throws InterruptedException {
        int before = -1;
        for (int times = 0; times < GATHERED_AT_MOST; times++) {
            int now = waiting.size();
            if (now == before || now >= MANY) return;
            before = now;
            TimeUnit.MILLISECONDS.sleep(GATHERING.toMillis());
        }
    }

    /**
     * Answers how long to wait when nothing of it could be written for the moment: the database is gone, or other units hold the
     * rows or the incidents. It is tried again, and this node does not claim those rows meanwhile.
     */
    private Duration write(List<Done> batch) {
        try {
            var busy = recordOutcomes.record(batch);
            waiting.addAll(busy);
            retrying.worked();
            batch.stream().filter(one -> !busy.contains(one)).forEach(this::written);
            return busy.size() < batch.size() ? Duration.ZERO : BUSY;
        } catch (DatabaseUnavailable e) {
            retrying.failed(e);
            waiting.addAll(batch);
            return PAUSE;
        } catch (RuntimeException | Error e) {
            if (batch.size() > 1) batch.forEach(one -> write(List.of(one)));
            else writeAlone(batch.getFirst(), e);
            return Duration.ZERO;
        }
    }

    private void writeAlone(Done one, Throwable failure) {
        LOG.atError()
                .addKeyValue("delivery", one.row().id())
                .setCause(failure)
                .log("an outcome cannot be recorded with what follows from it; only that it was tried is");
        try {
            if (recordAlone.record(one)) written(one);
            else waiting.add(one);
        } catch (RuntimeException | Error e) {
            forget(one);
            LOG.atError()
                    .addKeyValue("delivery", one.row().id())
                    .setCause(e)
                    .log("an outcome cannot be recorded; the message will be sent again");
        }
    }

    private void written(Done one) {
        forget(one);
        recorded.accept(one);
    }

    private void forget(Done one) {
        unwritten.remove(one.row().id(), one.under());
    }
}
