package dev.arke.chat;

import dev.arke.card.Phrases;
import dev.arke.card.Reader;

/** The words of what came of changing calendars. */
public final class ChangePhrases {
    private ChangePhrases() {}

    public static Phrases in(Reader reader) {
        return Phrases.of("dev.arke.chat.change", reader);
    }
}
