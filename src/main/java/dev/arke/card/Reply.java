package dev.arke.card;

/** What a chat line or click is answered with, to the person who typed or clicked. */
public sealed interface Reply {
    /**
     * Seen by the asker alone, with a Share control where the platform can; one that is not {@code shareable} holds a
     * secret of theirs and has none.
     */
    record Private(Card card, boolean shareable) implements Reply {
        public Private(Card card) {
            this(card, true);
        }
    }

    /** Seen by the whole channel, once. */
    record Public(Card card) implements Reply {}

    /** A form opens. */
    record Open(Form form) implements Reply {}

    /** Nothing to say: the edited cards say it. */
    record Silent() implements Reply {}
}
