package dev.arke.chat;

import java.time.Duration;
import java.time.Instant;

/** How long something shall last, as it was said: for a while, or until an instant. */
public sealed interface HowLong {
    record For(Duration length) implements HowLong {
        @Override
        public Instant end(Instant now) {
            return now.plus(length);
        }
    }

    record Until(Instant at) implements HowLong {
        @Override
        public Instant end(Instant now) {
            return at;
        }
    }

    /** When it is over. */
    Instant end(Instant now);
}
