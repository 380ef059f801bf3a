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
import dev.arke.chat.RequestCard;
import java.util.ArrayList;
import java.util.List;

/** What is said of a request for a cover or a swap. */
final class RequestReplies {
    private RequestReplies() {}

    /** To the one who asked. */
    static Reply asked(Asked asked, CalendarRequest request) {
        var words = new ArrayList<Span>();
        words.add(Span.text("I asked "));
        for (int i = 0; i < request.asked().size(); i++) {
            if (i > 0) words.add(Span.text(i == request.asked().size() - 1 ? " and " : ", "));
            words.add(asked.person(request.asked().get(i)));
        }
        words.add(Span.text(" to take "));
        words.addAll(part(asked, request, request.give()));
        request.back().ifPresent(part -> {
            words.add(Span.text(" for "));
            words.addAll(part(asked, request, part));
        });
        words.add(Span.text(". Nothing moves before somebody accepts; it is open until "));
        words.add(Span.dateTime(request.expiresAt()));
        words.add(Span.text("."));
        return new Reply.Private(Card.line(Tone.GOOD, words.toArray(Span[]::new))
                .withButtons(Button.of("Withdraw", "decline " + request.id())));
    }

    /** To the one who asked anybody; the best are named with why. */
    static Reply asked(Asked asked, CalendarRequest request, List<Candidate> best) {
        return asked(asked, request) instanceof Reply.Private told && !best.isEmpty()
                ? new Reply.Private(told.card()
                        .and(Element.context(Span.text("Of those who are free, the best: "
                                + CandidateWords.of(
                                        best,
                                        id -> asked.directory().responder(id).name()) + "."))))
                : asked(asked, request);
    }

    static List<Span> part(Asked asked, CalendarRequest request, CalendarRequest.Part part) {
        return RequestCard.part(part, asked.directory().team(request.teamId()).name());
    }
}
