package dev.arke.engine.delivery;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that a thread does over and over. Whatever it throws, the thread goes on: trouble is logged when it begins and when
 * it is over, not each time. For one thread; {@link #problem} for any.
 */
final class Retrying {
    private static final Logger LOG = LoggerFactory.getLogger(Retrying.class);

    private final String name;
    private volatile @Nullable String failure;

    Retrying(String name) {
        this.name = name;
    }

    void worked() {
        if (failure == null) return;
        failure = null;
        LOG.atInfo().addKeyValue("work", name).log("a sending thread works again");
    }

    void failed(Throwable e) {
        if (failure == null)
            LOG.atError().addKeyValue("work", name).setCause(e).log("a sending thread fails; it goes on trying");
        failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** What it failed with the last time; empty when it worked. */
    Optional<String> problem() {
        return Optional.ofNullable(failure).map(why -> name + " fails: " + why);
    }
}
