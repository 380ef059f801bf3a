package dev.arke.chat;

import dev.arke.calendar.CalendarRequest;
import dev.arke.calendar.CalendarRequest.State;
import dev.arke.card.Card;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.responder.Team;
import java.util.ArrayList;

/** What the one who asked for a cover or a swap hears when it does not come about. */
public final class RequestWords {
    private RequestWords() {}

    public static String declined(CalendarRequest request, String team, String by) {
        return words(
                request,
                team,
                by + " declined: ",
                request.state() == State.DECLINED
                        ? ". That was everybody who was asked, so it stays as it is."
                        : ". Others can still accept.");
    }

    public static String expired(CalendarRequest request, Team team) {
        return words(request, team.name(), "Nobody accepted in time: ", ". It stays as it is.");
    }

    private static String words(CalendarRequest request, String team, String before, String after) {
        var words = new ArrayList<Span>();
        words.add(Span.text(before));
        words.addAll(RequestCard.part(request.give(), team));
        words.add(Span.text(after));
        return NoticeWords.of(Card.line(Tone.WARNING, words.toArray(Span[]::new)));
    }
}
