package dev.arke.sandbox;

import dev.arke.card.PlainText;
import dev.arke.card.Span;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Spans as HTML. Times carry their instant, which the page writes in the reader's zone. */
final class SpanRenderer {
    private static final int LONGEST = 4_000;

    private final Optional<UUID> reader;

    /** For the eyes of the responder with this id, whose own mentions stand out. */
    SpanRenderer(Optional<UUID> reader) {
        this.reader = reader;
    }

    Html render(List<Span> spans) {
        return Html.join(spans.stream().map(this::render));
    }

    private Html render(Span span) {
        return switch (span) {
            case Span.Text text -> Html.text(cut(text.text(), LONGEST));
            case Span.Strong strong -> Html.tag("strong").text(cut(strong.text(), LONGEST));
            case Span.Code code -> Html.tag("code").text(cut(code.text(), LONGEST));
            case Span.Link link -> link(link.label(), link.to());
            case Span.Time time -> time(time);
            case Span.Mention mention ->
                Html.tag("span")
                        .of(reader.filter(mention.responderId()::equals).isPresent() ? "mention me" : "mention")
                        .text("@" + mention.name());
        };
    }

    private static Html link(String label, URI to) {
        if (!leadsSomewhere(to)) return Html.text(label.equals(to.toString()) ? label : label + " (" + to + ")");
        return Html.tag("a")
                .with("href", to.toString())
                .with("target", "_blank")
                .with("rel", "noopener noreferrer nofollow")
                .text(cut(label, LONGEST));
    }

    private static boolean leadsSomewhere(URI to) {
        var scheme = to.getScheme() == null ? "" : to.getScheme().toLowerCase(Locale.ROOT);
        return to.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
    }

    static Html time(Span.Time time) {
        return Html.tag("time")
                .with("datetime", time.at().toString())
                .with("data-style", time.style().name().toLowerCase(Locale.ROOT))
                .text(PlainText.of(time));
    }

    /** Cut to so many UTF-16 units, never through a surrogate pair, saying how much is missing. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) return text;
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + String.format(Locale.ENGLISH, " … (%,d more characters)", text.length() - end);
    }
}
