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
        var say = asked.changes();
        var by = asked.me().orElseThrow().id();
        var page = files.address(new Purpose.Vacations(by, who.id()));
        return new Reply.Private(
                Card.line(
                                Tone.NEUTRAL,
                                say.spans("import.address", asked.typed(EXAMPLE))
                                        .toArray(Span[]::new))
                        .and(new Element.Paragraph(say.spans(
                                asked.isMe(who.id()) ? "import.file" : "import.file.for",
                                new Span.Link(say.say("import.page"), page),
                                Span.text(who.name())))),
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
        var say = asked.changes();
        return switch (outcome) {
            case Outcome.Following following ->
                new Reply.Private(Card.line(
                                Tone.GOOD,
                                say.spans(
                                                asked.isMe(who.id()) ? "import.following.me" : "import.following",
                                                Span.text(following.host()),
                                                asked.person(who.id()))
                                        .toArray(Span[]::new))
                        .withButtons(
                                Button.of(say.say("button.stop"), "vacation import stop " + Names.quoted(who.name()))));
            case Outcome.Stopped stopped ->
                new Reply.Private(Card.line(
                        Tone.GOOD,
                        Span.text(say.say(stopped.wasFollowed() ? "import.stopped" : "import.stopped.none"))));
            case Outcome.NoAddress ignored -> Refusals.problem(asked, say.say("import.none"), EXAMPLE);
            case Outcome.InNoTeam ignored -> Refusals.problem(asked, say.say("none.nowhere", who.name()), "who");
            case Outcome.OfFile ignored ->
                Refusals.refusedByTeam(asked, asked.grammar().say("vacation.file", who.name()));
            case Outcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }
}
