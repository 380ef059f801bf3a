package dev.arke.page;

import dev.arke.page.NotificationRule.Via;
import java.time.Duration;

/** After {@code most} pages by one way within a time, 1 minute to 1 hour, further ones come by another. */
public record Instead(Via via, int most, Duration within, Via then) {
    public static final Duration SHORTEST = Duration.ofMinutes(1);
    public static final Duration LONGEST = Duration.ofHours(1);
    public static final int MOST = 255;
}
