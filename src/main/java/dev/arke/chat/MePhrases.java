package dev.arke.chat;

import dev.arke.card.Phrases;
import dev.arke.card.Reader;

/** The words of how one is reached and paged. */
public final class MePhrases {
    private MePhrases() {}

    public static Phrases in(Reader reader) {
        return Phrases.of("dev.arke.chat.me", reader);
    }
}
