package dev.arke.dialogue;

import dev.arke.calendar.Interval;
import dev.arke.calendar.LocalTimes;
import dev.arke.card.Button;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.chat.CalendarCard;
import dev.arke.chat.Command;
import dev.arke.chat.HolidayWords;
import dev.arke.chat.Names;
import dev.arke.chat.NextCard;
import dev.arke.chat.Reference;
import dev.arke.chat.RotationListCard;
import dev.arke.chat.ShiftListCard;
import dev.arke.chat.WhyCard;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** {@code shifts} and {@code rotation}: what is on the calendar, and why. */
final class ShowCalendar {
    private static final List<Named.Kind> ANYBODY = List.of(Named.Kind.PERSON, Named.Kind.TEAM, Named.Kind.SERVICE);

    private final CalendarUseCases calendar;

    ShowCalendar(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    Reply answer(Asked asked, Command.Shifts shifts) {
        var of = shifts.of().orElse(new Reference.Name("me"));
        return switch (new Naming(asked).find(of, ANYBODY)) {
            case Named.Person person -> ofPerson(asked, person.responder());
            case Named.OfTeam team -> ofTeam(asked, team.team());
            case Named.ServiceNamed service ->
                ofTeam(asked, asked.directory().team(service.service().teamId()));
            case Named.Unknown unknown ->
                Refusals.problem(
                        asked,
                        unknown.sentence(),
                        "shifts payments",
                        unknown.near().stream()
                                .map(name -> Button.of(name, "shifts " + Names.quoted(name)))
                                .toArray(Button[]::new));
        };
    }

    private Reply ofPerson(Asked asked, Responder person) {
        var shifts = calendar.findShiftsOf().find(person.id(), asked.now());
        var card = ShiftListCard.of(
                person.id(), person.name(), shifts, asked.isMe(person.id()), asked.now(), asked.look());
        return new Reply.Private(person.holidays()
                .flatMap(region -> HolidayWords.of(region, shifts, person.zone(), asked.look()))
                .map(words -> card.and(Element.context(Span.text(words))))
                .orElse(card));
    }

    private Reply ofTeam(Asked asked, Team team) {
        return new Reply.Private(NextCard.of(
                calendar.whoIsOnCall()
                        .whoIsOnCall(List.of(team.id()), asked.now())
                        .getFirst(),
                asked.look()));
    }

    Reply answer(Asked asked, Command.Calendar command) {
        return FindTeam.then(
                asked,
                command.team(),
                team -> "calendar " + team + " " + command.weeks() + "w",
                team -> new Reply.Private(CalendarCard.of(
                        calendar.read().read(team, weeks(asked, command.weeks())), asked.now(), asked.look())));
    }

    /** From this Monday on, by the clock of the one who asks. */
    private static Interval weeks(Asked asked, int weeks) {
        var zone = asked.asker().zone();
        var monday = asked.now().atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Interval(
                LocalTimes.resolve(monday.atStartOfDay(), zone),
                LocalTimes.resolve(monday.plusWeeks(weeks).atStartOfDay(), zone));
    }

    Reply answer(Asked asked, Command.Rotations rotations) {
        return FindTeam.then(
                asked,
                rotations.team(),
                team -> "rotation list " + team,
                team -> new Reply.Private(RotationListCard.of(
                        team.name(),
                        calendar.explain().rotations(team.id()),
                        id -> asked.directory().responder(id).name(),
                        asked.look())));
    }

    Reply answer(Asked asked, Command.Why why) {
        return FindTeam.then(
                asked,
                why.team(),
                team -> "rotation why " + team,
                team -> new Reply.Private(WhyCard.of(
                        team.name(),
                        calendar.explain().explain(team.id(), why.duty(), why.at()),
                        why.at(),
                        asked.look())));
    }
}
