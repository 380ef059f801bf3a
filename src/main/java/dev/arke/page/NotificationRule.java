package dev.arke.page;

import dev.arke.alert.Priority;
import dev.arke.responder.ContactKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * For an incident of this priority: this way of contact, so long after the page began, and again {@code every} so long until
 * somebody takes the incident.
 */
public record NotificationRule(Priority priority, Via via, Duration after, Optional<Duration> every) {
    /** Once. */
    public NotificationRule(Priority priority, Via via, Duration after) {
        this(priority, via, after, Optional.empty());
    }

    /** A way of contact, or CHAT for the person's first usable chat. */
    public enum Via {
        CHAT,
        SLACK,
        TEAMS,
        SANDBOX,
        EMAIL,
        SMS,
        CALL,
        WEBHOOK;

        public boolean takes(ContactKind kind) {
            return this == CHAT ? kind.isChat() : name().equals(kind.name());
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Via> parse(String word) {
            for (var via : values()) if (via.word().equals(word.toLowerCase(Locale.ROOT))) return Optional.of(via);
            return Optional.empty();
        }
    }

    /** What a responder without rules of their own gets. */
    public static List<NotificationRule> defaults(Priority priority) {
        return switch (priority) {
            case URGENT -> List.of(now(priority), later(priority, Via.SMS, 1), later(priority, Via.CALL, 3));
            case HIGH -> List.of(now(priority), later(priority, Via.SMS, 3));
            case MEDIUM -> List.of(now(priority), later(priority, Via.EMAIL, 5));
            case LOW -> List.of(now(priority));
        };
    }

    private static NotificationRule now(Priority priority) {
        return new NotificationRule(priority, Via.CHAT, Duration.ZERO);
    }

    private static NotificationRule later(Priority priority, Via via, int minutes) {
        return new NotificationRule(priority, via, Duration.ofMinutes(minutes));
    }
}
