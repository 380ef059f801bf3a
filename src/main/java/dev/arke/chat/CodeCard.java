package dev.arke.chat;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactProof;
import java.util.List;

/** The message with the code that proves that somebody reads what is sent there. */
public final class CodeCard {
    private CodeCard() {}

    public static Card of(String code, ContactKind by, Phrases phrases) {
        var said = by == ContactKind.CALL ? String.join(", ", code.split("")) : code;
        var words = phrases.say("code", said, ContactProof.LIFETIME.toMinutes());
        return new Card(
                words, Tone.NEUTRAL, List.of(), List.of(Element.paragraph(Span.text(words))), List.of(), List.of());
    }
}
