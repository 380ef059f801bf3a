package dev.arke.chat;

import dev.arke.calendar.CalendarRequest;
import dev.arke.calendar.CalendarRequest.State;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.responder.Team;
import java.util.List;

/** What the one who asked for a cover or a swap hears when it does not come about. */
public final class RequestWords {
    private RequestWords() {}

    public static String declined(CalendarRequest request, String team, String by, Phrases say) {
        var key = request.state() == State.DECLINED ? "request.declined.all" : "request.declined";
        return warning(
                say.spans(key, List.of(List.of(Span.text(by)), RequestCard.part(request.give(), team, say))), say);
    }

    public static String expired(CalendarRequest request, Team team, Phrases say) {
        return warning(say.spans("request.expired", List.of(RequestCard.part(request.give(), team.name(), say))), say);
    }

    private static String warning(List<Span> words, Phrases say) {
        var plain = PlainText.of(words, say.reader());
        var card =
                new Card(plain, Tone.WARNING, List.of(), List.of(new Element.Paragraph(words)), List.of(), List.of());
        return NoticeWords.of(card, say.reader());
    }
}
