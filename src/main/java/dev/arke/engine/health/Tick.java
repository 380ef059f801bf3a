package dev.arke.engine.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something done again and again, such as the escalation sweep. It throws nothing: a failure is logged when it begins and
 * when it is over, not each second, and the next run tries again. Safe for many threads.
 */
public final class Tick implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Tick.class);

    private final String name;
    private final Runnable work;
    private final Measures measures;
    private final InstantSource clock;
    private volatile Instant endedAt;
    private volatile @Nullable String failure;

    public Tick(String name, Runnable work, Measures measures, InstantSource clock) {
        this.name = name;
        this.work = work;
        this.measures = measures;
        this.clock = clock;
        this.endedAt = clock.instant();
    }

    public String name() {
        return name;
    }

    /** When it last ended well; at first, when it was made. */
    public Instant endedAt() {
        return endedAt;
    }

    @Override
    public void run() {
        long begun = System.nanoTime();
        try {
            work.run();
            measures.sweep(name, Duration.ofNanos(System.nanoTime() - begun));
            endedAt = clock.instant();
            if (failure != null) LOG.atInfo().addKeyValue("tick", name).log("a tick works again");
            failure = null;
        } catch (RuntimeException | Error e) {
            measures.sweepFailed(name);
            if (failure == null)
                LOG.atError().addKeyValue("tick", name).setCause(e).log("a tick fails");
            failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
    }

    /** What is wrong when it has not ended well for longer than {@code patience}. */
    public Optional<String> problem(Duration patience) {
        var since = Duration.between(endedAt, clock.instant());
        if (since.compareTo(patience) <= 0) return Optional.empty();
        var why = failure;
        return Optional.of(
                "has not run for " + since.toSeconds() + " s" + (why == null ? "" : "; it failed with: " + why));
    }
}
