package dev.arke.card;

import java.util.ArrayList;
import java.util.List;

/**
 * One message as we mean it. {@code summary} is the plain line a lock screen shows and what is sent when a platform
 * refuses the rest; {@code buttons} stand below the body (at most 4 are drawn), {@code more} in an overflow menu.
 */
public record Card(
        String summary, Tone tone, List<Span> title, List<Element> body, List<Button> buttons, List<Button> more) {
    public Card {
        summary = ReadingOrder.kept(summary);
        title = List.copyOf(title);
        body = List.copyOf(body);
        buttons = List.copyOf(buttons);
        more = List.copyOf(more);
        if (buttons.size() > 4) throw new IllegalArgumentException("at most 4 buttons, the rest into more");
    }

    /** A card of one line. */
    public static Card line(Tone tone, Span... spans) {
        var words = List.of(spans);
        return new Card(
                PlainText.of(words), tone, List.of(), List.of(new Element.Paragraph(words)), List.of(), List.of());
    }

    /** A card of one plain sentence. */
    public static Card line(String sentence) {
        return line(Tone.NEUTRAL, Span.text(sentence));
    }

    /** The same card with further elements below its body. */
    public Card and(Element... elements) {
        var longer = new ArrayList<>(body);
        longer.addAll(List.of(elements));
        return new Card(summary, tone, title, longer, buttons, more);
    }

    /** The same card with these buttons instead. */
    public Card withButtons(Button... instead) {
        return new Card(summary, tone, title, body, List.of(instead), more);
    }

    /** The same card with nothing to click. */
    public Card withoutButtons() {
        return new Card(summary, tone, title, body, List.of(), List.of());
    }
}
