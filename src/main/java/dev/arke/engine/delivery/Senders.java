package dev.arke.engine.delivery;

import dev.arke.engine.delivery.SendMessage.Done;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that send: a loop for each carrier, one that records outcomes, one that looks for late pages. */
public final class Senders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CarrierLoop> loops = new ArrayList<>();
    private final RecordingQueue outcomes;
    private final SendDueDeliveries sendDue;
    private final FallThrough fallThrough;
    private final WakeSenders wakeSenders;
    private final DeliverySettings settings;
    private final Runnable wake = this::wake;
    private final Bell bell = new Bell();
    private final Retrying late = new Retrying("delivery-late");
    private final Thread lateWatch =
            Thread.ofPlatform().name("delivery-late").daemon(true).unstarted(this::watchLate);
    private volatile boolean stopping;

    Senders(
            SendDueDeliveries sendDue,
            ClaimDue claimDue,
            SendMessage sendMessage,
            RecordOutcomes recordOutcomes,
            RecordAlone recordAlone,
            FallThrough fallThrough,
            WakeSenders wakeSenders,
            DeliverySettings settings,
            InstantSource clock) {
        this.sendDue = sendDue;
        this.fallThrough = fallThrough;
        this.wakeSenders = wakeSenders;
        this.settings = settings;
        this.outcomes = new RecordingQueue(recordOutcomes, recordAlone, this::recorded);
        for (var carrier : sendDue.present())
            loops.add(new CarrierLoop(carrier, claimDue, sendMessage, outcomes, threads, settings, clock));
    }

    /** Once. */
    public void start() {
        outcomes.start();
        loops.forEach(CarrierLoop::start);
        lateWatch.start();
        wakeSenders.register(wake);
    }

    private void wake() {
        loops.forEach(CarrierLoop::wake);
    }

    private void recorded(Done done) {
        var carrier = done.row().to().carrier();
        loops.stream().filter(loop -> loop.isOf(carrier)).forEach(loop -> loop.recorded(done));
    }

    private void watchLate() {
        try {
            while (!stopping) {
                lookForLate();
                bell.await(settings.sweep());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookForLate() {
        try {
            if (fallThrough.fallThroughAllDue() > 0) wake();
            outcomes.add(sendDue.failWithoutCarrier());
            sendDue.tellOfTemplates();
            late.worked();
        } catch (RuntimeException | Error e) {
            late.failed(e);
        }
    }

    /** What keeps this node from sending, for /ready; a carrier's own trouble is not meant. */
    public Optional<String> problem() {
        var loopProblems = loops.stream().map(CarrierLoop::problem);
        return Stream.concat(loopProblems, Stream.of(outcomes.problem(), late.problem()))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + "; " + other);
    }

    /** Claims nothing more, and gives what is on its way 10 s to arrive and be recorded. */
    @Override
    public void close() {
        wakeSenders.unregister(wake);
        stopping = true;
        bell.ring();
        try {
            for (var loop : loops) loop.stop();
            lateWatch.join();
            threads.shutdown();
            if (!threads.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS))
                LOG.atWarn().log("messages were still on their way at the stop; they may arrive twice");
            outcomes.stop(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
