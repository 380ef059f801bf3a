package dev.arke.delivery;

import dev.arke.card.Card;
import dev.arke.card.Reader;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One message for a carrier. {@code deliveryId} is stable over retries, so that a carrier can find what an earlier
 * attempt left, and differs between the replies in a thread. {@code address} is a person's or a channel's as the carrier knows it. {@code edits} is the message to
 * change in place, {@code thread} the message to answer under. {@code plain} asks for text without any form. {@code topic} is the
 * incident that it is about, for carriers that keep the messages about one together.
 */
public record Message(
        UUID deliveryId,
        Purpose purpose,
        String address,
        Card card,
        Optional<String> edits,
        Optional<String> thread,
        boolean plain,
        Optional<UUID> topic,
        Reader reader) {
    /** For nobody in particular, about no incident. */
    public Message(
            UUID deliveryId,
            Purpose purpose,
            String address,
            Card card,
            Optional<String> edits,
            Optional<String> thread,
            boolean plain) {
        this(deliveryId, purpose, address, card, edits, thread, plain, Optional.empty(), Reader.ANYBODY);
    }

    /** Of our words in it. */
    public Locale language() {
        return reader.language();
    }

    /** What a message is for; a page must ring, the rest must not. */
    public enum Purpose {
        /** Pages one person. */
        PAGE,
        /** A new post in a channel that pages whoever is there. */
        CHANNEL_PAGE,
        /** An incident's card or a digest in a channel. */
        CARD,
        /** Lines of the timeline under a card, or in a flat channel as a post of their own. */
        THREAD,
        /** Anything else; rings nobody. */
        NOTICE
    }
}
