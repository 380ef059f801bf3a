package dev.arke.engine.health;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether this machine's clock agrees with the database's, which Arke follows. */
public final class ClockCheck {
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private final Supplier<Duration> offset;
    private final Supplier<Duration> ahead;

    /**
     * {@code offset}: how far this machine is behind the database, negative when it is ahead; {@code ahead}: how far
     * Arke still is ahead of a database whose clock was set back.
     */
    public ClockCheck(Supplier<Duration> offset, Supplier<Duration> ahead) {
        this.offset = offset;
        this.ahead = ahead;
    }

    public Optional<String> problem() {
        var left = ahead.get();
        if (left.compareTo(TOLERANCE) > 0)
            return Optional.of("the database's clock was set back, and Arke is " + left.toSeconds()
                    + " s ahead of it. It goes a little slower until they agree, so that no page is late;"
                    + " shifts change that much too early meanwhile. Once nothing is open, restart Arke, all"
                    + " nodes of it, to agree at once");
        var now = offset.get();
        if (now.abs().compareTo(TOLERANCE) <= 0) return Optional.empty();
        return Optional.of("this machine's clock is " + now.abs().toSeconds() + " s "
                + (now.isNegative() ? "ahead of" : "behind")
                + " the database's. Pages are on time, because Arke goes by"
                + " the database, but certificates and chat signatures may be refused: let NTP set this clock");
    }
}
