package dev.arke.chat;

import dev.arke.calendar.CalendarRequest;
import dev.arke.calendar.CalendarRequest.Part;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Asks somebody whether they take a shift, or exchange one. */
public final class RequestCard {
    private RequestCard() {}

    public static Card of(CalendarRequest request, String team, Function<UUID, String> names) {
        var asker = new Span.Mention(request.asker(), names.apply(request.asker()));
        var whose = new Span.Mention(request.whose(), names.apply(request.whose()));
        var words = new ArrayList<Span>();
        words.add(asker);
        words.add(Span.text(request.back().isPresent() ? " wants to swap with you: you take " : " asks you to cover "));
        words.add(whose);
        words.add(Span.text(" as "));
        words.addAll(part(request.give(), team));
        request.back().ifPresent(part -> {
            words.add(Span.text(", and "));
            words.add(whose);
            words.add(Span.text(" takes you as "));
            words.addAll(part(part, team));
        });
        words.add(Span.text("."));
        var until = new ArrayList<Span>();
        until.add(Span.text(request.asked().size() > 1 ? "The first who accepts gets it. Open until " : "Open until "));
        until.add(Span.dateTime(request.expiresAt()));
        until.add(Span.text("."));
        return new Card(
                PlainText.of(words),
                Tone.NEUTRAL,
                List.of(),
                List.of(new Element.Paragraph(words), new Element.Context(until)),
                List.of(
                        Button.primary("Accept", "accept " + request.id()),
                        Button.of("Decline", "decline " + request.id())),
                List.of());
    }

    /** "primary of payments from … to …". */
    public static List<Span> part(Part part, String team) {
        return List.of(
                Span.text(part.duty().word() + " of " + team + " from "),
                Span.dateTime(part.interval().start()),
                Span.text(" to "),
                Span.dateTime(part.interval().end()));
    }
}
