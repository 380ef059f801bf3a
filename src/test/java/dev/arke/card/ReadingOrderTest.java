package dev.arke.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ReadingOrderTest {
    private static final String TURNED = "a\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069b";

    @Test
    void noTextOfACardTurnsTheOthers() {
        var spans = List.of(
                Span.text(TURNED),
                Span.strong(TURNED),
                Span.code(TURNED),
                new Span.Link(TURNED, URI.create("https://example.com/" + TURNED)),
                new Span.Mention(new UUID(1, 2), TURNED));
        var button = Button.danger(TURNED, "who", TURNED);
        var card = new Card(
                TURNED,
                Tone.NEUTRAL,
                spans,
                List.of(
                        new Element.Heading(TURNED),
                        new Element.Verbatim(TURNED),
                        new Element.Fields(List.of(new Element.Field(TURNED, spans)))),
                List.of(button),
                List.of());

        assertThat(card.summary()).isEqualTo("ab");
        assertThat(button.confirm()).contains("ab");
        assertThat(PlainText.of(card))
                .contains("abababab (https://example.com/ab)ab")
                .doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069]");
    }

    @Test
    void writingFromTheRightStays() {
        var words = "דיסק \u200Fالقرص 🔥";

        assertThat(ReadingOrder.kept(words)).isSameAs(words);
    }
}
