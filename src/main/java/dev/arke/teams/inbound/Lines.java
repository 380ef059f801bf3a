package dev.arke.teams.inbound;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.dialogue.Expected;
import java.util.Optional;

/** Runs typed lines and the lines of buttons that are answered by a message. */
final class Lines {
    private final Speech speech;
    private final Replies replies;

    Lines(Speech speech, Replies replies) {
        this.speech = speech;
        this.replies = replies;
    }

    void run(Heard heard, String line) {
        heard.sharedLabel()
                .ifPresentOrElse(
                        label -> replies.tell(heard, twoAre(label), Optional.empty()),
                        () -> give(heard, speech.answer(heard, line), line));
    }

    private static Card twoAre(String label) {
        return Card.line(
                Tone.NEUTRAL,
                Span.text("You mention two people who are both called " + label
                        + ", and I do not see whom you mean where, so"
                        + " nothing was done. Type the names that they have in Arke instead: "),
                Span.code("cover alex for bob"));
    }

    void give(Heard heard, Reply reply, String line) {
        switch (reply) {
            case Reply.Private told -> replies.tell(heard, told.card(), shareable(told, line));
            case Reply.Public told -> replies.say(heard, told.card());
            case Reply.Open open -> replies.offerForm(heard, open.form().title(), line);
            case Reply.Silent ignored -> {}
        }
    }

    /** Only a look can be shown to others. */
    private Optional<String> shareable(Reply.Private told, String line) {
        return Optional.of(line).filter(one -> told.shareable() && speech.expect(one) == Expected.LOOKS);
    }

    /** Shows a conversation what a line answers now; answers what who clicked is told. */
    String share(Heard heard, String line, String conversation) {
        if (speech.expect(line) != Expected.LOOKS || !speech.isMember(heard) || !replies.isThere(heard, conversation))
            return unknownButton().summary();
        return switch (speech.answer(heard, line)) {
            case Reply.Private told -> shared(heard, told.card(), conversation);
            case Reply.Public told -> shared(heard, told.card(), conversation);
            case Reply.Open ignored -> unknownButton().summary();
            case Reply.Silent ignored -> "There is nothing to show.";
        };
    }

    private String shared(Heard heard, Card card, String conversation) {
        var shown = card.withoutButtons()
                .and(Element.context(Span.text("Shared by " + heard.who().name())));
        return replies.say(heard, conversation, shown) ? "Shared." : "Teams did not take it, so nothing was shared.";
    }

    Card unknownButton() {
        return Card.line(
                Tone.NEUTRAL,
                Span.text("I do not know this button any more, so nothing was done. Type "),
                Span.code(speech.root() + " help"),
                Span.text(" to see what I can do."));
    }

    static Card workingOnIt() {
        return Card.line("I am still working on it. You will hear from me as soon as it is done.");
    }
}
