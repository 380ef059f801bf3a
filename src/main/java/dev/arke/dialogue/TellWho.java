package dev.arke.dialogue;

import dev.arke.calendar.TeamOnCall;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.chat.Command;
import dev.arke.chat.HolidayWords;
import dev.arke.chat.Names;
import dev.arke.chat.NextCard;
import dev.arke.chat.PersonOnCallCard;
import dev.arke.chat.Reference;
import dev.arke.chat.WhoCard;
import dev.arke.engine.calendar.FindShiftsOf;
import dev.arke.engine.calendar.WhoIsOnCall;
import dev.arke.responder.Responder;
import dev.arke.responder.Team;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code who} and {@code next}: who is on call, and who comes after. */
final class TellWho {
    private static final List<Named.Kind> ANYTHING = List.of(Named.Kind.TEAM, Named.Kind.SERVICE, Named.Kind.PERSON);
    private static final int MOST_TEAMS = 8;

    private final WhoIsOnCall whoIsOnCall;
    private final FindShiftsOf findShiftsOf;

    TellWho(WhoIsOnCall whoIsOnCall, FindShiftsOf findShiftsOf) {
        this.whoIsOnCall = whoIsOnCall;
        this.findShiftsOf = findShiftsOf;
    }

    Reply answer(Asked asked, Command.Who who) {
        return answer(asked, "who", who.about(), who.at(), team -> WhoCard.of(team, asked.now(), asked.look()));
    }

    Reply answer(Asked asked, Command.Next next) {
        return answer(asked, "next", next.about(), asked.now(), team -> next(asked, team));
    }

    private static Card next(Asked asked, TeamOnCall team) {
        var directory = asked.directory();
        return HolidayWords.coming(
                        team,
                        id -> directory.responder(id).holidays(),
                        id -> directory.responder(id).zone(),
                        asked.look())
                .map(words -> NextCard.of(team, asked.look()).and(Element.context(Span.text(words))))
                .orElseGet(() -> NextCard.of(team, asked.look()));
    }

    private Reply answer(
            Asked asked, String verb, Optional<Reference> about, Instant at, Function<TeamOnCall, Card> card) {
        if (about.isEmpty()) return ofPlace(asked, verb, at, card);
        return switch (new Naming(asked).find(about.get(), ANYTHING)) {
            case Named.OfTeam team -> ofName(team.team().name(), at, card);
            case Named.ServiceNamed service -> ofName(service.service().name(), at, card);
            case Named.Person person -> ofPerson(asked, person.responder(), at);
            case Named.Unknown unknown ->
                Refusals.problem(
                        asked,
                        unknown.sentence(),
                        verb,
                        unknown.near().stream()
                                .map(name -> Button.of(name, verb + " " + Names.quoted(name)))
                                .toArray(Button[]::new));
        };
    }

    private Reply ofName(String name, Instant at, Function<TeamOnCall, Card> card) {
        return new Reply.Private(card.apply(whoIsOnCall.whoIsOnCall(name, at).orElseThrow()));
    }

    private Reply ofPerson(Asked asked, Responder person, Instant at) {
        var shifts = findShiftsOf.find(person.id(), at);
        return new Reply.Private(
                PersonOnCallCard.of(person.id(), person.name(), shifts, at, asked.now(), asked.look()));
    }

    private Reply ofPlace(Asked asked, String verb, Instant at, Function<TeamOnCall, Card> card) {
        var teams = asked.teams().isEmpty() ? only(asked.directory().teams()) : asked.teams();
        if (teams.isEmpty()) return whichTeam(asked, verb);
        var cards = whoIsOnCall.whoIsOnCall(teams.stream().map(Team::id).toList(), at).stream()
                .map(card)
                .toList();
        return new Reply.Private(joined(cards));
    }

    private static List<Team> only(List<Team> teams) {
        return teams.size() == 1 ? teams : List.of();
    }

    private static Card joined(List<Card> cards) {
        var first = cards.getFirst();
        var body = new ArrayList<>(first.body());
        for (var other : cards.subList(1, cards.size())) {
            body.add(new Element.Divider());
            body.add(new Element.Paragraph(other.title()));
            body.addAll(other.body());
        }
        return new Card(first.summary(), first.tone(), first.title(), body, first.buttons(), first.more());
    }

    private static Reply whichTeam(Asked asked, String verb) {
        var teams = asked.directory().teams();
        if (teams.isEmpty()) return new Reply.Private(Card.line(asked.grammar().say("team.none")));
        return Refusals.problem(
                asked,
                asked.grammar().say("team.which.here"),
                verb + " " + Names.quoted(teams.getFirst().name()),
                teams.stream()
                        .limit(MOST_TEAMS)
                        .map(team -> Button.of(team.name(), verb + " " + Names.quoted(team.name())))
                        .toArray(Button[]::new));
    }
}
