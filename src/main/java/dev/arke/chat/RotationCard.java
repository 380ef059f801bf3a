package dev.arke.chat;

import dev.arke.calendar.Rotation;
import dev.arke.calendar.Shift;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** One rotation: how it is set up and its next two weeks, with what one can do with it. */
public final class RotationCard {
    private static final Duration AHEAD = Duration.ofDays(14);
    private static final int MOST_LINES = 16;

    private RotationCard() {}

    /** {@code lead} is the key of its title, {@code coming} its shifts in order of time. */
    public static Card of(
            Tone tone,
            String lead,
            Rotation rotation,
            String roster,
            List<Shift> coming,
            Function<UUID, Span> names,
            Instant now,
            List<Button> buttons,
            Phrases say) {
        var body = new ArrayList<Element>();
        body.add(Element.paragraph(say.say("rotation.sentence", RotationWords.summary(rotation, roster, say))));
        var next = lines(coming, names, now, say);
        body.add(Element.paragraph(say.say(next.isEmpty() ? "rotation.coming.none" : "rotation.coming")));
        if (!next.isEmpty()) body.add(new Element.Lines(next));
        return new Card(
                say.say(lead, rotation.name()),
                tone,
                say.spans(lead, Span.strong(rotation.name())),
                body,
                buttons,
                List.of());
    }

    /** A line for each shift that begins within two weeks. */
    private static List<List<Span>> lines(List<Shift> shifts, Function<UUID, Span> names, Instant now, Phrases say) {
        return shifts.stream()
                .filter(shift -> shift.interval().start().isBefore(now.plus(AHEAD)))
                .limit(MOST_LINES)
                .map(shift -> line(shift, names, say))
                .toList();
    }

    public static List<Span> line(Shift shift, Function<UUID, Span> names, Phrases say) {
        return say.spans(
                "rotation.line",
                shift.responder().map(names).orElseGet(() -> Span.strong(say.say("nobody"))),
                Span.dateTime(shift.interval().start()),
                Span.dateTime(shift.interval().end()));
    }
}
