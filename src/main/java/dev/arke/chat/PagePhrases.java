package dev.arke.chat;

import dev.arke.card.Phrases;
import dev.arke.card.Reader;

/** The words of pages, and of all that stands on an incident's card, by language. */
public final class PagePhrases {
    /** In which rooms are spoken to, and whoever has said nothing else. */
    public static final Phrases ENGLISH = in(Reader.ANYBODY);

    private PagePhrases() {}

    public static Phrases in(Reader reader) {
        return Phrases.of("dev.arke.chat.page", reader);
    }
}
