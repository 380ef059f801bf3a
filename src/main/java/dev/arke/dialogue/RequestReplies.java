package dev.arke.dialogue;

import dev.arke.calendar.CalendarRequest;
import dev.arke.calendar.Suggest.Candidate;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.CandidateWords;
import dev.arke.chat.NoticePhrases;
import dev.arke.chat.RequestCard;
import java.util.List;
import java.util.UUID;

/** What is said of a request for a cover or a swap. */
final class RequestReplies {
    private RequestReplies() {}

    /** To the one who asked; {@code unreached} of those asked could not be told. */
    static Reply asked(Asked asked, CalendarRequest request, List<UUID> unreached) {
        return new Reply.Private(card(asked, request, unreached));
    }

    /** To the one who asked anybody; the best are named with why. */
    static Reply asked(Asked asked, CalendarRequest request, List<UUID> unreached, List<Candidate> best) {
        var card = card(asked, request, unreached);
        if (best.isEmpty()) return new Reply.Private(card);
        return new Reply.Private(card.and(Element.context(Span.text(asked.changes()
                .say(
                        "request.best",
                        CandidateWords.of(
                                best,
                                id -> asked.directory().responder(id).name(),
                                NoticePhrases.in(asked.reader())))))));
    }

    private static Card card(Asked asked, CalendarRequest request, List<UUID> unreached) {
        var say = asked.changes();
        var words = say.spans(
                request.back().isPresent() ? "request.asked.back" : "request.asked",
                List.of(
                        people(asked, request.asked()),
                        part(asked, request, request.give()),
                        List.of(Span.dateTime(request.expiresAt())),
                        request.back().map(part -> part(asked, request, part)).orElse(List.of())));
        var card = Card.line(unreached.isEmpty() ? Tone.GOOD : Tone.WARNING, words.toArray(Span[]::new));
        var withdraw = Button.of(say.say("button.withdraw"), "decline " + request.id());
        return (unreached.isEmpty() ? card : card.and(unreached(asked, request, unreached))).withButtons(withdraw);
    }

    /** A request that nobody hears of would lie open unseen. */
    private static Element unreached(Asked asked, CalendarRequest request, List<UUID> unreached) {
        var say = asked.changes();
        boolean isAll = unreached.size() == request.asked().size();
        return new Element.Paragraph(say.spans(
                isAll ? "request.unreached.all" : "request.unreached",
                List.of(
                        List.of(Span.strong(say.say("request.untold"))),
                        people(asked, unreached),
                        say.spans(
                                "request.tell",
                                asked.typed("connect"),
                                Span.text(
                                        asked.directory().team(request.teamId()).name()),
                                asked.typed("override")),
                        List.of(Span.strong(say.say("request.unknown"))))));
    }

    private static List<Span> people(Asked asked, List<UUID> people) {
        return asked.changes()
                .together(
                        "and",
                        people.stream().map(id -> List.of(asked.person(id))).toList());
    }

    static List<Span> part(Asked asked, CalendarRequest request, CalendarRequest.Part part) {
        return RequestCard.part(
                part, asked.directory().team(request.teamId()).name(), NoticePhrases.in(asked.reader()));
    }
}
