package dev.arke.alert;

import java.util.Locale;
import java.util.Optional;

/** How urgent an incident is, lowest first. P1 to P4 are accepted as aliases of urgent to low. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT;

    /** The lower-case word used in chat, tables and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a word or alias ("urgent", "P1"), any case; empty when it is neither. */
    public static Optional<Priority> parse(String word) {
        return Optional.ofNullable(
                switch (word.strip().toLowerCase(Locale.ROOT)) {
                    case "urgent", "p1" -> URGENT;
                    case "high", "p2" -> HIGH;
                    case "medium", "p3" -> MEDIUM;
                    case "low", "p4" -> LOW;
                    default -> null;
                });
    }

    public boolean isAbove(Priority other) {
        return compareTo(other) > 0;
    }
}
