package dev.arke.chat;

import dev.arke.alert.Priority;
import java.util.Locale;
import java.util.Optional;

/** One narrowing of a list of incidents; several narrow together. */
public sealed interface ListFilter {
    /** What one word says of an incident. */
    enum Kind implements ListFilter {
        /** Owned by the one who asks. */
        MINE,
        /** Of every team, not of this channel's alone. */
        ALL,
        TRIGGERED,
        ACKNOWLEDGED,
        SNOOZED,
        RESOLVED;

        /** The lower-case word used in chat. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Of(Priority priority) implements ListFilter {}

    /** Of a team, a service or a person. */
    record About(Reference reference) implements ListFilter {}

    /** Reads a word, in any case; empty when it is a name. */
    static Optional<ListFilter> parse(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "mine", "my" -> Optional.of(Kind.MINE);
            case "all" -> Optional.of(Kind.ALL);
            case "triggered", "unclaimed", "unacked" -> Optional.of(Kind.TRIGGERED);
            case "acknowledged", "acked", "claimed" -> Optional.of(Kind.ACKNOWLEDGED);
            case "snoozed" -> Optional.of(Kind.SNOOZED);
            case "resolved", "closed" -> Optional.of(Kind.RESOLVED);
            default -> Priority.parse(word).map(Of::new);
        };
    }
}
