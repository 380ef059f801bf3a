package dev.arke.chat;

import dev.arke.alert.CleanText;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A page in few words, for a text or to be read aloud. Its buttons are the lines that answer a text, by its short number. */
public final class ShortPage {
    private static final int MOST = 5;
    static final int LONGEST_SUMMARY = 60;

    private ShortPage() {}

    /** For one incident; {@code code} is the reader's number for it, 0 where there is none. */
    public static Card of(IncidentView view, int code, Phrases phrases) {
        var buttons = new ArrayList<Button>();
        if (code > 0) {
            buttons.add(Button.of(phrases.say("button.ack"), "ack " + code));
            buttons.add(Button.of(phrases.say("button.resolve"), "resolve " + code));
        }
        return card(view.headline(phrases), buttons);
    }

    /** For several at once. */
    public static Card of(List<IncidentView> views, ToIntFunction<IncidentView> code, Phrases phrases) {
        var words = new StringBuilder(phrases.say("bundle.count", views.size()) + ":");
        for (var view : views.stream().limit(MOST).toList()) {
            var facts = view.incident().facts();
            int number = code.applyAsInt(view);
            words.append('\n')
                    .append(number > 0 ? number + ": " : "")
                    .append(phrases.say(
                            "bundle.line",
                            IncidentWords.priority(facts.priority(), phrases),
                            view.service(),
                            CleanText.cut(facts.summary(), LONGEST_SUMMARY)));
        }
        if (views.size() > MOST) words.append('\n').append(phrases.say("more", views.size() - MOST));
        return card(words.toString(), List.of(Button.of(phrases.say("button.ack.every"), "all")));
    }

    private static Card card(String words, List<Button> buttons) {
        return new Card(words, Tone.ALARM, List.of(), List.of(Element.paragraph(Span.text(words))), buttons, List.of());
    }
}
