package dev.arke.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Timeline;
import dev.arke.card.Tone;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CardJsonTest {
    private static final Instant TEN = Instant.parse("2026-01-12T09:00:00.123456Z");
    private static final List<Span> EACH_SPAN = List.of(
            Span.text("line\none \u202E \uD83D\uDD25 <b>"),
            Span.strong("strong"),
            Span.code("code"),
            new Span.Link("", URI.create("https://example.com/ä?x=1#y")),
            Span.clock(TEN),
            Span.dateTime(TEN),
            new Span.Time(TEN, Span.TimeStyle.RELATIVE),
            new Span.Mention(new UUID(1, 2), "alice"));

    @Test
    void aCardComesBackAsItWas() {
        var card = new Card(
                "summary",
                Tone.CLAIMED,
                EACH_SPAN,
                List.of(
                        new Element.Paragraph(EACH_SPAN),
                        new Element.Heading("heading"),
                        new Element.Fields(List.of(new Element.Field("label", EACH_SPAN))),
                        new Element.Lines(List.of(EACH_SPAN, List.of())),
                        new Element.Verbatim("{\"a\": 1}"),
                        new Element.Context(EACH_SPAN),
                        new Element.Actions(List.of(Button.of("Who", "who"))),
                        new Element.Divider(),
                        new Element.Picture(
                                new Timeline(
                                        "payments",
                                        Instant.parse("2026-01-12T00:00:00Z"),
                                        Instant.parse("2026-01-26T00:00:00Z"),
                                        Instant.parse("2026-01-14T12:00:00Z"),
                                        ZoneId.of("Europe/Paris"),
                                        List.of(new Timeline.Row(
                                                "alice",
                                                List.of(new Timeline.Bar(
                                                        Instant.parse("2026-01-13T00:00:00Z"),
                                                        Instant.parse("2026-01-15T00:00:00Z"),
                                                        "primary",
                                                        Timeline.Kind.FIRST))))),
                                "alice: primary from Tue to Thu"),
                        new Element.TextFile("report.csv", "The report as CSV", "a,b\n1,2\n")),
                List.of(Button.primary("Acknowledge", "ack 1")),
                List.of(Button.danger("Merge", "merge 1", "Really?")));

        assertThat(CardJson.read(CardJson.write(card))).isEqualTo(card);
    }

    @Test
    void theFormIsKeptForCardsWrittenYesterday() {
        var kept = """
            {"summary":"s","tone":"GOOD","title":[{"strong":"#1"}],"body":[{"paragraph":[{"text":"x"}]}],\
            "buttons":[{"label":"L","line":"l","style":"DANGER","confirm":"?"}],"more":[]}\
            """;

        var card = CardJson.read(kept);

        assertThat(card)
                .isEqualTo(new Card(
                        "s",
                        Tone.GOOD,
                        List.of(Span.strong("#1")),
                        List.of(Element.paragraph("x")),
                        List.of(Button.danger("L", "l", "?")),
                        List.of()));
        assertThat(CardJson.write(card)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "{",
                "{\"summary\":\"s\",\"tone\":\"GOOD\",\"title\":[],\"body\":[{\"video\":1}],\"buttons\":[],\"more\":[]}"
            })
    void whatIsNoCardIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CardJson.read(text))
                .withMessageContaining("card");
    }
}
