package dev.arke.testkit.slack;

import java.time.Duration;
import java.util.Optional;

/** What Slack answers instead of doing, or after doing, what it was asked. */
public sealed interface Answer {
    /** {@code {"ok": false, "error": code}}. */
    record Refusal(String code) implements Answer {}

    /** A bare HTTP status, such as 503, with {@code Retry-After} where it is there. */
    record Status(int status, Optional<Duration> retryAfter) implements Answer {}

    /** A page of something that is not Slack. */
    record NotSlack() implements Answer {}

    /** It is done, but the connection breaks before the answer. */
    record Lost() implements Answer {}

    /** It is not done, and the connection breaks. */
    record HangUp() implements Answer {}

    static Answer error(String code) {
        return new Refusal(code);
    }

    static Answer status(int status) {
        return new Status(status, Optional.empty());
    }

    static Answer limited(Duration retryAfter) {
        return new Status(429, Optional.of(retryAfter));
    }
}
