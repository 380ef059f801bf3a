package dev.arke.chat;

import dev.arke.card.Phrases;
import dev.arke.card.Reader;

/** The words of what Arke answers to whoever said something to it. */
public final class AnswerPhrases {
    private AnswerPhrases() {}

    public static Phrases in(Reader reader) {
        return Phrases.of("dev.arke.chat.answer", reader);
    }
}
