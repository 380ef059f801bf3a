package dev.arke.dialogue;

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
import dev.arke.engine.calendar.EditShifts.Outcome;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.util.ArrayList;

/** What the one who makes, moves or takes away a shift by hand hears. */
final class EditShiftReplies {
    private static final int MOST_LINES = 10;

    private final Asked asked;
    private final Team team;
    private final Responder who;
    private final EditShift edit;

    EditShiftReplies(Asked asked, Team team, Responder who, EditShift edit) {
        this.asked = asked;
        this.team = team;
        this.who = who;
        this.edit = edit;
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
                        Card.line(
                                Tone.NEUTRAL,
                                Span.text("Nothing was changed: " + who.name() + " has no such shift of " + team.name()
                                        + " at that time. Type "),
                                asked.typed("shifts " + Names.quoted(who.name())),
                                Span.text(".")),
                        none.instead(),
                        none.changes());
            case Outcome.Doubtful(var clashes) ->
                new Reply.Private(
                        Card.line(Tone.WARNING, Span.text("Nothing was changed yet. There is something else then:"))
                                .and(ClashLines.of(asked, clashes))
                                .withButtons(Button.primary("Do it anyway", line(" anyway"))));
            case Outcome.Same(var shift) -> again("that shift is there already", shift);
            case Outcome.NoLength ignored -> problem("that time has no length.");
            case Outcome.EndsBeforeItStarts ignored -> problem("that ends before it starts.");
            case Outcome.PartsOverlap ignored ->
                Refusals.problem(
                        asked,
                        "Nothing was changed: it is linked with others, and moved together some would overlap. To move"
                                + " it alone:",
                        line(" alone"));
            case Outcome.TooLong ignored -> problem("no shift is longer than a year.");
            case Outcome.NeedsReason ignored ->
                Refusals.problem(
                        asked,
                        "Nothing was changed: a part of that is past. It is changed only with a reason.",
                        line(" because we swapped by phone"));
            case Outcome.NotInTeam ignored -> problem(who.name() + " is not in team " + team.name() + ".");
            case Outcome.Refused(var why) -> Refusals.refusedByTeam(asked, why);
        };
    }

    private Reply done(Outcome.Done done) {
        var shift = done.shift();
        var words = edit.deed() == Edit.DELETE ? " is no more " : " is ";
        return new Reply.Private(Card.line(
                        Tone.GOOD,
                        Span.strong(who.name()),
                        Span.text(words + shift.role().word() + " of " + team.name() + " from "),
                        Span.dateTime(shift.interval().start()),
                        Span.text(" to "),
                        Span.dateTime(shift.interval().end()),
                        Span.text("."))
                .and(linked(done))
                .withButtons(
                        Button.of("Undo", "undo " + done.change().token()),
                        Button.of("Shifts of " + team.name(), "shifts " + Names.quoted(team.name()))));
    }

    /** What went with it. */
    private Element[] linked(Outcome.Done done) {
        var others = done.shifts().subList(1, done.shifts().size());
        if (others.isEmpty()) return new Element[0];
        var told = new ArrayList<Element>();
        told.add(Element.paragraph(Span.text("So " + (others.size() == 1 ? "is" : "are") + ", as linked with it:")));
        told.add(new Element.Lines(
                others.stream().limit(MOST_LINES).map(LinkShiftReplies::line).toList()));
        if (others.size() > MOST_LINES)
            told.add(Element.context(Span.text("And " + (others.size() - MOST_LINES) + " more.")));
        told.add(Element.context(
                Span.text("To change one alone, take this back and say "),
                Span.code("alone"),
                Span.text(" behind it.")));
        return told.toArray(Element[]::new);
    }

    private Reply again(String sentence, Shift shift) {
        return new Reply.Private(Card.line(
                Tone.NEUTRAL,
                Span.text("Nothing was changed: " + sentence + ", from "),
                Span.dateTime(shift.interval().start()),
                Span.text(" to "),
                Span.dateTime(shift.interval().end()),
                Span.text(". Type "),
                asked.typed("shifts " + Names.quoted(who.name())),
                Span.text(".")));
    }

    private Reply problem(String sentence) {
        return Refusals.problem(
                asked, "Nothing was changed: " + sentence, "shifts add @dana secondary from fri 18:00 to sat 9am");
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
