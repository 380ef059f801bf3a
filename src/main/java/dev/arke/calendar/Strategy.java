package dev.arke.calendar;

import java.util.Locale;
import java.util.Optional;

/** How a rotation chooses who is next. */
public enum Strategy {
    /** In the roster's order. */
    ROUND_ROBIN,
    /** Whoever had least of the duty lately. */
    FAIR,
    /** Whoever is off for longest. */
    LEAST_RECENT;

    /** The word used in chat, tables and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a word, any case; empty when no strategy is called so. */
    public static Optional<Strategy> parse(String word) {
        for (var strategy : values())
            if (strategy.word().equals(word.strip().toLowerCase(Locale.ROOT))) return Optional.of(strategy);
        return Optional.empty();
    }
}
