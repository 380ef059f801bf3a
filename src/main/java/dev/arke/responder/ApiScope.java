package dev.arke.responder;

import java.util.Locale;
import java.util.Optional;

/** What an API key may do where it may do anything: each also what those before it may. */
public enum ApiScope {
    /** Look. */
    READ,
    /** Act as the admins of its teams. */
    WRITE,
    /** Whatever an admin of Arke may. */
    ADMIN;

    /** The lower-case word used in tables, chat and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ApiScope> parse(String word) {
        for (var scope : values())
            if (scope.word().equals(word.strip().toLowerCase(Locale.ROOT))) return Optional.of(scope);
        return Optional.empty();
    }
}
