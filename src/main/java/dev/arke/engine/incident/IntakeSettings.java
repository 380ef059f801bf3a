package dev.arke.engine.incident;

import java.time.Duration;

/**
 * When alerts of one integration become a flood: more than {@code floodThreshold} new incidents in {@code floodWindow}. It
 * lasts until fewer than half as many new alerts came in such a window.
 */
public record IntakeSettings(int floodThreshold, Duration floodWindow) {
    public static final IntakeSettings DEFAULT = new IntakeSettings(200, Duration.ofMinutes(1));

    int calm() {
        return Math.max(1, floodThreshold / 2);
    }
}
