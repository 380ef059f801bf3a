package dev.arke.responder;

import java.util.Locale;
import java.util.Optional;

/** A way to reach a person. The first three are chats: a rule that says "chat" means whichever of them the person has. */
public enum ContactKind {
    SLACK,
    TEAMS,
    SANDBOX,
    EMAIL,
    SMS,
    CALL,
    WEBHOOK;

    public boolean isChat() {
        return this == SLACK || this == TEAMS || this == SANDBOX;
    }

    /** Whether people say something this way that we understand; in chats they have accounts there. */
    public boolean isHeard() {
        return isChat() || this == EMAIL;
    }

    /** The lower-case word used in tables, files and chat; also the name of the carrier that serves it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ContactKind> parse(String word) {
        for (var kind : values()) if (kind.word().equals(word.toLowerCase(Locale.ROOT))) return Optional.of(kind);
        return Optional.empty();
    }
}
