package dev.arke.dialogue;

import dev.arke.calendar.AbsenceConflict;
import dev.arke.calendar.Interval;
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
import dev.arke.chat.Reference;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.RecordAbsence.Outcome;
import dev.arke.responder.Responder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
                new Reply.Private(Card.line(
                                Tone.GOOD,
                                subject(asked, who),
                                Span.text((asked.isMe(who.id()) ? " are" : " is")
                                        + " not on vacation after all; rotations count on "
                                        + (asked.isMe(who.id()) ? "you" : "them") + " again."))
                        .withButtons(Button.of("Undo", "undo " + back.change().token())));
            case Outcome.Already already -> {
                var words = new ArrayList<Span>();
                words.add(Span.text("That is kept already: "));
                words.addAll(fromTo(already.absence().interval()));
                words.add(Span.text("."));
                yield new Reply.Private(Card.line(Tone.NEUTRAL, words.toArray(Span[]::new)));
            }
            case Outcome.NoVacationThen ignored ->
                Refusals.problem(asked, "There is no vacation on that day.", "shifts " + Names.quoted(who.name()));
            case Outcome.EndsBeforeItStarts ignored ->
                again(asked, "Nothing was changed: the last day is before the first.");
            case Outcome.TooLong tooLong ->
                again(asked, "Nothing was changed: " + tooLong.days() + " days are more than a year.");
            case Outcome.Past ignored -> again(asked, "Nothing was changed: that is past.");
            case Outcome.InNoTeam ignored ->
                Refusals.problem(
                        asked, "Nothing was changed: " + who.name() + " is in no team, so nothing is planned.", "who");
            case Outcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private static Reply again(Asked asked, String sentence) {
        return Refusals.problem(asked, sentence, "vacation 2027-08-02 to 2027-08-15");
    }

    private static Reply away(Asked asked, Responder who, Outcome.Away away) {
        var words = new ArrayList<Span>();
        words.add(subject(asked, who));
        words.add(Span.text(asked.isMe(who.id()) ? " are on vacation " : " is on vacation "));
        words.addAll(fromTo(away.absence().interval()));
        words.add(Span.text(". Rotations pass " + (asked.isMe(who.id()) ? "you" : "them") + " over."));
        boolean isMended = away.conflicts().stream().noneMatch(AbsenceConflict::stays);
        var card = ConflictLines.with(
                Card.line(isMended ? Tone.GOOD : Tone.WARNING, words.toArray(Span[]::new)),
                who.name(),
                away.conflicts(),
                id -> asked.directory().team(id).name());
        var free = who.holidays()
                .flatMap(region -> HolidayWords.free(region, away.absence().interval(), who.zone(), asked.look()));
        if (free.isPresent()) card = card.and(Element.context(Span.text(free.get())));
        return new Reply.Private(card.withButtons(
                Button.of("Undo", "undo " + away.change().token()),
                Button.of("Shifts", "shifts " + Names.quoted(who.name()))));
    }

    private static Span subject(Asked asked, Responder who) {
        return asked.isMe(who.id()) ? Span.text("You") : asked.person(who.id());
    }

    private static List<Span> fromTo(Interval interval) {
        return List.of(
                Span.text("from "), Span.dateTime(interval.start()), Span.text(" to "), Span.dateTime(interval.end()));
    }
}
