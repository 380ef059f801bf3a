package dev.arke.template;

import java.time.Duration;

/** What one filling in may cost: so many steps, so much time. For one thread. */
final class Budget {
    private static final int MOST_STEPS = 10_000;
    private static final long NANOS = Duration.ofMillis(500).toNanos();

    /** Thrown in the midst of it, when all is spent. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("it is too much work", null, false, false);
        }
    }

    private final long begun = System.nanoTime();
    private int steps;

    void step() {
        steps++;
        if (isSpent()) throw new Spent();
    }

    boolean isSpent() {
        return steps > MOST_STEPS || System.nanoTime() - begun > NANOS;
    }
}
