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
import java.util.ArrayList;
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
        return new Reply.Private(card.and(Element.context(Span.text("Of those who are free, the best: "
                + CandidateWords.of(best, id -> asked.directory().responder(id).name(), NoticePhrases.ENGLISH)
                + "."))));
    }

    private static Card card(Asked asked, CalendarRequest request, List<UUID> unreached) {
        var words = new ArrayList<Span>();
        words.add(Span.text("I asked "));
        words.addAll(people(asked, request.asked()));
        words.add(Span.text(" to take "));
        words.addAll(part(asked, request, request.give()));
        request.back().ifPresent(part -> {
            words.add(Span.text(" for "));
            words.addAll(part(asked, request, part));
        });
        words.add(Span.text(". Nothing moves before somebody accepts; it is open until "));
        words.add(Span.dateTime(request.expiresAt()));
        words.add(Span.text("."));
        var card = Card.line(unreached.isEmpty() ? Tone.GOOD : Tone.WARNING, words.toArray(Span[]::new));
        var withdraw = Button.of("Withdraw", "decline " + request.id());
        return (unreached.isEmpty() ? card : card.and(unreached(asked, request, unreached))).withButtons(withdraw);
    }

    /** A request that nobody hears of would lie open unseen. */
    private static Element unreached(Asked asked, CalendarRequest request, List<UUID> unreached) {
        var words = new ArrayList<Span>();
        words.add(Span.strong("I could not tell "));
        words.addAll(people(asked, unreached));
        words.add(Span.text(": no chat or mail of theirs works here. "));
        if (unreached.size() == request.asked().size()) words.add(Span.strong("So nobody knows of it yet. "));
        words.add(Span.text("Tell them yourself, or ask somebody else. They see it once they are connected ("));
        words.add(asked.typed("connect"));
        words.add(Span.text("); an admin of "
                + asked.directory().team(request.teamId()).name() + " may enter it without their answer ("));
        words.add(asked.typed("override"));
        words.add(Span.text(")."));
        return new Element.Paragraph(words);
    }

    private static List<Span> people(Asked asked, List<UUID> people) {
        var words = new ArrayList<Span>();
        for (int i = 0; i < people.size(); i++) {
            if (i > 0) words.add(Span.text(i == people.size() - 1 ? " and " : ", "));
            words.add(asked.person(people.get(i)));
        }
        return words;
    }

    static List<Span> part(Asked asked, CalendarRequest request, CalendarRequest.Part part) {
        return RequestCard.part(part, asked.directory().team(request.teamId()).name(), NoticePhrases.ENGLISH);
    }
}
