package dev.arke.page;

import java.time.Duration;

/**
 * When messages are put together. More than {@code cards} new incidents of one channel within {@code window}: further
 * ones join a digest, of at most {@code largestDigest} incidents, for at most {@code digestAge}. More than {@code pages}
 * pages for one contact method due at once: they become one message.
 */
public record StormSettings(int cards, Duration window, int largestDigest, Duration digestAge, int pages) {
    public static final StormSettings DEFAULT =
            new StormSettings(5, Duration.ofMinutes(1), 200, Duration.ofHours(1), 3);

    public StormSettings {
        if (cards < 1 || pages < 1) throw new IllegalArgumentException("a storm is more than one message");
        if (largestDigest < 1) throw new IllegalArgumentException("a digest holds at least one incident");
    }
}
