package dev.arke.teams.card;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.alert.CleanText;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Spans as runs of text (adaptivecards.io/explorer/TextRun.html). A run is never markdown, so what strangers write stays as
 * it is; only the functions for times would be read in it, and are broken up.
 */
final class Runs {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String APART = "\u200B";
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Runs() {}

    /** A block for each line that the spans make; none for nothing. */
    static List<ObjectNode> blocks(List<Span> spans, Look look) {
        var blocks = new ArrayList<ObjectNode>();
        var line = JSON.arrayNode();
        int left = CardLimits.RUN;
        for (var span : spans) {
            var text = CardLimits.cut(text(span), Math.max(2, left));
            left -= text.length();
            var parts = text.split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) line = flush(line, look, blocks);
                if (!parts[i].isEmpty()) line.add(run(parts[i], span, look));
            }
            if (left <= 0) break;
        }
        flush(line, look, blocks);
        return blocks.size() > CardLimits.LINES ? blocks.subList(0, CardLimits.LINES) : blocks;
    }

    private static ArrayNode flush(ArrayNode line, Look look, List<ObjectNode> blocks) {
        if (line.isEmpty()) return line;
        var block = JSON.objectNode().put("type", "RichTextBlock");
        if (!blocks.isEmpty() || look.tight()) block.put("spacing", blocks.isEmpty() ? "Small" : "None");
        block.set("inlines", line);
        blocks.add(block);
        return JSON.arrayNode();
    }

    /** How the runs of a block look. */
    record Look(boolean bold, boolean subtle, boolean large, boolean tight) {
        static final Look PLAIN = new Look(false, false, false, false);
        static final Look TITLE = new Look(true, false, true, false);
        static final Look HEADING = new Look(true, false, false, false);
        static final Look SMALL = new Look(false, true, false, true);
        static final Look LABEL = new Look(false, true, false, true);
        static final Look VALUE = new Look(false, false, false, true);
    }

    private static ObjectNode run(String text, Span span, Look look) {
        var run = JSON.objectNode().put("type", "TextRun").put("text", text);
        if (look.bold() || span instanceof Span.Strong) run.put("weight", "Bolder");
        if (look.large()) run.put("size", "Medium");
        if (look.subtle()) run.put("isSubtle", true);
        if (span instanceof Span.Code) run.put("fontType", "Monospace");
        var address = address(span);
        if (address != null) {
            run.put("color", "Accent").put("underline", true);
            run.set(
                    "selectAction",
                    JSON.objectNode().put("type", "Action.OpenUrl").put("url", address));
        }
        return run;
    }

    private static @Nullable String address(Span span) {
        return span instanceof Span.Link link && leadsSomewhere(link.to())
                ? link.to().toString()
                : null;
    }

    private static String text(Span span) {
        return switch (span) {
            case Span.Text text -> data(CleanText.of(text.text()));
            case Span.Strong strong -> data(CleanText.of(strong.text()));
            case Span.Code code -> data(CleanText.of(code.text()));
            case Span.Link link -> data(words(link));
            case Span.Time time -> time(time);
            case Span.Mention mention -> data(CleanText.line(mention.name()));
        };
    }

    private static String words(Span.Link link) {
        var line = CleanText.line(link.label());
        var address = link.to().toString();
        if (leadsSomewhere(link.to())) return line.isEmpty() ? address : line;
        return line.equals(address) ? line : CleanText.of(line + " (" + address + ")");
    }

    private static String data(String text) {
        return text.replace("{{", "{" + APART + "{");
    }

    static boolean leadsSomewhere(URI to) {
        var scheme = to.getScheme() == null ? "" : to.getScheme().toLowerCase(Locale.ROOT);
        return to.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
    }

    /** Teams shows it in each reader's own zone; it has no function that shows seconds. */
    private static String time(Span.Time time) {
        var at = INSTANT.format(time.at().truncatedTo(ChronoUnit.SECONDS));
        return switch (time.style()) {
            case CLOCK, RELATIVE -> fits(time.at()) ? "{{TIME(" + at + ")}}" : PlainText.of(time);
            case CLOCK_WITH_SECONDS -> PlainText.of(time);
            case DATE_AND_CLOCK ->
                fits(time.at()) ? "{{DATE(" + at + ",SHORT)}} {{TIME(" + at + ")}}" : PlainText.of(time);
        };
    }

    /** The functions take years of four digits. */
    private static boolean fits(Instant at) {
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1000 && year <= 9999;
    }
}
