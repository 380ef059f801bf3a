package dev.arke.teams.inbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.card.Card;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.database.DatabaseUnavailable;
import dev.arke.delivery.Carrier;
import dev.arke.dialogue.DoubleClicks;
import dev.arke.dialogue.Expected;
import dev.arke.dialogue.Turns;
import dev.arke.engine.chat.SeenEvents;
import dev.arke.engine.delivery.ShowMessage;
import dev.arke.responder.ContactKind;
import dev.arke.teams.card.Press;
import dev.arke.teams.web.MessageRef;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Buttons: {@code Action.Execute} is answered with the clicked card as it is by then, or with a line when it did not change;
 * {@code Action.Submit}, of clients that know no better, by a message. A button's value is only a line: who clicked is asked
 * for their rights as if they had typed it.
 */
final class Clicks {
    private static final int LONGEST_LINE = 1_000;
    private static final int TOAST = 300;
    private static final Pattern NUMBER = Pattern.compile("\\b\\d{1,9}\\b");
    private static final String BROKEN =
            "Something went wrong, and I do not know whether it was done. Look at the incident.";
    private static final String AGAIN = "That came twice, and counts once.";

    private final Lines lines;
    private final Speech speech;
    private final Replies replies;
    private final ShowMessage show;
    private final Carrier carrier;
    private final SeenEvents seen;
    private final Turns turns;
    private final DoubleClicks doubles;

    Clicks(
            Lines lines,
            Speech speech,
            Replies replies,
            ShowMessage show,
            Carrier carrier,
            SeenEvents seen,
            Turns turns,
            InstantSource clock) {
        this.lines = lines;
        this.speech = speech;
        this.replies = replies;
        this.show = show;
        this.carrier = carrier;
        this.seen = seen;
        this.turns = turns;
        this.doubles = new DoubleClicks(clock);
    }

    /** What Teams hears of a click; {@code unsaid} is what only that says, for who cannot wait for it. */
    private record Pressed(Answered answered, Optional<Card> unsaid) {
        static Pressed toast(String words) {
            return new Pressed(Answered.toast(words), Optional.of(Card.line(words)));
        }
    }

    /** An {@code adaptiveCard/action}. */
    Answered execute(Heard heard) {
        var press = Press.parse(heard.value().at("/action/data"));
        var turn = turns.begin(() -> once(heard, press));
        return Turns.within(turn, Patience.INVOKE).map(Pressed::answered).orElseGet(() -> later(heard, turn));
    }

    /** It goes on: the cards are changed by the outbox, and what is to be said is said by a message. */
    private Answered later(Heard heard, CompletableFuture<Pressed> turn) {
        if (turn.isCompletedExceptionally()) return Answered.toast(BROKEN);
        turns.run(() -> turn.handle((pressed, failure) ->
                        Optional.ofNullable(pressed).map(Pressed::unsaid).orElse(Optional.of(Card.line(BROKEN))))
                .join()
                .ifPresent(card -> replies.tell(heard, card, Optional.empty())));
        return Answered.toast(Lines.workingOnIt().summary());
    }

    /** Teams sends a click again whose answer was late, and fingers are nervous. */
    private Pressed once(Heard heard, Optional<Press> press) {
        if (!isDouble(heard, press) && isFirst(heard, press)) return pressed(heard, press);
        return new Pressed(shown(heard).map(Answered::card).orElseGet(() -> Answered.toast(AGAIN)), Optional.empty());
    }

    private boolean isDouble(Heard heard, Optional<Press> press) {
        var where = heard.who().userId() + " " + heard.conversation() + " " + heard.text("/replyToId");
        return press.isPresent() && doubles.isDouble(where, press.get().toString());
    }

    /** It needs no end: Teams gives up long before another could have it. */
    private boolean isFirst(Heard heard, Optional<Press> press) {
        boolean changes = press.orElse(null) instanceof Press.Run(var line) && speech.expect(line) == Expected.CHANGES;
        try {
            return !changes
                    || heard.id().isEmpty()
                    || seen.claim(ContactKind.TEAMS, "click:" + heard.conversation() + ":" + heard.id());
        } catch (DatabaseUnavailable e) {
            // Then nothing can be done either, which the line's answer says.
            return true;
        }
    }

    private Pressed pressed(Heard heard, Optional<Press> press) {
        return switch (press.orElse(null)) {
            case Press.Run(var line) when line.length() <= LONGEST_LINE -> run(heard, line);
            case Press.Share(var line, var conversation) -> Pressed.toast(lines.share(heard, line, conversation));
            case null, default -> Pressed.toast(lines.unknownButton().summary());
        };
    }

    private Pressed run(Heard heard, String line) {
        var clicked = heard.message().map(MessageRef::toString);
        long before = clicked.map(ref -> show.changes(carrier, ref)).orElse(0L);
        var reply = speech.answer(heard, line);
        boolean isOurs = speech.expect(line) != Expected.NOTHING;
        // A card that has changed, or that offers no such thing any more: the one that was clicked is of the past.
        var after = clicked.flatMap(ref -> show.now(carrier, ref))
                .flatMap(now -> replies.cards()
                        .draw(now.card())
                        .card()
                        .filter(card ->
                                now.changes() != before || (isOurs && !offers(card, line) && isAbout(card, line))))
                .map(Answered::card);
        return switch (reply) {
            case Reply.Private told ->
                after.map(card -> new Pressed(card, Optional.of(told.card())))
                        .orElseGet(() -> told(heard, told.card(), reply, line));
            case Reply.Public told -> {
                replies.say(heard, told.card());
                yield said(after.orElseGet(() -> Answered.toast(words(told.card()))));
            }
            case Reply.Open ignored -> {
                lines.give(heard, reply, line);
                yield said(Answered.toast("This needs a few more words: I have sent you a form to open."));
            }
            case Reply.Silent ignored -> said(after.orElseGet(() -> Answered.toast("Done.")));
        };
    }

    private static Pressed said(Answered answered) {
        return new Pressed(answered, Optional.empty());
    }

    private static boolean offers(ObjectNode card, String line) {
        return card.findParents(Press.RUN).stream()
                .anyMatch(press -> press.path(Press.RUN).asText().equals(line));
    }

    /** Whether what the line names stands in the card: nothing is said of another incident by showing this one. */
    private static boolean isAbout(ObjectNode card, String line) {
        var words = String.join("\n", card.findValuesAsText("text"));
        var numbers = NUMBER.matcher(line).results().map(MatchResult::group).toList();
        return !numbers.isEmpty()
                && numbers.stream()
                        .allMatch(number -> Pattern.compile("#" + number + "(?!\\d)")
                                .matcher(words)
                                .find());
    }

    /** What is short and has nothing to click fits in a line that goes away by itself. */
    private Pressed told(Heard heard, Card card, Reply reply, String line) {
        boolean isShort =
                card.buttons().isEmpty() && card.more().isEmpty() && card.body().size() <= 1;
        var words = words(card);
        if (isShort && words.length() <= TOAST) return new Pressed(Answered.toast(words), Optional.of(card));
        lines.give(heard, reply, line);
        return said(Answered.toast(heard.isPersonal() ? card.summary() : "I have answered you in our chat."));
    }

    private static String words(Card card) {
        var words = PlainText.of(card).strip();
        return words.length() <= TOAST ? words : card.summary();
    }

    /** The clicked card as it would be drawn now. */
    private Optional<ObjectNode> shown(Heard heard) {
        return heard.message()
                .map(MessageRef::toString)
                .flatMap(ref -> show.now(carrier, ref))
                .flatMap(now -> replies.cards().draw(now.card()).card());
    }

    /** A message that is a click: an {@code Action.Submit}. */
    void submit(Heard heard) {
        var parsed = Press.parse(heard.value());
        if (isDouble(heard, parsed)) return;
        switch (parsed.orElse(null)) {
            case Press.Run(var line) when line.length() <= LONGEST_LINE -> lines.run(heard, line);
            case Press.Share(var line, var conversation) ->
                replies.tell(heard, Card.line(lines.share(heard, line, conversation)), Optional.empty());
            case null, default -> replies.tell(heard, lines.unknownButton(), Optional.empty());
        }
    }
}
