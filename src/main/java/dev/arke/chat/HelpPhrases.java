package dev.arke.chat;

import dev.arke.card.Phrases;
import dev.arke.card.Reader;

/** The words of the help. */
public final class HelpPhrases {
    private HelpPhrases() {}

    public static Phrases in(Reader reader) {
        return Phrases.of("dev.arke.chat.help", reader);
    }
}
