package dev.arke.dialogue;

import dev.arke.calendar.Interval;
import dev.arke.calendar.Shift;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
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
    private final Phrases say;

    LinkShiftReplies(Asked asked, Team team, Responder who, EditShift edit) {
        this.asked = asked;
        this.team = team;
        this.who = who;
        this.edit = edit;
        this.say = asked.changes();
    }

    static boolean isMeant(EditShift edit) {
        return edit.deed() == Edit.LINK || edit.deed() == Edit.UNLINK;
    }

    /** The outcome of asking for it. */
    Reply of(LinkShifts use) {
        return during().map(time -> of(use.change(
                        asked.by(),
                        new LinkShifts.Request(team.id(), who.id(), edit.of().duty(), time, edit.deed() == Edit.LINK))))
                .orElseGet(() -> problem("link.time"));
    }

    private Optional<Interval> during() {
        return edit.at()
                .map(at -> new Interval(at, at.plus(MOMENT)))
                .or(() -> Interval.between(edit.from().orElseThrow(), edit.to().orElseThrow()));
    }

    private Reply of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done ->
                shifts(Tone.GOOD, done.linked() ? "link.now" : "link.apart", done.shifts())
                        .with(Button.of(
                                say.say("button.undo"), "undo " + done.change().token()));
            case Outcome.Same same when same.shifts().isEmpty() -> noShift();
            case Outcome.Same same ->
                shifts(Tone.NEUTRAL, same.linked() ? "link.already" : "link.alone", same.shifts())
                        .with();
            case Outcome.TooFew(var shifts) when shifts.isEmpty() -> noShift();
            case Outcome.TooFew(var shifts) ->
                shifts(Tone.NEUTRAL, "link.few", shifts).with();
            case Outcome.SayWhichDuty(var duties) ->
                problem(
                        "link.duty",
                        String.join(
                                ", ", duties.stream().map(duty -> duty.word()).toList()));
            case Outcome.Refused(var why) -> Refusals.refusedByTeam(asked, why);
        };
    }

    private record Told(Card card) {
        Reply with(Button... buttons) {
            return new Reply.Private(card.withButtons(buttons));
        }
    }

    private Told shifts(Tone tone, String key, List<Shift> shifts) {
        var words = say.spans(
                shifts.size() == 1 ? "link.shift" : "link.shifts",
                Span.text(String.valueOf(shifts.size())),
                Span.strong(who.name()),
                Span.text(shifts.getFirst().role().word()),
                Span.text(team.name()),
                Span.text(say.say(key)));
        var lines =
                shifts.stream().limit(MOST_LINES).map(shift -> line(shift, say)).toList();
        var more = shifts.size() - lines.size();
        var told = Card.line(tone, words.toArray(Span[]::new)).and(new Element.Lines(lines));
        return new Told(more > 0 ? told.and(Element.context(Span.text(say.say("more", more)))) : told);
    }

    static List<Span> line(Shift shift, Phrases say) {
        return say.spans(
                "between",
                Span.dateTime(shift.interval().start()),
                Span.dateTime(shift.interval().end()));
    }

    private Reply noShift() {
        return problem("link.none", who.name(), team.name(), Names.quoted(who.name()));
    }

    private Reply problem(String key, Object... parts) {
        return Refusals.problem(
                asked,
                say.say(key, parts),
                edit.deed() == Edit.LINK
                        ? "shifts link " + Names.quoted(who.name()) + " from mon 8am to fri 20:00"
                        : "shifts unlink " + Names.quoted(who.name()) + " at fri 20:00");
    }
}
