package dev.arke.webhook;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Outcome;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a webhook answered, as far as it matters: the status and the text of Retry-After. */
record HttpAnswer(int status, Optional<String> retryAfter) {
    private static final Pattern STATUS = Pattern.compile("HTTP/\\d\\.\\d (\\d{3})(?: .*)?");
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    static HttpAnswer read(HeadLines lines) throws IOException {
        var status = STATUS.matcher(lines.next());
        if (!status.matches()) throw new IOException("this is not HTTP");
        Optional<String> retryAfter = Optional.empty();
        for (var line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).equalsIgnoreCase("Retry-After"))
                retryAfter = Optional.of(line.substring(colon + 1).strip());
        }
        return new HttpAnswer(Integer.parseInt(status.group(1)), retryAfter);
    }

    /**
     * 2xx took it. 408, 425, 429 and 5xx pass, and are tried again when the receiver says. 410 means that nothing is here
     * for good. A redirect and any other 4xx refuse the call as it is: it is tried once more as plain text, and when that is
     * refused too the outbox gives up at once, so that the step moves on instead of knocking for an hour.
     */
    Outcome outcome(String webhook, String messageRef, Instant now) {
        var said = webhook + " answered " + status;
        return switch (status) {
            case 408, 425 -> new Outcome.Again(pause(now), FailureReason.TIMEOUT, said);
            case 429 -> new Outcome.Again(pause(now), FailureReason.RATE_LIMITED, said);
            case 410 -> new Outcome.RecipientGone(said + ": it is gone");
            default -> {
                if (status < 300) yield new Outcome.Delivered(messageRef);
                if (status < 400)
                    yield new Outcome.PayloadRefused(
                            said + ", a redirect; Arke follows none: write the final address in the policy");
                if (status < 500) yield new Outcome.PayloadRefused(said);
                yield new Outcome.Again(pause(now), FailureReason.SERVER, said);
            }
        };
    }

    /** Seconds or a date (RFC 9110, 10.2.3); zero when there is none that can be read. */
    private Duration pause(Instant now) {
        var text = retryAfter.orElse("");
        var pause = text.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : until(text, now);
        if (pause.isNegative()) return Duration.ZERO;
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static Duration until(String text, Instant now) {
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(now, date.toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
