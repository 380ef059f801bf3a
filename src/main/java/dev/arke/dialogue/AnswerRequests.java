package dev.arke.dialogue;

import dev.arke.calendar.CalendarRequest;
import dev.arke.calendar.SwapSide;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.Command;
import dev.arke.chat.Names;
import dev.arke.engine.calendar.AnswerRequest.Outcome;
import dev.arke.engine.calendar.CalendarUseCases;
import dev.arke.engine.calendar.SwapShifts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code swap}, {@code accept} and {@code decline}. */
final class AnswerRequests {
    private static final int MOST_SHOWN = 4;

    private final CalendarUseCases calendar;

    AnswerRequests(CalendarUseCases calendar) {
        this.calendar = calendar;
    }

    Reply answer(Asked asked, Command.Swap swap) {
        return switch (new Naming(asked).find(swap.with(), List.of(Named.Kind.PERSON))) {
            case Named.Person person ->
                swapped(
                        asked,
                        swap,
                        calendar.swap()
                                .swap(asked.by(), person.responder().id(), swap.give(), swap.back(), swap.anyway()));
            case Named.OfTeam team ->
                nobody(asked, swap, asked.changes().say("name.team", team.team().name()), List.of());
            case Named.ServiceNamed service ->
                nobody(
                        asked,
                        swap,
                        asked.changes().say("name.service", service.service().name()),
                        List.of());
            case Named.Unknown unknown -> nobody(asked, swap, unknown.sentence(), unknown.near());
        };
    }

    /** To swap one must have a shift. */
    Optional<Reply> insteadOfForm(Asked asked) {
        return new SwapForm(calendar.turns()).insteadOfForm(asked);
    }

    private static Reply nobody(Asked asked, Command.Swap swap, String sentence, List<String> near) {
        return new FindPeople.Found.Nobody(sentence, near)
                .reply(asked, name -> "swap " + swap.give() + " with " + name);
    }

    private static String noShift(Asked asked, SwapSide side) {
        return switch (side) {
            case SwapSide.OfDay(var day) -> asked.changes().say("swap.none.day", day);
            case SwapSide.During ignored -> asked.changes().say("swap.none.time");
        };
    }

    private static String line(Command.Swap swap) {
        return "swap " + swap.give() + " with " + CoverLine.name(swap.with())
                + swap.back().map(day -> " for " + day).orElse("");
    }

    private static Reply swapped(Asked asked, Command.Swap swap, SwapShifts.Outcome outcome) {
        return switch (outcome) {
            case SwapShifts.Outcome.Asked sent -> RequestReplies.asked(asked, sent.request(), sent.unreached());
            case SwapShifts.Outcome.NoShift none -> Refusals.problem(asked, noShift(asked, none.give()), "shifts");
            case SwapShifts.Outcome.NothingForIt nothing ->
                Refusals.problem(
                        asked,
                        asked.changes()
                                .say("swap.nothing", nothing.give().duty().word()),
                        "cover " + Names.quoted(swap.with().shown().replaceFirst("^@", "")) + " for me from "
                                + nothing.give().interval().start() + " to "
                                + nothing.give().interval().end() + " as "
                                + nothing.give().duty().word());
            case SwapShifts.Outcome.Doubtful doubtful ->
                new Reply.Private(Card.line(
                                Tone.WARNING, Span.text(asked.changes().say("swap.doubtful")))
                        .and(ClashLines.of(asked, doubtful.clashes()))
                        .withButtons(Button.primary(asked.changes().say("button.ask"), line(swap) + " anyway")));
            case SwapShifts.Outcome.NotInTeam who ->
                nobody(
                        asked,
                        swap,
                        asked.changes()
                                .say(
                                        "name.in.team",
                                        name(asked, who.who()),
                                        asked.directory().team(who.teamId()).name()),
                        asked.directory().team(who.teamId()).members().stream()
                                .filter(id -> !asked.isMe(id))
                                .map(id -> name(asked, id))
                                .sorted()
                                .limit(MOST_SHOWN)
                                .toList());
            case SwapShifts.Outcome.Oneself ignored ->
                nobody(asked, swap, asked.changes().say("name.oneself"), List.of());
            case SwapShifts.Outcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    Reply answer(Asked asked, Command.Accept accept) {
        return reply(asked, calendar.answer().accept(asked.by(), accept.request(), accept.anyway()), "accept");
    }

    Reply answer(Asked asked, Command.Decline decline) {
        return reply(asked, calendar.answer().decline(asked.by(), decline.request()), "decline");
    }

    private static Reply reply(Asked asked, Outcome outcome, String verb) {
        return switch (outcome) {
            case Outcome.Accepted done ->
                told(
                        asked,
                        Tone.GOOD,
                        done.request(),
                        "request.have",
                        Button.of(
                                asked.changes().say("button.undo"),
                                "undo " + done.change().token()));
            case Outcome.Declined declined -> told(asked, Tone.NEUTRAL, declined.request(), "request.declined");
            case Outcome.Withdrawn withdrawn -> told(asked, Tone.NEUTRAL, withdrawn.request(), "request.withdrawn");
            case Outcome.Over over -> over(asked, over.request());
            case Outcome.ChangedSince changed -> told(asked, Tone.WARNING, changed.request(), "request.since");
            case Outcome.Doubtful doubtful ->
                new Reply.Private(
                        Card.line(Tone.WARNING, Span.text(asked.changes().say("edit.doubtful")))
                                .and(ClashLines.of(asked, doubtful.clashes()))
                                .withButtons(Button.primary(
                                        asked.changes().say("button.accept.anyway"),
                                        "accept " + doubtful.request().id() + " anyway")));
            case Outcome.Which which -> which(asked, which.open(), verb);
            case Outcome.NotAsked other -> told(asked, Tone.NEUTRAL, other.request(), "request.other");
            case Outcome.Refused refused -> Refusals.refusedByTeam(asked, refused.why());
        };
    }

    private static Reply told(Asked asked, Tone tone, CalendarRequest request, String key, Button... buttons) {
        return told(asked, tone, request, key, "", buttons);
    }

    private static Reply told(
            Asked asked, Tone tone, CalendarRequest request, String key, String by, Button... buttons) {
        var words = asked.changes()
                .spans(key, List.of(RequestReplies.part(asked, request, request.give()), List.of(Span.text(by))));
        return new Reply.Private(Card.line(tone, words.toArray(Span[]::new)).withButtons(buttons));
    }

    private static Reply over(Asked asked, CalendarRequest request) {
        var by = request.answeredBy();
        var key = switch (request.state()) {
            case ACCEPTED ->
                by.map(id -> asked.isMe(id) ? "request.over.me" : "request.over.has")
                        .orElse("request.over.somebody");
            case DECLINED -> "request.over.declined";
            case WITHDRAWN -> "request.over.withdrawn";
            case OPEN, EXPIRED -> "request.over.time";
        };
        return told(
                asked, Tone.NEUTRAL, request, key, by.map(id -> name(asked, id)).orElse(""), new Button[0]);
    }

    private static Reply which(Asked asked, List<CalendarRequest> open, String verb) {
        if (open.isEmpty()) return Refusals.problem(asked, asked.changes().say("request.none"), "shifts");
        var card = Card.line(asked.changes().say("request.which"));
        for (var request : open.stream().limit(MOST_SHOWN).toList())
            card = card.and(
                    new Element.Paragraph(RequestReplies.part(asked, request, request.give())),
                    new Element.Actions(
                            List.of(Button.of(asked.changes().say("button." + verb), verb + " " + request.id()))));
        return new Reply.Private(card);
    }

    private static String name(Asked asked, UUID id) {
        return asked.directory().responder(id).name();
    }
}
