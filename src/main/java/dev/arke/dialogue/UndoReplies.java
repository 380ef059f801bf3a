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
            case Outcome.Undone done ->
                told(
                        Tone.GOOD,
                        done.change(),
                        "Your change of ",
                        " is taken back: from now on it is as it was before.");
            case Outcome.NothingToUndo ignored ->
                Refusals.problem(asked, "You have changed nothing on a calendar yet.", "help cover");
            case Outcome.NotTheLast other ->
                told(
                        Tone.NEUTRAL,
                        other.last(),
                        "Nothing was taken back: that was not your last change. The last one is of ",
                        ".");
            case Outcome.Already already ->
                told(Tone.NEUTRAL, already.change(), "Your last change of ", " is taken back already.");
            case Outcome.ChangedSince changed ->
                told(
                        Tone.WARNING,
                        changed.change(),
                        "Nothing was taken back: since your change of ",
                        " somebody has changed the same shifts again.");
            case Outcome.Past past ->
                told(
                        Tone.NEUTRAL,
                        past.change(),
                        "Nothing was taken back: your change of ",
                        " is past, and what was stays as it was.");
            case Outcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private Reply told(Tone tone, CalendarChange change, String before, String after) {
        var team = asked.directory().team(change.teamId()).name();
        return new Reply.Private(
                Card.line(tone, Span.text(before + team + " ("), Span.dateTime(change.madeAt()), Span.text(")" + after))
                        .withButtons(Button.of("Shifts of " + team, "shifts " + Names.quoted(team))));
    }
}
