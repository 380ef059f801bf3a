package dev.arke.slack.inbound;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.dialogue.Expected;
import dev.arke.dialogue.Turns;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs typed lines and the lines of buttons, and gets the answer to whoever asked. */
final class Lines {
    /** Longer than any button of ours, so the value is none of ours. */
    static final int LONGEST_VALUE = 2000;

    private final Speech speech;
    private final Replies replies;
    private final Modals modals;
    private final Turns turns;

    Lines(Speech speech, Replies replies, Modals modals, Turns turns) {
        this.speech = speech;
        this.replies = replies;
        this.modals = modals;
        this.turns = turns;
    }

    /** What is known of a line when Slack has to hear something. */
    sealed interface Soon {
        /** Done; {@code shared} is the line of a Share button. */
        record Answered(Reply reply, Optional<String> shared) implements Soon {}

        /** It goes on, and who asked is told later; a change may be worth a word now. */
        record GoesOn(boolean changes) implements Soon {}
    }

    /** Runs a line; what it does not answer in time it tells by itself later, as it does when {@code told} is given. */
    Soon run(Gesture gesture, String line) {
        var expected = speech.expect(gesture.bot(), line);
        if (expected == Expected.OPENS_FORM && gesture.ways().trigger().isPresent()) {
            turns.run(() -> modals.open(gesture, line));
            return new Soon.GoesOn(false);
        }
        var turn = turns.begin(() -> answered(gesture, line, expected));
        var inTime = Turns.within(turn, expected == Expected.CHANGES ? Patience.CHANGE : Patience.LOOK);
        if (inTime.isPresent() && !takesFiles(inTime.get().reply())) return inTime.get();
        turns.then(turn, answered -> give(gesture, line, answered));
        return new Soon.GoesOn(expected == Expected.CHANGES);
    }

    /** Files are sent before the answer that belongs to them, and no acknowledgement waits for that. */
    private static boolean takesFiles(Reply reply) {
        return switch (reply) {
            case Reply.Private told -> Attachments.isNeeded(told.card());
            case Reply.Public told -> Attachments.isNeeded(told.card());
            case Reply.Open ignored -> false;
            case Reply.Silent ignored -> false;
        };
    }

    /** A look that can be shown to others gets a Share button, where there are others. */
    Soon.Answered answered(Gesture gesture, String line, Expected expected) {
        var reply = speech.answer(gesture, line);
        boolean isShareable = reply instanceof Reply.Private told
                && told.shareable()
                && expected == Expected.LOOKS
                && gesture.where().room().isPresent()
                && line.length() <= LONGEST_VALUE
                && speech.isMember(gesture);
        return new Soon.Answered(reply, isShareable ? Optional.of(line) : Optional.empty());
    }

    /** Gets an answer to whoever asked, by whichever way is left. */
    void give(Gesture gesture, String line, Soon.Answered answered) {
        switch (answered.reply()) {
            case Reply.Private told -> replies.tell(gesture, told.card(), answered.shared());
            case Reply.Public told -> replies.say(gesture, told.card());
            case Reply.Open open ->
                gesture.ways()
                        .trigger()
                        .ifPresentOrElse(
                                trigger -> modals.show(gesture, open.form(), line),
                                () -> replies.tell(gesture, button(open.form().title(), line), Optional.empty()));
            case Reply.Silent ignored -> {}
        }
    }

    /** Slack opens a form only for a click. */
    private static Card button(String title, String line) {
        return Card.line(Tone.NEUTRAL, Span.text("This needs a few more words. Click, and a form opens:"))
                .and(new Element.Actions(List.of(Button.of(title, line))));
    }

    /** Shows everybody what a line answers now, and takes the private answer away. */
    void share(Gesture gesture, String line) {
        turns.run(() -> {
            Consumer<Card> show = card -> {
                replies.say(
                        gesture,
                        card.and(Element.context(
                                Span.text("Shared by " + gesture.who().name()))));
                replies.takeAway(gesture);
            };
            if (speech.expect(gesture.bot(), line) != Expected.LOOKS || !speech.isMember(gesture)) {
                replies.tell(gesture, unknownButton(), Optional.empty());
                return;
            }
            switch (speech.answer(gesture, line)) {
                case Reply.Private told -> show.accept(told.card());
                case Reply.Public told -> show.accept(told.card());
                case Reply.Open ignored -> replies.tell(gesture, unknownButton(), Optional.empty());
                case Reply.Silent ignored -> replies.takeAway(gesture);
            }
        });
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
