package dev.arke.engine.delivery;

import java.time.Duration;

/**
 * How sending is paced. {@code concurrency}: messages on their way at once to one carrier that takes as many, of which {@code
 * reservedForPages} are kept free of anything but pages. {@code lease}: how long a claimed row stays its claimer's; longer
 * than any carrier takes. {@code sweep}: how often due rows are looked for when nothing wakes the senders.
 */
public record DeliverySettings(int concurrency, int reservedForPages, Duration lease, Duration sweep) {
    public static final DeliverySettings DEFAULT =
            new DeliverySettings(256, 192, Duration.ofSeconds(30), Duration.ofSeconds(1));

    public DeliverySettings {
        if (reservedForPages < 0 || concurrency <= reservedForPages)
            throw new IllegalArgumentException("something besides pages must be sent too");
    }
}
