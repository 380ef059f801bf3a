package dev.arke.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Timeline;
import dev.arke.card.Tone;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CardRendererTest {
    private final CardRenderer renderer = new CardRenderer(new SpanRenderer(Optional.of(People.BOB)));

    @Test
    void aCardIsSemanticHtml() {
        assertThat(lines(Cards.everything())).isEqualTo("""
            <div class="card tone-alarm">
            <h2 class="title"><span class="tone">Alarm</span> <strong>#1042</strong> Checkout fails</h2>
            <p dir="auto">Paged <span class="mention">@alice</span> at <time datetime="2026-01-12T09:00:00Z" data-style="clock">09:00 UTC</time></p>
            <h3 dir="auto">Facts</h3>
            <dl>
            <div>
            <dt>Since</dt>
            <dd dir="auto"><time datetime="2026-01-12T09:00:00Z" data-style="relative">09:00 UTC</time></dd></div>
            <div>
            <dt>Until</dt>
            <dd dir="auto"><time datetime="2026-01-12T09:00:00Z" data-style="date_and_clock">Mon 12 Jan 2026 09:00 UTC</time></dd></div></dl>
            <ul class="lines">
            <li dir="auto"><code>ack 1042</code></li>
            <li dir="auto">take it</li></ul>
            <pre tabindex="0" dir="auto">at Pool.take(Pool.java:42)</pre>
            <hr>
            <div class="actions">
            <button name="line" value="who" class="plain">Who</button></div>
            <p class="context" dir="auto"><a href="https://wiki.example.com/x?a=1&amp;b=2" target="_blank" rel="noopener noreferrer nofollow">Runbook</a></p>
            <div class="actions">
            <button name="line" value="ack 1042" class="primary">Acknowledge</button>
            <button name="line" value="resolve 1042" class="plain">Resolve</button>
            <details class="more"><summary aria-label="More actions">More</summary>
            <div class="menu">
            <button name="line" value="merge 1042" class="danger" data-confirm="Merge #1042?">Merge</button></div></details></div></div>\
            """);
    }

    @Test
    void aSentenceNeedsNoFrame() {
        assertThat(lines(Card.line("Paged bob."))).isEqualTo("<p class=\"tone-neutral\" dir=\"auto\">Paged bob.</p>");
    }

    @Test
    void aPictureAndAFileStandInThePageItself() {
        var monday = Instant.parse("2026-01-12T00:00:00Z");
        var bar = new Timeline.Bar(monday, monday.plusSeconds(86_400), "primary", Timeline.Kind.FIRST);
        var line = new Timeline(
                "payments",
                monday,
                monday.plusSeconds(1_209_600),
                monday,
                ZoneOffset.UTC,
                List.of(new Timeline.Row("alice", List.of(bar))));
        var shown = lines(Card.line("Calendar")
                .and(
                        new Element.Picture(line, "alice is <primary>"),
                        new Element.TextFile("report.csv", "As CSV", "a,b\n")));

        assertThat(shown)
                .contains(
                        "<img class=\"picture\" alt=\"alice is &lt;primary&gt;\" src=\"data:image/png;base64,iVBORw0K")
                .contains("<a download=\"report.csv\" href=\"data:text/csv;base64,YSxiCg==\">As CSV</a>");
    }

    @ParameterizedTest
    @EnumSource(value = Tone.class, mode = EnumSource.Mode.EXCLUDE, names = "NEUTRAL")
    void everyToneIsAWordToo(Tone tone) {
        assertThat(lines(Card.line(tone, Span.text("x")))).containsPattern("<span class=\"tone\">\\w+</span> x");
    }

    @Test
    void onesOwnMentionStandsOut() {
        var card = Card.line(Tone.NEUTRAL, new Span.Mention(People.BOB, "bob"));

        assertThat(lines(card)).contains("<span class=\"mention me\">@bob</span>");
    }

    @Test
    void markupIsOnlyText() {
        var evil = "<script>alert('x')</script>\"&<!channel>";

        var html = renderer.render(everywhere(evil)).markup();

        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("<!channel")
                .doesNotContain("alert('x')")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;&lt;!channel&gt;");
    }

    @Test
    void controlsThatTurnTheReadingOrderAreLeftOut() {
        var html = renderer.render(everywhere("a\u202Egpj.exe\u202C\u2066b\u2069\u200Fc"))
                .markup();

        assertThat(html).contains("agpj.exeb\u200Fc").doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]|\\[U\\+");
    }

    @Test
    void controlsAndHalvesOfPairsAreReplaced() {
        assertThat(lines(Card.line("a\u0000b\uD83Dc\uDD25d\u001Be\uD83D\uDD25")))
                .contains("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uD83D\uDD25");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "//evil.example/x",
                "https:opaque",
                "mailto:a@b.example"
            })
    void onlyWebAddressesLead(String address) {
        var html = lines(Card.line(Tone.NEUTRAL, new Span.Link("click", URI.create(address))));

        assertThat(html).doesNotContain("<a").contains("click (" + address + ")");
    }

    @Test
    void longTextIsCutAndSaysSo() {
        var html = lines(new Card(
                "s",
                Tone.NEUTRAL,
                List.of(),
                List.of(new Element.Verbatim("x".repeat(2_999) + "\uD83D\uDD25" + "y".repeat(7_000))),
                List.of(),
                List.of()));

        assertThat(html)
                .contains("x … (7,002 more characters)")
                .doesNotContain("y")
                .doesNotContain("\uFFFD");
    }

    private static Card everywhere(String text) {
        var span = List.of(Span.text(text), Span.strong(text), Span.code(text), new Span.Mention(People.ALICE, text));
        return new Card(
                text,
                Tone.ALARM,
                span,
                List.of(
                        new Element.Paragraph(span),
                        new Element.Heading(text),
                        new Element.Fields(List.of(new Element.Field(text, span))),
                        new Element.Lines(List.of(span)),
                        new Element.Verbatim(text),
                        new Element.Context(span)),
                List.of(Button.danger(text, text, text)),
                List.of(Button.of(text, text)));
    }

    /** With a line break before each block, so that a difference is easy to see. */
    private String lines(Card card) {
        return renderer.render(card)
                .markup()
                .replaceAll("(?<!^)<(div|h2|h3|p|dl|dt|dd|ul|li|pre|hr|button|details)\\b", "\n<$1");
    }
}
