package dev.arke.testkit.teams;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** What the fake connector answers instead of doing what it is asked. */
public sealed interface Planned {
    /** A status with an error word, where there is one, and seconds to wait. */
    record Refuse(int status, Optional<String> code, Optional<Integer> retryAfter) implements Planned {}

    /** Something that is not JSON. */
    record NotTeams() implements Planned {}

    /** Does it, and the answer gets lost. */
    record Lost() implements Planned {}

    /** Does it, and answers only then. */
    record Held(CountDownLatch until) implements Planned {}

    static Planned status(int status) {
        return new Refuse(status, Optional.empty(), Optional.empty());
    }

    static Planned refuse(int status, String code) {
        return new Refuse(status, Optional.of(code), Optional.empty());
    }

    static Planned limited(int seconds) {
        return new Refuse(429, Optional.of("RequestThrottled"), Optional.of(seconds));
    }
}
