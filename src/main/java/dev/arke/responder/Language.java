package dev.arke.responder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language in which pages speak to people. What alerts say is said as it stands. */
public enum Language {
    ENGLISH,
    FRENCH;

    public Locale locale() {
        return switch (this) {
            case ENGLISH -> Locale.ENGLISH;
            case FRENCH -> Locale.FRENCH;
        };
    }

    /** As ISO 639-1 has it, in tables and files. */
    public String word() {
        return locale().getLanguage();
    }

    public static Optional<Language> parse(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
