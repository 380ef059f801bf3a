package dev.arke.chat;

import dev.arke.alert.Priority;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** What may be said to narrow a list, and begins or nearly is what was typed. */
    static List<String> near(String typed) {
        var words = Stream.concat(
                        Stream.of(Kind.values()).map(Kind::word),
                        Stream.of(Priority.values()).map(Priority::word))
                .toList();
        var begun = typed.length() < 2
                ? List.<String>of()
                : words.stream()
                        .filter(word -> word.startsWith(TypedForms.lower(typed)))
                        .toList();
        return begun.isEmpty()
                ? NearestName.of(TypedForms.plain(typed), words).stream().toList()
                : begun;
    }

    /** Reads a word, in any case; empty when it is a name. */
    static Optional<ListFilter> parse(String word) {
        return switch (TypedForms.lower(word)) {
            case "mine", "my" -> Optional.of(Kind.MINE);
            case "all" -> Optional.of(Kind.ALL);
            case "triggered", "unclaimed", "unacked" -> Optional.of(Kind.TRIGGERED);
            case "acknowledged", "acked", "claimed" -> Optional.of(Kind.ACKNOWLEDGED);
            case "snoozed" -> Optional.of(Kind.SNOOZED);
            case "resolved", "closed" -> Optional.of(Kind.RESOLVED);
            default -> Priority.parse(TypedForms.lower(word)).map(Of::new);
        };
    }
}
