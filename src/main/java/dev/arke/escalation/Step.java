package dev.arke.escalation;

import java.time.Duration;
import java.util.List;

/**
 * One step: page {@code targets}, {@code repeat} more times to the same targets, {@code pause} apart, and after the
 * last of them {@code pause} once more before the next step.
 */
public record Step(List<Target> targets, Duration pause, int repeat) {
    public Step {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) throw new IllegalArgumentException("a step pages at least one target");
        if (pause.isNegative() || pause.isZero()) throw new IllegalArgumentException("a step waits more than 0 s");
        if (repeat < 0) throw new IllegalArgumentException("a step repeats 0 or more times");
    }
}
