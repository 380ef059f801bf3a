package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.engine.people.Standings;
import dev.arke.responder.Act;
import dev.arke.responder.Refusal;
import java.util.List;
import java.util.Optional;

/** Answers that say no, why, and what to do instead. */
final class Refusals {
    private Refusals() {}

    /** Empty when the asker may; the rights on a team's things are the use case's to check. */
    static Optional<Reply> refusal(Asked asked, Act act) {
        return Standings.refusal(asked.actor(), Optional.empty(), act, asked.directory())
                .map(why -> refused(asked, why));
    }

    static Reply refused(Asked asked, Refusal why) {
        return refused(why.sentence(asked.reader()));
    }

    private static Reply refused(String sentence) {
        return new Reply.Private(Card.line(Tone.WARNING, Span.text(sentence)));
    }

    /** Where a team's rights decide; those whom nobody knows are offered to become known. */
    static Reply refusedByTeam(Asked asked, Refusal why) {
        return refusedByTeam(asked, why.sentence(asked.reader()));
    }

    static Reply refusedByTeam(Asked asked, String sentence) {
        return new Reply.Private(Linking.offer(asked, Card.line(Tone.WARNING, Span.text(sentence))));
    }

    /** Something is not as it was said; {@code say} is what to type instead. */
    static Reply problem(Asked asked, String sentence, String say, Button... buttons) {
        var spans = asked.phrases()
                .spans(buttons.length == 0 ? "type" : "type.or.choose", Span.text(sentence), asked.typed(say));
        var card = Card.line(Tone.NEUTRAL, spans.toArray(Span[]::new));
        return new Reply.Private(buttons.length == 0 ? card : card.and(new Element.Actions(List.of(buttons))));
    }
}
