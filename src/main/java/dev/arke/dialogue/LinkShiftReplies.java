package dev.arke.dialogue;

import dev.arke.calendar.Interval;
import dev.arke.calendar.Shift;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command.EditShift;
import dev.arke.chat.Command.EditShift.Edit;
import dev.arke.chat.Names;
import dev.arke.engine.calendar.LinkShifts;
import dev.arke.engine.calendar.LinkShifts.Outcome;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code shifts link} and {@code shifts unlink}: what is asked of the calendar, and what is said of it. */
final class LinkShiftReplies {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int MOST_LINES = 10;

    private final Asked asked;
    private final Team team;
    private final Responder who;
    private final EditShift edit;

    LinkShiftReplies(Asked asked, Team team, Responder who, EditShift edit) {
        this.asked = asked;
        this.team = team;
        this.who = who;
        this.edit = edit;
    }

    static boolean isMeant(EditShift edit) {
        return edit.deed() == Edit.LINK || edit.deed() == Edit.UNLINK;
    }

    /** The outcome of asking for it. */
    Reply of(LinkShifts use) {
        return during().map(time -> of(use.change(
                        asked.by(),
                        new LinkShifts.Request(team.id(), who.id(), edit.of().duty(), time, edit.deed() == Edit.LINK))))
                .orElseGet(() -> problem("that time ends before it starts, or has no length."));
    }

    private Optional<Interval> during() {
        return edit.at()
                .map(at -> new Interval(at, at.plus(MOMENT)))
                .or(() -> Interval.between(edit.from().orElseThrow(), edit.to().orElseThrow()));
    }

    private Reply of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done ->
                shifts(Tone.GOOD, done.linked() ? " move together now:" : " move each alone now:", done.shifts())
                        .with(Button.of("Undo", "undo " + done.change().token()));
            case Outcome.Same same when same.shifts().isEmpty() -> noShift();
            case Outcome.Same same ->
                shifts(Tone.NEUTRAL, same.linked() ? " move together already:" : " moves alone already:", same.shifts())
                        .with();
            case Outcome.TooFew(var shifts) when shifts.isEmpty() -> noShift();
            case Outcome.TooFew(var shifts) ->
                shifts(Tone.NEUTRAL, " alone is in that time, and there is nothing to link it with:", shifts)
                        .with();
            case Outcome.SayWhichDuty(var duties) ->
                problem("there are several duties in that time: "
                        + String.join(
                                ", ", duties.stream().map(duty -> duty.word()).toList())
                        + ". Say which one behind the name.");
            case Outcome.Refused(var why) -> Refusals.refusedByTeam(asked, why);
        };
    }

    private record Told(Card card) {
        Reply with(Button... buttons) {
            return new Reply.Private(card.withButtons(buttons));
        }
    }

    private Told shifts(Tone tone, String words, List<Shift> shifts) {
        var count = shifts.size() == 1 ? "This shift of " : shifts.size() + " shifts of ";
        var card = Card.line(
                tone,
                Span.text(count),
                Span.strong(who.name()),
                Span.text(" as " + shifts.getFirst().role().word() + " of " + team.name() + words));
        var lines =
                shifts.stream().limit(MOST_LINES).map(LinkShiftReplies::line).toList();
        var more = shifts.size() - lines.size();
        var told = card.and(new Element.Lines(lines));
        return new Told(more > 0 ? told.and(Element.context(Span.text("And " + more + " more."))) : told);
    }

    static List<Span> line(Shift shift) {
        return List.of(
                Span.dateTime(shift.interval().start()),
                Span.text(" to "),
                Span.dateTime(shift.interval().end()));
    }

    private Reply noShift() {
        return problem(who.name() + " has no shift of " + team.name()
                + " in that time that is not over. Look with shifts " + Names.quoted(who.name()) + ".");
    }

    private Reply problem(String sentence) {
        return Refusals.problem(
                asked,
                "Nothing was changed: " + sentence,
                edit.deed() == Edit.LINK
                        ? "shifts link " + Names.quoted(who.name()) + " from mon 8am to fri 20:00"
                        : "shifts unlink " + Names.quoted(who.name()) + " at fri 20:00");
    }
}
