package dev.arke.engine.incident;

import dev.arke.database.DatabaseUnavailable;
import dev.arke.database.Transactions;
import dev.arke.engine.people.ReadDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for alerts: requests that wait together are triggered together. A request is answered when its alerts are
 * stored and synced. When a batch fails, each of its requests is tried alone, and the culprit is set aside loudly.
 */
public final class ReceiveAlerts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveAlerts.class);
    private static final int REQUESTS_AT_ONCE = 128;

    /** What came of a request. */
    public sealed interface Answer {
        record Taken(Receipt receipt) implements Answer {}

        /** It could not be taken and was set aside; {@code incident} is the one about it. */
        record SetAside(Optional<Long> incident) implements Answer {}
    }

    private record Waiting(Inbound request, CompletableFuture<Answer> answer) {}

    private final TriggerIncidents trigger;
    private final RecordUnreadable recordUnreadable;
    private final ReadDirectory directory;
    private final Transactions transactions;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean closed;

    ReceiveAlerts(
            TriggerIncidents trigger,
            RecordUnreadable recordUnreadable,
            ReadDirectory directory,
            Transactions transactions) {
        this.trigger = trigger;
        this.recordUnreadable = recordUnreadable;
        this.directory = directory;
        this.transactions = transactions;
    }

    /** Begins to take requests on this many threads; a database with one writer gains nothing from a second. */
    public void start(int threads) {
        for (int i = 1; i <= threads; i++) {
            workers.add(Thread.ofPlatform().name("intake-" + i).daemon(true).start(this::workForEver));
        }
    }

    /**
     * Waits until the request's alerts are stored.
     *
     * @throws DatabaseUnavailable when they are not, and the sender should try again
     */
    public Answer receive(Inbound request) {
        if (closed) throw new DatabaseUnavailable("Arke is stopping", null);
        var mine = new Waiting(request, new CompletableFuture<>());
        waiting.add(mine);
        // Closed meanwhile: the threads may be gone already.
        if (closed && waiting.remove(mine)) throw new DatabaseUnavailable("Arke is stopping", null);
        try {
            return mine.answer().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("the request was given up before its alerts were stored", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DatabaseUnavailable gone
                    ? gone
                    : new DatabaseUnavailable("the alerts could not be stored", e.getCause());
        }
    }

    private void workForEver() {
        var batch = new ArrayList<Waiting>();
        while (!closed || !waiting.isEmpty()) {
            try {
                batch.add(waiting.take());
                waiting.drainTo(batch, REQUESTS_AT_ONCE - 1);
                work(List.copyOf(batch));
            } catch (InterruptedException e) {
                // Closing: the condition above ends the loop once nobody waits.
            } catch (RuntimeException | Error e) {
                // Whatever it is, the next request is taken.
                batch.forEach(one -> one.answer().completeExceptionally(e));
                LOG.atError().setCause(e).log("requests could not be taken; their senders try again");
            } finally {
                batch.clear();
            }
        }
    }

    private void work(List<Waiting> batch) {
        try {
            var receipts = trigger.trigger(batch.stream().map(Waiting::request).toList());
            for (int i = 0; i < batch.size(); i++) batch.get(i).answer().complete(new Answer.Taken(receipts.get(i)));
        } catch (DatabaseUnavailable e) {
            // Trying each alone would have the last of them wait for as many time-outs.
            batch.forEach(one -> one.answer().completeExceptionally(e));
        } catch (RuntimeException | Error e) {
            if (batch.size() > 1) batch.forEach(one -> work(List.of(one)));
            else workAlone(batch.getFirst(), e);
        }
    }

    /** Two nodes may open an incident for one alert at the same time; the second try finds the first one's. */
    private void workAlone(Waiting one, Throwable first) {
        try {
            var receipts = trigger.trigger(List.of(one.request()));
            one.answer().complete(new Answer.Taken(receipts.getFirst()));
        } catch (DatabaseUnavailable e) {
            one.answer().completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            // The JVM may throw the very same one again, which cannot suppress itself.
            if (!e.equals(first)) e.addSuppressed(first);
            setAside(one, e);
        }
    }

    private void setAside(Waiting one, Throwable failure) {
        try {
            LOG.atError().setCause(failure).log("a request could not be taken");
            var integration = transactions.read(
                    () -> directory.current().integration(one.request().integrationId()));
            var receipt = recordUnreadable.recordUnreadable(
                    integration,
                    422,
                    "Arke failed on this request: " + failure,
                    one.request().body());
            one.answer().complete(new Answer.SetAside(receipt.lines().getFirst().incident()));
        } catch (RuntimeException | Error e) {
            one.answer().completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        workers.forEach(Thread::interrupt);
    }
}
