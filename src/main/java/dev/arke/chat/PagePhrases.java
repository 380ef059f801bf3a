package dev.arke.chat;

import dev.arke.card.Phrases;
import java.util.Locale;

/** The words of pages, and of all that stands on an incident's card, by language. */
public final class PagePhrases {
    /** In which rooms are spoken to, and whoever has said nothing else. */
    public static final Phrases ENGLISH = in(Locale.ENGLISH);

    private PagePhrases() {}

    public static Phrases in(Locale language) {
        return Phrases.of("dev.arke.chat.page", language);
    }
}
