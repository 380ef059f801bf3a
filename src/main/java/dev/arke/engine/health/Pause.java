package dev.arke.engine.health;

import java.time.Duration;

/** Waiting as a value, so that a test need not wait. */
public interface Pause {
    void pause(Duration duration) throws InterruptedException;
}
