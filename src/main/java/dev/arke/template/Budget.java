package dev.arke.template;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * What some filling in may cost: so many steps, so much of its thread's time at work. Others may keep the processor for long, which is
 * no fault of a template. For one thread at a time.
 */
public final class Budget {
    /** Thrown in the midst of it, when all is spent. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("it is too much work", null, false, false);
        }
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int mostSteps;
    private final long mostNanos;
    private int steps;
    private long nanos;
    private long begun;
    private boolean isRunning;

    /** For a text that is only tried: nobody waits for it. */
    static Budget ofTrial() {
        return new Budget(10_000, Duration.ofMillis(500));
    }

    public Budget(int steps, Duration time) {
        this(steps, time.toNanos());
    }

    private Budget(int mostSteps, long mostNanos) {
        this.mostSteps = mostSteps;
        this.mostNanos = mostNanos;
    }

    /** This much, and no more than is left of {@code whole}. */
    public Budget within(Budget whole) {
        return new Budget(
                Math.min(mostSteps, whole.mostSteps - whole.steps), Math.min(mostNanos, whole.mostNanos - whole.nanos));
    }

    /** A part of it was spent by this. */
    public void took(Budget part) {
        steps += part.steps;
        nanos += part.nanos;
    }

    void begin() {
        isRunning = true;
        begun = now();
    }

    void end() {
        nanos += now() - begun;
        isRunning = false;
    }

    void step() {
        steps++;
        if (isSpent()) throw new Spent();
    }

    boolean isSpent() {
        return steps > mostSteps || nanos + (isRunning ? now() - begun : 0) > mostNanos;
    }

    /** A virtual thread's work is not measured. */
    private static long now() {
        return Thread.currentThread().isVirtual() || !THREADS.isCurrentThreadCpuTimeSupported()
                ? System.nanoTime()
                : THREADS.getCurrentThreadCpuTime();
    }
}
