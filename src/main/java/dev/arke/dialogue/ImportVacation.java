package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.Names;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.FollowVacations.Outcome;
import dev.arke.engine.calendar.HandOverFiles;
import dev.arke.engine.calendar.HandOverFiles.Purpose;
import dev.arke.responder.Act;
import dev.arke.responder.Responder;

/** {@code vacation import}: somebody's vacations are those of a calendar that they keep elsewhere. */
final class ImportVacation {
    private static final String EXAMPLE = "vacation import https://calendar.example.com/alice.ics";

    private final CalendarUseCases calendar;
    private final HandOverFiles files;

    ImportVacation(CalendarUseCases calendar, HandOverFiles files) {
        this.calendar = calendar;
        this.files = files;
    }

    /** No chat gives us a file without a right to read all of them, so there is a page for it. */
    Reply answer(Asked asked, Command.ImportFile wanted) {
        return TakeVacation.person(
                asked,
                wanted.who(),
                "vacation import file",
                who -> Refusals.refusal(asked, Act.OWN).orElseGet(() -> page(asked, who)));
    }

    private Reply page(Asked asked, Responder who) {
        var by = asked.me().orElseThrow().id();
        var page = files.address(new Purpose.Vacations(by, who.id()));
        return new Reply.Private(
                Card.line(
                                Tone.NEUTRAL,
                                Span.text(
                                        "Which calendar? Paste its address, such as a program gives out to share it: "),
                                asked.typed(EXAMPLE))
                        .and(Element.paragraph(
                                Span.text("Or hand its file (iCalendar, .ics) in "),
                                new Span.Link("on a page", page),
                                Span.text(", which is " + (asked.isMe(who.id()) ? "" : "for " + who.name() + ", ")
                                        + "good for an hour and acts as you."))),
                false);
    }

    Reply answer(Asked asked, Command.ImportVacations wanted) {
        return TakeVacation.person(
                asked,
                wanted.who(),
                "vacation import " + Names.quoted(wanted.address()),
                who -> reply(asked, who, calendar.follow().follow(asked.by(), who.id(), wanted.address())));
    }

    Reply answer(Asked asked, Command.StopImport stop) {
        return TakeVacation.person(
                asked,
                stop.who(),
                "vacation import stop",
                who -> reply(asked, who, calendar.follow().stop(asked.by(), who.id())));
    }

    private static Reply reply(Asked asked, Responder who, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Following following ->
                new Reply.Private(Card.line(
                                Tone.GOOD,
                                Span.text("I read the calendar at " + following.host()
                                        + " now, and every six hours from" + " then on, and tell "),
                                whom(asked, who),
                                Span.text(" what is in it. Its times become vacations: rotations pass "
                                        + (asked.isMe(who.id()) ? "you" : "them") + " over."))
                        .withButtons(Button.of("Stop", "vacation import stop " + Names.quoted(who.name()))));
            case Outcome.Stopped stopped ->
                new Reply.Private(Card.line(
                        Tone.GOOD,
                        Span.text(
                                stopped.wasFollowed()
                                        ? "That calendar is no longer read, and what was to come from it is removed."
                                        : "There was no calendar that is read.")));
            case Outcome.NoAddress ignored ->
                Refusals.problem(asked, "Nothing was changed: that is no http or https address.", EXAMPLE);
            case Outcome.InNoTeam ignored ->
                Refusals.problem(
                        asked, "Nothing was changed: " + who.name() + " is in no team, so nothing is planned.", "who");
            case Outcome.OfFile ignored ->
                Refusals.refusedByTeam(asked, asked.grammar().say("vacation.file", who.name()));
            case Outcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private static Span whom(Asked asked, Responder who) {
        return asked.isMe(who.id()) ? Span.text("you") : asked.person(who.id());
    }
}
