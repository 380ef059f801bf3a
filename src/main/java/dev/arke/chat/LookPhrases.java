package dev.arke.chat;

import dev.arke.card.Phrases;
import dev.arke.card.Reader;

/** The words of what is shown to whoever looks: lists, timelines, reports, who is on call. */
public final class LookPhrases {
    /** For the threads of rooms, which are spoken to in English. */
    public static final Phrases ENGLISH = in(Reader.ANYBODY);

    private LookPhrases() {}

    public static Phrases in(Reader reader) {
        return Phrases.of("dev.arke.chat.look", reader);
    }
}
