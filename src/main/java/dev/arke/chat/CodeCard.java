package dev.arke.chat;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactProof;
import java.util.List;

/** The message with the code that proves that somebody reads what is sent there. */
public final class CodeCard {
    private CodeCard() {}

    public static Card of(String code, ContactKind by) {
        var said = by == ContactKind.CALL ? String.join(", ", code.split("")) : code;
        var words = "Your code is " + said + ". Type in chat: /oncall me verify " + said + ". It works for "
                + ContactProof.LIFETIME.toMinutes() + " minutes. If you did not ask for it, do nothing.";
        return new Card(
                words, Tone.NEUTRAL, List.of(), List.of(Element.paragraph(Span.text(words))), List.of(), List.of());
    }
}
