package dev.arke.chat;

import dev.arke.card.Card;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One message of the built-in chat. {@code room} is "#name" or "@address", {@code author} a person's sandbox address,
 * empty for Arke. {@code posted} and {@code revision} number the changes of the whole chat: the one that posted this
 * and the one that changed it last.
 */
public record SandboxMessage(
        UUID id,
        String room,
        Optional<UUID> threadOf,
        Optional<String> author,
        Card card,
        Instant postedAt,
        Optional<Instant> editedAt,
        long posted,
        long revision) {

    /** The same message, saying something else. */
    public SandboxMessage edited(Card instead, Instant at, long change) {
        return new SandboxMessage(id, room, threadOf, author, instead, postedAt, Optional.of(at), posted, change);
    }

    /** The message whose thread this belongs to: itself when it stands in the room. */
    public UUID root() {
        return threadOf.orElse(id);
    }
}
