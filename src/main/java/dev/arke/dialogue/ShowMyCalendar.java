package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.chat.NoticePhrases;
import dev.arke.chat.RequestCard;
import dev.arke.engine.calendar.FindRequests;
import dev.arke.responder.Responder;
import java.util.ArrayList;
import java.util.List;

/** What waits for somebody on the calendar, on their page: requests to answer, own ones that are open, and ways on. */
final class ShowMyCalendar {
    private static final int MOST = 4;

    private final FindRequests requests;

    ShowMyCalendar(FindRequests requests) {
        this.requests = requests;
    }

    Card card(Asked asked, Responder me) {
        var open = requests.of(me.id());
        var body = new ArrayList<Element>();
        if (!open.toAnswer().isEmpty()) body.add(new Element.Heading("You are asked"));
        for (var request : open.toAnswer().stream().limit(MOST).toList()) {
            var card = RequestCard.of(
                    request,
                    asked.directory().team(request.teamId()).name(),
                    id -> asked.directory().responder(id).name(),
                    NoticePhrases.ENGLISH);
            body.addAll(card.body());
            body.add(new Element.Actions(card.buttons()));
        }
        if (!open.own().isEmpty()) body.add(new Element.Heading("You asked"));
        for (var request : open.own().stream().limit(MOST).toList()) {
            body.add(new Element.Paragraph(RequestReplies.part(asked, request, request.give())));
            body.add(new Element.Actions(List.of(Button.of("Withdraw", "decline " + request.id()))));
        }
        return new Card(
                "Your calendar",
                open.toAnswer().isEmpty() ? Tone.NEUTRAL : Tone.WARNING,
                List.of(Span.text("Your calendar")),
                body,
                List.of(
                        Button.of("My shifts", "shifts"),
                        Button.of("Calendar", "calendar"),
                        Button.of("In my calendar program", "feed"),
                        Button.of("Vacation…", "vacation")),
                List.of());
    }
}
