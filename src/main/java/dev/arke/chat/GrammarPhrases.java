package dev.arke.chat;

import dev.arke.card.Phrases;
import dev.arke.card.Reader;

/** The words of what is wrong with a line that was not understood. */
public final class GrammarPhrases {
    /** For programs. */
    public static final Phrases ENGLISH = in(Reader.ANYBODY);

    private GrammarPhrases() {}

    public static Phrases in(Reader reader) {
        return Phrases.of("dev.arke.chat.grammar", reader);
    }
}
