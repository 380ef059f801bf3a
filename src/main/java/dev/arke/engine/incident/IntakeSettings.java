package dev.arke.engine.incident;

import java.time.Duration;

/** When alerts of one integration become a flood: more than {@code floodThreshold} new incidents in {@code floodWindow}. */
public record IntakeSettings(int floodThreshold, Duration floodWindow) {
    public static final IntakeSettings DEFAULT = new IntakeSettings(200, Duration.ofMinutes(1));
}
