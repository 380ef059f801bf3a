package dev.arke.responder;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many incidents something may open {@code within} a length of time: from {@code soft} on its owner is told, from {@code
 * hard} on one incident stands for the rest. At least one of the two, from 1; soft is the lower one.
 */
public record Quota(Optional<Integer> soft, Optional<Integer> hard, Duration within) {
    public Quota {
        if (soft.isEmpty() && hard.isEmpty()) throw new IllegalArgumentException("a quota has a limit");
        if (soft.isPresent() && hard.isPresent() && soft.get() >= hard.get())
            throw new IllegalArgumentException("soft is the lower limit");
    }

    /** As columns keep it. */
    public static Optional<Quota> of(@Nullable Integer soft, @Nullable Integer hard, @Nullable Integer seconds) {
        return seconds == null
                ? Optional.empty()
                : Optional.of(
                        new Quota(Optional.ofNullable(soft), Optional.ofNullable(hard), Duration.ofSeconds(seconds)));
    }

    /** A flood is over when fewer than this came within the time. */
    public int calm() {
        return Math.max(1, hard.orElse(1) / 2);
    }

    public int seconds() {
        return Math.toIntExact(within.toSeconds());
    }
}
