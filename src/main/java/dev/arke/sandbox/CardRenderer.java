package dev.arke.sandbox;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Tone;
import dev.arke.picture.Pictures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Cards as HTML: semantic, every text escaped, the tone as a word beside the coloured edge. */
final class CardRenderer {
    private static final int LONGEST_VERBATIM = 3_000;

    private final SpanRenderer spans;

    CardRenderer(SpanRenderer spans) {
        this.spans = spans;
    }

    Html render(Card card) {
        var tone = tone(card.tone());
        if (card.body().size() == 1 && card.body().getFirst() instanceof Element.Paragraph line && isBare(card))
            return Html.tag("p").of(edge(card.tone())).with("dir", "auto").holding(tone, spans.render(line.spans()));
        var parts = new ArrayList<Html>();
        if (!card.title().isEmpty()) parts.add(Html.tag("h2").of("title").holding(tone, spans.render(card.title())));
        else if (card.tone() != Tone.NEUTRAL)
            parts.add(Html.tag("p").of("title").holding(tone));
        card.body().forEach(element -> parts.add(render(element)));
        if (!card.buttons().isEmpty() || !card.more().isEmpty()) parts.add(buttons(card.buttons(), card.more()));
        return Html.tag("div").of("card " + edge(card.tone())).holding(parts.stream());
    }

    /** A sentence needs no frame. */
    private static boolean isBare(Card card) {
        return card.title().isEmpty() && card.buttons().isEmpty() && card.more().isEmpty();
    }

    private static String edge(Tone tone) {
        return "tone-" + tone.name().toLowerCase(Locale.ROOT);
    }

    private static Html tone(Tone tone) {
        return word(tone)
                .map(word -> Html.join(Html.tag("span").of("tone").text(word), Html.text(" ")))
                .orElse(Html.NONE);
    }

    private static Optional<String> word(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> Optional.empty();
            case ALARM -> Optional.of("Alarm");
            case WARNING -> Optional.of("Warning");
            case CLAIMED -> Optional.of("Taken");
            case GOOD -> Optional.of("Done");
        };
    }

    private Html render(Element element) {
        return switch (element) {
            case Element.Paragraph paragraph ->
                Html.tag("p").with("dir", "auto").holding(spans.render(paragraph.spans()));
            case Element.Heading heading -> Html.tag("h3").with("dir", "auto").text(heading.text());
            case Element.Fields fields ->
                Html.tag("dl").holding(fields.fields().stream().map(this::render));
            case Element.Lines lines ->
                Html.tag("ul")
                        .of("lines")
                        .holding(lines.lines().stream()
                                .map(line -> Html.tag("li").with("dir", "auto").holding(spans.render(line))));
            case Element.Verbatim verbatim ->
                Html.tag("pre")
                        .with("tabindex", "0")
                        .with("dir", "auto")
                        .text(SpanRenderer.cut(verbatim.text(), LONGEST_VERBATIM));
            case Element.Context context ->
                Html.tag("p").of("context").with("dir", "auto").holding(spans.render(context.spans()));
            case Element.Actions actions -> buttons(actions.buttons(), List.of());
            case Element.Divider ignored -> Html.tag("hr").alone();
            case Element.Picture picture ->
                Html.tag("img")
                        .of("picture")
                        .with("alt", picture.alt())
                        .with("src", data("image/png", Pictures.png(picture.drawing())))
                        .alone();
            case Element.TextFile file ->
                Html.tag("p")
                        .holding(Html.tag("a")
                                .with("download", file.name())
                                .with("href", data("text/csv", file.content().getBytes(StandardCharsets.UTF_8)))
                                .text(file.words()));
        };
    }

    /** Inside the page, so that nobody else can fetch it. */
    private static String data(String type, byte[] bytes) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private Html render(Element.Field field) {
        return Html.tag("div")
                .holding(
                        Html.tag("dt").text(field.label()),
                        Html.tag("dd").with("dir", "auto").holding(spans.render(field.value())));
    }

    private static Html buttons(List<Button> buttons, List<Button> more) {
        var row = buttons.stream().map(CardRenderer::button).toList();
        return Html.tag("div").of("actions").holding(Html.join(row), more.isEmpty() ? Html.NONE : menu(more));
    }

    private static Html menu(List<Button> more) {
        return Html.tag("details")
                .of("more")
                .holding(
                        Html.tag("summary").with("aria-label", "More actions").text("More"),
                        Html.tag("div").of("menu").holding(more.stream().map(CardRenderer::button)));
    }

    /** Clicking it sends its line from the form around the message. */
    private static Html button(Button button) {
        var tag = Html.tag("button")
                .with("name", "line")
                .with("value", button.line())
                .of(button.style().name().toLowerCase(Locale.ROOT));
        return button.confirm()
                .map(question -> tag.with("data-confirm", question))
                .orElse(tag)
                .text(button.label());
    }
}
