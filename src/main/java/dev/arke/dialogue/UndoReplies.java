package dev.arke.dialogue;

import dev.arke.calendar.CalendarChange;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Names;
import dev.arke.engine.calendar.UndoChange.Outcome;

/** What the one who wanted a change of the calendar taken back hears. */
final class UndoReplies {
    private final Asked asked;

    UndoReplies(Asked asked) {
        this.asked = asked;
    }

    Reply of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Undone done -> told(Tone.GOOD, done.change(), "undo.done");
            case Outcome.NothingToUndo ignored ->
                Refusals.problem(asked, asked.changes().say("undo.nothing"), "help cover");
            case Outcome.NotTheLast other -> told(Tone.NEUTRAL, other.last(), "undo.other");
            case Outcome.Already already -> told(Tone.NEUTRAL, already.change(), "undo.already");
            case Outcome.ChangedSince changed -> told(Tone.WARNING, changed.change(), "undo.since");
            case Outcome.Past past -> told(Tone.NEUTRAL, past.change(), "undo.past");
            case Outcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private Reply told(Tone tone, CalendarChange change, String key) {
        var say = asked.changes();
        var team = asked.directory().team(change.teamId()).name();
        var words = say.spans(key, Span.text(team), Span.dateTime(change.madeAt()));
        return new Reply.Private(Card.line(tone, words.toArray(Span[]::new))
                .withButtons(Button.of(say.say("button.shifts.of", team), "shifts " + Names.quoted(team))));
    }
}
