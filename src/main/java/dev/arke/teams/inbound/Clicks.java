package dev.arke.teams.inbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.card.Card;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.delivery.Carrier;
import dev.arke.dialogue.Turns;
import dev.arke.engine.delivery.ShowMessage;
import dev.arke.teams.card.Press;
import dev.arke.teams.web.MessageRef;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Buttons: {@code Action.Execute} is answered with the clicked card as it is by then, or with a line when it did not change;
 * {@code Action.Submit}, of clients that know no better, by a message. A button's value is only a line: who clicked is asked
 * for their rights as if they had typed it.
 */
final class Clicks {
    private static final int LONGEST_LINE = 1_000;
    private static final int TOAST = 300;

    private final Lines lines;
    private final Speech speech;
    private final Replies replies;
    private final ShowMessage show;
    private final Carrier carrier;
    private final Turns turns;

    Clicks(Lines lines, Speech speech, Replies replies, ShowMessage show, Carrier carrier, Turns turns) {
        this.lines = lines;
        this.speech = speech;
        this.replies = replies;
        this.show = show;
        this.carrier = carrier;
        this.turns = turns;
    }

    /** An {@code adaptiveCard/action}. */
    Answered execute(Heard heard) {
        var press = Press.parse(heard.value().at("/action/data"));
        var turn = turns.begin(() -> pressed(heard, press));
        return Turns.within(turn, Patience.INVOKE).orElseGet(() -> later(turn));
    }

    /** It goes on: the cards are changed by the outbox, and what is to be said is said by a message. */
    private Answered later(CompletableFuture<Answered> turn) {
        return turn.isCompletedExceptionally()
                ? Answered.toast("Something went wrong, and I do not know whether it was done. Look at the incident.")
                : Answered.toast(Lines.workingOnIt().summary());
    }

    private Answered pressed(Heard heard, Optional<Press> press) {
        return switch (press.orElse(null)) {
            case Press.Run(var line) when line.length() <= LONGEST_LINE -> run(heard, line);
            case Press.Share(var line, var conversation) -> Answered.toast(lines.share(heard, line, conversation));
            case null, default -> Answered.toast(lines.unknownButton().summary());
        };
    }

    private Answered run(Heard heard, String line) {
        var clicked = heard.message().map(MessageRef::toString);
        long before = clicked.map(ref -> show.changes(carrier, ref)).orElse(0L);
        var reply = speech.answer(heard, line);
        // A card that has changed, or that offers no such thing any more: the one that was clicked is of the past.
        var after = clicked.flatMap(ref -> show.now(carrier, ref))
                .flatMap(now -> replies.cards()
                        .draw(now.card())
                        .card()
                        .filter(card -> now.changes() != before || !offers(card, line)));
        return switch (reply) {
            case Reply.Private told -> after.map(Answered::card).orElseGet(() -> told(heard, told.card(), reply, line));
            case Reply.Public told -> {
                replies.say(heard, told.card());
                yield after.map(Answered::card).orElseGet(() -> Answered.toast(words(told.card())));
            }
            case Reply.Open ignored -> {
                lines.give(heard, reply, line);
                yield Answered.toast("This needs a few more words: I have sent you a form to open.");
            }
            case Reply.Silent ignored -> after.map(Answered::card).orElseGet(() -> Answered.toast("Done."));
        };
    }

    /** What is short and has nothing to click fits in a line that goes away by itself. */
    private Answered told(Heard heard, Card card, Reply reply, String line) {
        boolean isShort =
                card.buttons().isEmpty() && card.more().isEmpty() && card.body().size() <= 1;
        var words = words(card);
        if (isShort && words.length() <= TOAST) return Answered.toast(words);
        lines.give(heard, reply, line);
        return Answered.toast(heard.isPersonal() ? card.summary() : "I have answered you in our chat.");
    }

    private static String words(Card card) {
        var words = PlainText.of(card).strip();
        return words.length() <= TOAST ? words : card.summary();
    }

    private static boolean offers(ObjectNode card, String line) {
        return card.findParents(Press.RUN).stream()
                .anyMatch(press -> press.path(Press.RUN).asText().equals(line));
    }

    /** A message that is a click: an {@code Action.Submit}. */
    void submit(Heard heard) {
        switch (Press.parse(heard.value()).orElse(null)) {
            case Press.Run(var line) when line.length() <= LONGEST_LINE -> lines.run(heard, line);
            case Press.Share(var line, var conversation) ->
                replies.tell(heard, Card.line(lines.share(heard, line, conversation)), Optional.empty());
            case null, default -> replies.tell(heard, lines.unknownButton(), Optional.empty());
        }
    }
}
