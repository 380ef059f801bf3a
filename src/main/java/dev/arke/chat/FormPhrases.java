package dev.arke.chat;

import dev.arke.card.Phrases;
import dev.arke.card.Reader;

/** The words of forms, and of what is wrong with what was filled in. */
public final class FormPhrases {
    private FormPhrases() {}

    public static Phrases in(Reader reader) {
        return Phrases.of("dev.arke.chat.form", reader);
    }
}
