package dev.arke.sandbox;

import dev.arke.card.Card;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What Arke told one person alone. {@code about} is the conversation it belongs to and {@code thread} the thread's pane
 * it is shown in; {@code after} is the last change of the chat before it, {@code number} counts the private replies.
 */
record PrivateReply(
        UUID id,
        Room room,
        Optional<UUID> about,
        Optional<UUID> thread,
        Card card,
        boolean shareable,
        Instant at,
        long after,
        long number) {}
