package dev.arke.engine.health;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether this machine's clock agrees with the database's, which Arke follows. */
public final class ClockCheck {
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private final Supplier<Duration> offset;

    /** {@code offset}: how far this machine is behind the database; negative when it is ahead. */
    public ClockCheck(Supplier<Duration> offset) {
        this.offset = offset;
    }

    public Optional<String> problem() {
        var now = offset.get();
        if (now.abs().compareTo(TOLERANCE) <= 0) return Optional.empty();
        return Optional.of("this machine's clock is " + now.abs().toSeconds() + " s "
                + (now.isNegative() ? "ahead of" : "behind")
                + " the database's. Pages are on time, because Arke goes by"
                + " the database, but certificates and chat signatures may be refused: let NTP set this clock");
    }
}
