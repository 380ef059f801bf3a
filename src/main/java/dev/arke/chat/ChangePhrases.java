package dev.arke.chat;

import dev.arke.card.Phrases;
import dev.arke.card.Reader;

/** The words of what came of changing calendars. */
public final class ChangePhrases {
    /** For rooms, which are spoken to in English. */
    public static final Phrases ENGLISH = in(Reader.ANYBODY);

    private ChangePhrases() {}

    public static Phrases in(Reader reader) {
        return Phrases.of("dev.arke.chat.change", reader);
    }
}
