package dev.arke.engine.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes those who watch the built-in chat as soon as something in it changed on this node. */
public final class SandboxSignal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long changes;

    public void announce() {
        lock.lock();
        try {
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many changes there were; what {@link #awaitChange} begins with. */
    public long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the number of changes as soon as it is not {@code seen} any more, or after {@code patience}. */
    public long awaitChange(long seen, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (changes == seen && left > 0) left = changed.awaitNanos(left);
            return changes;
        } finally {
            lock.unlock();
        }
    }
}
