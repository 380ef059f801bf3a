package dev.arke.teams.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.teams.card.AdaptiveCards;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AttachmentsTest {
    private static final URI PAGE = URI.create("https://arke.example.com/file/x");

    @Test
    void aShortFileIsTextAndALongOneItsBeginningWithTheWholeOnAPage() {
        var longer =
                IntStream.range(0, 900).mapToObj(i -> "2026-01-01,line " + i).collect(Collectors.joining("\n"));

        var few = Attachments.of(card("a,b\n1,2\n", Optional.of(PAGE))).rest();
        assertThat(few.body()).contains(new Element.Verbatim("a,b\n1,2"));
        assertThat(links(few)).containsExactly(PAGE);

        var many = Attachments.of(card(longer, Optional.of(PAGE))).rest();
        var shown = many.body().stream()
                .filter(Element.Verbatim.class::isInstance)
                .map(element -> ((Element.Verbatim) element).text())
                .findFirst()
                .orElseThrow();
        assertThat(shown.lines()).hasSize(40);
        assertThat(drawn(many))
                .as("all of it is in the card")
                .containsAll(shown.lines().toList());
        assertThat(longer).startsWith(shown + "\n");
        assertThat(PlainText.of(many)).contains("only its beginning");
        assertThat(links(many)).containsExactly(PAGE);
        assertThat(links(Attachments.of(card(longer, Optional.empty())).rest())).isEmpty();
    }

    @Test
    void ofLongLinesAsManyAsTheCardShowsAndAtLeastTheBeginningOfOne() {
        var wide = IntStream.range(0, 30).mapToObj(i -> i + "x".repeat(150)).collect(Collectors.joining("\n"));
        var some = Attachments.of(card(wide, Optional.of(PAGE))).rest();
        assertThat(drawn(some)).contains("12" + "x".repeat(150)).doesNotContain("13" + "x".repeat(150));
        assertThat(PlainText.of(some)).contains("only its beginning");

        var one = Attachments.of(card("x".repeat(5_000), Optional.of(PAGE))).rest();
        assertThat(drawn(one)).contains("x".repeat(2_000));
        assertThat(PlainText.of(one)).contains("only its beginning");
    }

    /** The lines that Teams shows. */
    private static List<String> drawn(Card card) {
        return new AdaptiveCards(line -> false).draw(card).card().orElseThrow().findValuesAsText("text");
    }

    private static Card card(String content, Optional<URI> page) {
        return Card.line("Report:").and(new Element.TextFile("report.csv", "report.csv, 2 lines", content, page));
    }

    private static List<URI> links(Card card) {
        return card.body().stream()
                .filter(Element.Paragraph.class::isInstance)
                .flatMap(element -> ((Element.Paragraph) element).spans().stream())
                .filter(Span.Link.class::isInstance)
                .map(span -> ((Span.Link) span).to())
                .toList();
    }
}
