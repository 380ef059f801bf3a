package dev.arke.chat;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one platform writes what is not plain text into the lines it delivers. */
interface Markup {
    /** A stretch of a line up to {@code end}: the plain text it stands for, and whom it names, if anybody. */
    record Piece(String text, Optional<Reference> reference, int end) {
        static Piece text(String text, int end) {
            return new Piece(text, Optional.empty(), end);
        }

        static Piece reference(Reference reference, int end) {
            return new Piece(reference.shown(), Optional.of(reference), end);
        }
    }

    /** The markup that begins at this place; null when plain text does. */
    @Nullable
    Piece at(String line, int start);

    /** The line with what only this delivery knows written into it, so that a button may carry it later. */
    default String selfContained(String line) {
        return line;
    }

    static Markup of(ChatContext context) {
        return switch (context.platform()) {
            case SLACK -> new SlackMarkup();
            case TEAMS -> new TeamsMarkup(context.mentions());
            case SANDBOX, EMAIL, SMS, CALL, WEBHOOK -> (line, start) -> null;
        };
    }

    /** Decodes the first of these entities that stands here; null when none does. */
    static @Nullable Piece entity(Map<String, String> entities, String line, int start) {
        if (line.charAt(start) != '&') return null;
        for (var entity : entities.entrySet())
            if (line.startsWith(entity.getKey(), start))
                return Piece.text(entity.getValue(), start + entity.getKey().length());
        return null;
    }
}
