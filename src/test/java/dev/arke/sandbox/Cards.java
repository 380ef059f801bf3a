package dev.arke.sandbox;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Cards for tests. */
final class Cards {
    static final Instant TEN = Instant.parse("2026-01-12T09:00:00Z");

    private Cards() {}

    /** One of everything a card can hold. */
    static Card everything() {
        return new Card(
                "#1042 Checkout fails",
                Tone.ALARM,
                List.of(Span.strong("#1042"), Span.text(" Checkout fails")),
                List.of(
                        Element.paragraph(
                                Span.text("Paged "),
                                new Span.Mention(People.ALICE, "alice"),
                                Span.text(" at "),
                                Span.clock(TEN)),
                        new Element.Heading("Facts"),
                        new Element.Fields(List.of(
                                Element.Field.of("Since", new Span.Time(TEN, Span.TimeStyle.RELATIVE)),
                                Element.Field.of("Until", Span.dateTime(TEN)))),
                        new Element.Lines(List.of(List.of(Span.code("ack 1042")), List.of(Span.text("take it")))),
                        new Element.Verbatim("at Pool.take(Pool.java:42)"),
                        new Element.Divider(),
                        new Element.Actions(List.of(Button.of("Who", "who"))),
                        Element.context(new Span.Link("Runbook", URI.create("https://wiki.example.com/x?a=1&b=2")))),
                List.of(Button.primary("Acknowledge", "ack 1042"), Button.of("Resolve", "resolve 1042")),
                List.of(Button.danger("Merge", "merge 1042", "Merge #1042?")));
    }

    static Card alarm(String summary) {
        return new Card(
                summary,
                Tone.ALARM,
                List.of(Span.text(summary)),
                List.of(Element.paragraph("Nobody has it yet.")),
                List.of(Button.primary("Acknowledge", "ack 1042")),
                List.of());
    }
}
