package dev.arke.dialogue;

import dev.arke.calendar.AbsenceConflict;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.ConflictLines;
import dev.arke.chat.HolidayWords;
import dev.arke.chat.Names;
import dev.arke.chat.NoticePhrases;
import dev.arke.chat.Reference;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.RecordAbsence.Outcome;
import dev.arke.responder.Responder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code vacation}: somebody is away, or is not after all. */
final class TakeVacation {
    private final CalendarUseCases calendar;

    TakeVacation(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    Reply answer(Asked asked, Command.Vacation vacation) {
        var line = "vacation " + vacation.first() + " to " + vacation.last();
        return person(
                asked,
                vacation.who(),
                line,
                who -> reply(
                        asked,
                        who,
                        calendar.absence().vacation(asked.by(), who.id(), vacation.first(), vacation.last())));
    }

    Reply answer(Asked asked, Command.VacationOver over) {
        return person(
                asked,
                over.who(),
                "vacation cancel " + over.day(),
                who -> reply(asked, who, calendar.absence().cancel(asked.by(), who.id(), over.day())));
    }

    /** Answers for whoever is named, else for whoever types. */
    static Reply person(Asked asked, Optional<Reference> named, String line, Function<Responder, Reply> then) {
        var who = named.orElse(new Reference.Name("me"));
        return switch (new Naming(asked).find(who, List.of(Named.Kind.PERSON))) {
            case Named.Person person -> then.apply(person.responder());
            case Named.OfTeam ignored -> throw new AssertionError("only people were looked for");
            case Named.ServiceNamed ignored -> throw new AssertionError("only people were looked for");
            case Named.Unknown unknown ->
                new FindPeople.Found.Nobody(unknown.sentence(), unknown.near()).reply(asked, name -> line + " " + name);
        };
    }

    private static Reply reply(Asked asked, Responder who, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Away away -> away(asked, who, away);
            case Outcome.Back back ->
                new Reply.Private(told(Tone.GOOD, subject(asked, who, "away.back"))
                        .withButtons(Button.of(
                                asked.changes().say("button.undo"),
                                "undo " + back.change().token())));
            case Outcome.Already already -> {
                var interval = already.absence().interval();
                yield new Reply.Private(told(
                        Tone.NEUTRAL,
                        asked.changes()
                                .spans(
                                        "away.already",
                                        Span.dateTime(interval.start()),
                                        Span.dateTime(interval.end()))));
            }
            case Outcome.NoVacationThen ignored ->
                Refusals.problem(asked, asked.changes().say("away.none"), "shifts " + Names.quoted(who.name()));
            case Outcome.EndsBeforeItStarts ignored -> again(asked, "away.backwards");
            case Outcome.TooLong tooLong -> again(asked, "away.long", tooLong.days());
            case Outcome.Past ignored -> again(asked, "away.past");
            case Outcome.InNoTeam ignored ->
                Refusals.problem(asked, asked.changes().say("none.nowhere", who.name()), "who");
            case Outcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private static Reply again(Asked asked, String key, Object... parts) {
        return Refusals.problem(asked, asked.changes().say(key, parts), "vacation 2027-08-02 to 2027-08-15");
    }

    private static Reply away(Asked asked, Responder who, Outcome.Away away) {
        var say = asked.changes();
        var interval = away.absence().interval();
        boolean isMended = away.conflicts().stream().noneMatch(AbsenceConflict::stays);
        var card = ConflictLines.with(
                told(
                        isMended ? Tone.GOOD : Tone.WARNING,
                        subject(asked, who, "away", Span.dateTime(interval.start()), Span.dateTime(interval.end()))),
                who.name(),
                away.conflicts(),
                id -> asked.directory().team(id).name(),
                NoticePhrases.in(asked.reader()));
        var free = who.holidays().flatMap(region -> HolidayWords.free(region, interval, who.zone(), asked.look()));
        if (free.isPresent()) card = card.and(Element.context(Span.text(free.get())));
        return new Reply.Private(card.withButtons(
                Button.of(say.say("button.undo"), "undo " + away.change().token()),
                Button.of(say.say("button.shifts"), "shifts " + Names.quoted(who.name()))));
    }

    private static Card told(Tone tone, List<Span> words) {
        return Card.line(tone, words.toArray(Span[]::new));
    }

    /** The sentence about who it is, or to them. */
    private static List<Span> subject(Asked asked, Responder who, String key, Span... parts) {
        var all = Stream.concat(Stream.of(asked.person(who.id())), Stream.of(parts));
        return asked.changes().spans(asked.isMe(who.id()) ? key + ".me" : key, all.toArray(Span[]::new));
    }
}
