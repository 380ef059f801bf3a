package dev.arke.chat;

import dev.arke.card.Card;
import dev.arke.card.PlainText;
import dev.arke.card.Reader;
import dev.arke.card.Span;
import dev.arke.card.Tone;

/** What a notice says, as its row keeps it: words, or a card where times and names are to be drawn for each reader. */
public final class NoticeWords {
    private static final String CARD = "card:";
    private static final int LONGEST = 2000;

    private NoticeWords() {}

    /** A card that is too long for a row is kept as its plain text. */
    public static String of(Card card) {
        return of(card, Reader.ANYBODY);
    }

    /** The same for this reader. */
    public static String of(Card card, Reader reader) {
        var kept = CARD + CardJson.write(card);
        return kept.length() <= LONGEST ? kept : PlainText.of(card, reader);
    }

    public static Card card(String words) {
        return words.startsWith(CARD)
                ? CardJson.read(words.substring(CARD.length()))
                : Card.line(Tone.NEUTRAL, Span.text(words));
    }
}
