package dev.arke.dialogue;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
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
        var say = asked.changes();
        var open = requests.of(me.id());
        var body = new ArrayList<Element>();
        if (!open.toAnswer().isEmpty()) body.add(new Element.Heading(say.say("mine.asked")));
        for (var request : open.toAnswer().stream().limit(MOST).toList()) {
            var card = RequestCard.of(
                    request,
                    asked.directory().team(request.teamId()).name(),
                    id -> asked.directory().responder(id).name(),
                    NoticePhrases.in(asked.reader()));
            body.addAll(card.body());
            body.add(new Element.Actions(card.buttons()));
        }
        if (!open.own().isEmpty()) body.add(new Element.Heading(say.say("mine.asking")));
        for (var request : open.own().stream().limit(MOST).toList()) {
            body.add(new Element.Paragraph(RequestReplies.part(asked, request, request.give())));
            body.add(new Element.Actions(List.of(Button.of(say.say("button.withdraw"), "decline " + request.id()))));
        }
        return new Card(
                say.say("mine.title"),
                open.toAnswer().isEmpty() ? Tone.NEUTRAL : Tone.WARNING,
                say.spans("mine.title"),
                body,
                List.of(
                        Button.of(say.say("mine.button.shifts"), "shifts"),
                        Button.of(say.say("mine.button.calendar"), "calendar"),
                        Button.of(say.say("mine.button.feed"), "feed"),
                        Button.of(say.say("mine.button.vacation"), "vacation")),
                List.of());
    }
}
