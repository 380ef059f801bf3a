package dev.arke.chat;

import dev.arke.calendar.CalendarRequest;
import dev.arke.calendar.CalendarRequest.Part;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Asks somebody whether they take a shift, or exchange one. */
public final class RequestCard {
    private RequestCard() {}

    public static Card of(CalendarRequest request, String team, Function<UUID, String> names, Phrases say) {
        List<Span> asker = List.of(new Span.Mention(request.asker(), names.apply(request.asker())));
        List<Span> whose = List.of(new Span.Mention(request.whose(), names.apply(request.whose())));
        var give = part(request.give(), team, say);
        var words = request.back()
                .map(back -> say.spans("request.swap", List.of(asker, whose, give, part(back, team, say))))
                .orElseGet(() -> say.spans("request.cover", List.of(asker, whose, give)));
        var until = say.spans(
                request.asked().size() > 1 ? "request.first" : "request.open", Span.dateTime(request.expiresAt()));
        return new Card(
                PlainText.of(words, say.reader()),
                Tone.NEUTRAL,
                List.of(),
                List.of(new Element.Paragraph(words), new Element.Context(until)),
                List.of(
                        Button.primary(say.say("request.accept"), "accept " + request.id()),
                        Button.of(say.say("request.decline"), "decline " + request.id())),
                List.of());
    }

    /** "primary of payments from … to …". */
    public static List<Span> part(Part part, String team, Phrases say) {
        return say.spans(
                "request.part",
                Span.text(part.duty().word()),
                Span.text(team),
                Span.dateTime(part.interval().start()),
                Span.dateTime(part.interval().end()));
    }
}
