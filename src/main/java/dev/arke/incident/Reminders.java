package dev.arke.incident;

import java.time.Duration;
import java.util.List;

/** When somebody who was asked is reminded: after each of {@code first}, one after the other, then again and again. */
public record Reminders(List<Duration> first, Duration then) {
    /** 5 and 15 minutes after the question, then each half hour. */
    public static final Reminders DEFAULT =
            new Reminders(List.of(Duration.ofMinutes(5), Duration.ofMinutes(10)), Duration.ofMinutes(30));

    public Reminders {
        first = List.copyOf(first);
    }

    /** How long to wait for an answer once so many reminders went out. */
    public Duration pauseAfter(int reminders) {
        return reminders < first.size() ? first.get(reminders) : then;
    }
}
