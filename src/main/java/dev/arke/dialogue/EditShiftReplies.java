package dev.arke.dialogue;

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
import dev.arke.engine.calendar.EditShifts.Outcome;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.util.ArrayList;
import java.util.List;

/** What the one who makes, moves or takes away a shift by hand hears. */
final class EditShiftReplies {
    private static final int MOST_LINES = 10;

    private final Asked asked;
    private final Team team;
    private final Responder who;
    private final EditShift edit;
    private final Phrases say;

    EditShiftReplies(Asked asked, Team team, Responder who, EditShift edit) {
        this.asked = asked;
        this.team = team;
        this.who = who;
        this.edit = edit;
        this.say = asked.changes();
    }

    /** What could follow the name. */
    static String example(Edit deed) {
        return switch (deed) {
            case ADD -> " secondary from fri 18:00 to sat 9am";
            case EDIT -> " at fri 20:00 to sat 12:00";
            case DELETE, UNLINK -> " at fri 20:00";
            case LINK -> " from mon 8am to fri 20:00";
        };
    }

    Reply of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done(done);
            case Outcome.NoShift none ->
                CoverReplies.insteadOf(
                        asked,
                        told(
                                Tone.NEUTRAL,
                                say.spans("edit.none", Span.text(who.name()), Span.text(team.name()), typedShifts())),
                        none.instead(),
                        none.changes());
            case Outcome.Doubtful(var clashes) ->
                new Reply.Private(Card.line(Tone.WARNING, Span.text(say.say("edit.doubtful")))
                        .and(ClashLines.of(asked, clashes))
                        .withButtons(Button.primary(say.say("button.anyway"), line(" anyway"))));
            case Outcome.Same(var shift) -> again(shift);
            case Outcome.NoLength ignored -> problem("none.length");
            case Outcome.EndsBeforeItStarts ignored -> problem("none.backwards");
            case Outcome.PartsOverlap ignored -> Refusals.problem(asked, say.say("edit.overlap"), line(" alone"));
            case Outcome.TooLong ignored -> problem("edit.long");
            case Outcome.NeedsReason ignored ->
                Refusals.problem(asked, say.say("edit.reason"), line(" because we swapped by phone"));
            case Outcome.NotInTeam ignored -> problem("none.team", who.name(), team.name());
            case Outcome.Refused(var why) -> Refusals.refusedByTeam(asked, why);
        };
    }

    private static Card told(Tone tone, List<Span> words) {
        return Card.line(tone, words.toArray(Span[]::new));
    }

    private Span typedShifts() {
        return asked.typed("shifts " + Names.quoted(who.name()));
    }

    private Reply done(Outcome.Done done) {
        var shift = done.shift();
        return new Reply.Private(told(
                        Tone.GOOD,
                        say.spans(
                                edit.deed() == Edit.DELETE ? "edit.gone" : "edit.done",
                                Span.strong(who.name()),
                                Span.text(shift.role().word()),
                                Span.text(team.name()),
                                Span.dateTime(shift.interval().start()),
                                Span.dateTime(shift.interval().end())))
                .and(linked(done))
                .withButtons(
                        Button.of(
                                say.say("button.undo"), "undo " + done.change().token()),
                        Button.of(say.say("button.shifts.of", team.name()), "shifts " + Names.quoted(team.name()))));
    }

    /** What went with it. */
    private Element[] linked(Outcome.Done done) {
        var others = done.shifts().subList(1, done.shifts().size());
        if (others.isEmpty()) return new Element[0];
        var told = new ArrayList<Element>();
        told.add(Element.paragraph(say.count("edit.linked", others.size())));
        told.add(new Element.Lines(others.stream()
                .limit(MOST_LINES)
                .map(shift -> LinkShiftReplies.line(shift, say))
                .toList()));
        if (others.size() > MOST_LINES)
            told.add(Element.context(Span.text(say.say("more", others.size() - MOST_LINES))));
        told.add(new Element.Context(say.spans("edit.alone", Span.code("alone"))));
        return told.toArray(Element[]::new);
    }

    private Reply again(Shift shift) {
        return new Reply.Private(told(
                Tone.NEUTRAL,
                say.spans(
                        "edit.same",
                        Span.dateTime(shift.interval().start()),
                        Span.dateTime(shift.interval().end()),
                        typedShifts())));
    }

    private Reply problem(String key, Object... parts) {
        return Refusals.problem(asked, say.say(key, parts), "shifts add @dana secondary from fri 18:00 to sat 9am");
    }

    /** The line again, in this team, with more behind it. */
    private String line(String more) {
        var duty = edit.of().duty().map(one -> " " + one.word()).orElse("");
        var at = edit.at().map(time -> " at " + time).orElse("");
        var from = edit.from().map(time -> " from " + time).orElse("");
        var to = edit.to().map(time -> " to " + time).orElse("");
        return "shifts " + edit.deed().word() + " " + Names.quoted(who.name()) + duty + at + from + to + " of "
                + Names.quoted(team.name()) + (edit.alone() ? " alone" : "")
                + edit.reason().map(why -> " because " + why).orElse("") + more;
    }
}
