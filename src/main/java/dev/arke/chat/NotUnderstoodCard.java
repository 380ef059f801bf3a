package dev.arke.chat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.List;

/** The answer to a line that was not understood: what is wrong, and what to type or click next. */
public final class NotUnderstoodCard {
    private NotUnderstoodCard() {}

    public static Card of(Parsed.Misunderstood misunderstood, ChatContext context) {
        var grammar = GrammarPhrases.in(context.reader());
        var sentence = grammar.spans(
                misunderstood.buttons().isEmpty() ? "type" : "type.or.choose",
                Span.text(misunderstood.problem().in(grammar)),
                Span.code(context.bot().root() + " " + misunderstood.say()));
        return card(sentence, misunderstood.buttons());
    }

    public static Card of(Parsed.DidYouMean guess, ChatContext context) {
        var sentence = List.of(Span.text(GrammarPhrases.in(context.reader()).say("did.you.mean", guess.typed())));
        var buttons = guess.lines().stream()
                .map(line -> Button.of(label(line, context), line))
                .toList();
        return card(sentence, buttons);
    }

    /** The line as a person would type it: its markup is for the parser alone. */
    private static String label(String line, ChatContext context) {
        return Shown.label(
                context.bot().root() + " " + DeliveredText.of(line, context).text());
    }

    private static Card card(List<Span> sentence, List<Button> buttons) {
        var card = Card.line(Tone.NEUTRAL, sentence.toArray(Span[]::new));
        return buttons.isEmpty() ? card : card.and(new Element.Actions(buttons));
    }
}
