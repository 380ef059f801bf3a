package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Act;
import dev.arke.responder.Actor;
import dev.arke.responder.Responder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers that say no, why, and what to do instead. */
final class Refusals {
    private static final int MOST_NAMES = 4;

    private Refusals() {}

    /** Empty when the asker may; the rights on a team's things are the use case's to check. */
    static Optional<Reply> refusal(Asked asked, Act act) {
        return Standings.refusal(asked.actor(), Optional.empty(), act, asked.directory())
                .map(sentence -> refused(asked, sentence));
    }

    static Reply refused(Asked asked, String sentence) {
        var card = Card.line(Tone.WARNING, Span.text(sentence));
        return new Reply.Private(linking(asked).map(card::and).orElse(card));
    }

    /** What somebody whom no responder is linked to can do about it. */
    static Optional<Element> linking(Asked asked) {
        if (!(asked.actor() instanceof Actor.Unlinked account)) return Optional.empty();
        var admins = asked.directory().admins().stream()
                .map(asked.directory()::responder)
                .map(Responder::name)
                .sorted()
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        return Optional.of(Element.context(
                Span.text("So that I know you next time, ask an admin" + (admins.isEmpty() ? "" : " (" + admins + ")")
                        + " to add this to your entry in the team file: "),
                Span.code(account.platform().word() + ": " + account.userId()),
                Span.text(".")));
    }

    /** Something is not as it was said; {@code say} is what to type instead. */
    static Reply problem(Asked asked, String sentence, String say, Button... buttons) {
        var spans = List.of(
                Span.text(sentence + " Type "),
                asked.typed(say),
                Span.text(buttons.length == 0 ? "." : ", or choose:"));
        var card = Card.line(Tone.NEUTRAL, spans.toArray(Span[]::new));
        return new Reply.Private(buttons.length == 0 ? card : card.and(new Element.Actions(List.of(buttons))));
    }
}
