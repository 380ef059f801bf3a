package dev.arke.delivery;

import java.time.Duration;

/** Something that may be done {@code permits} times in {@code per}, counted together for one {@code name}. */
public record RateScope(String name, int permits, Duration per) {}
