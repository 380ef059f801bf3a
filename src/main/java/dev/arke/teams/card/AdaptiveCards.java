package dev.arke.teams.card;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.alert.CleanText;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Cards as Adaptive Cards 1.5, what Teams shows of a bot's. Pure; the state is told in words beside its colour; what is too
 * long is cut, the buttons never. Nothing in a card pings anybody: a message that pages says whom.
 */
public final class AdaptiveCards {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json";
    private static final String NOTHING = "(no words)";

    private final ActionRow actions;

    /** {@code opensForm} tells of a button's line whether it opens a form. */
    public AdaptiveCards(Predicate<String> opensForm) {
        this.actions = new ActionRow(opensForm);
    }

    public Drawn draw(Card card) {
        return draw(card, Optional.empty());
    }

    /** With a button that shows a conversation what a line answers. */
    public Drawn draw(Card card, Optional<Press.Share> share) {
        return new Drawn(
                summary(card),
                "",
                Optional.of(json(
                        card,
                        share.map(press -> ActionRow.executing("Share", Button.Style.PLAIN, press)
                                .put("tooltip", "Share this answer with the conversation")))));
    }

    /** Without any form, for when Teams refuses it. */
    public static Drawn plain(Card card) {
        var words = PlainText.of(card);
        var text = CleanText.of(words.isBlank() ? card.summary() : words).strip();
        return new Drawn(
                summary(card), CardLimits.cut(text.isEmpty() ? NOTHING : text, CardLimits.TEXT), Optional.empty());
    }

    private static String summary(Card card) {
        var words = card.summary().isBlank() ? PlainText.of(card) : card.summary();
        return CardLimits.line(words, CardLimits.SUMMARY, NOTHING);
    }

    private ObjectNode json(Card card, Optional<ObjectNode> share) {
        var body = new ArrayList<ObjectNode>();
        var lead = lead(card);
        title(card, lead).ifPresent(body::add);
        card.body().stream().skip(lead.size()).forEach(element -> body.addAll(element(element)));
        var rows = actions.draw(card.buttons(), card.more(), share);
        var whole = whole(card, body, rows);
        for (int count = body.size(); bytes(whole) > CardLimits.CARD_BYTES && count > 0; ) {
            count = count * 3 / 4;
            var some = new ArrayList<>(body.subList(0, count));
            some.addAll(
                    Runs.blocks(List.of(Span.text("… cut here: the message is too long for Teams.")), Runs.Look.SMALL));
            whole = whole(card, some, rows);
        }
        return whole;
    }

    private static ObjectNode whole(Card card, List<ObjectNode> body, List<ObjectNode> rows) {
        var json = JSON.objectNode()
                .put("type", "AdaptiveCard")
                .put("$schema", SCHEMA)
                .put("version", "1.5")
                .put("fallbackText", summary(card));
        json.putObject("msteams").put("width", "Full");
        var all = json.putArray("body").addAll(body);
        all.addAll(rows);
        if (all.isEmpty()) all.addAll(Runs.blocks(List.of(Span.text(NOTHING)), Runs.Look.PLAIN));
        return json;
    }

    static int bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** The sentence that stands beside the state's word where there is no title. */
    private static List<Element.Paragraph> lead(Card card) {
        return card.title().isEmpty()
                        && word(card.tone()).isPresent()
                        && !card.body().isEmpty()
                        && card.body().getFirst() instanceof Element.Paragraph first
                ? List.of(first)
                : List.of();
    }

    private static Optional<ObjectNode> title(Card card, List<Element.Paragraph> lead) {
        var spans = new ArrayList<Span>();
        word(card.tone()).map(Span::strong).ifPresent(spans::add);
        if (!spans.isEmpty() && !(card.title().isEmpty() && lead.isEmpty())) spans.add(Span.text(" · "));
        spans.addAll(card.title());
        lead.forEach(paragraph -> spans.addAll(paragraph.spans()));
        var blocks = Runs.blocks(spans, card.title().isEmpty() ? Runs.Look.PLAIN : Runs.Look.TITLE);
        if (blocks.isEmpty()) return Optional.empty();
        var container = JSON.objectNode().put("type", "Container");
        style(card.tone()).ifPresent(style -> container.put("style", style).put("bleed", true));
        container.putArray("items").addAll(blocks);
        return Optional.of(container);
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

    private static Optional<String> style(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> Optional.empty();
            case ALARM -> Optional.of("attention");
            case WARNING -> Optional.of("warning");
            case CLAIMED -> Optional.of("accent");
            case GOOD -> Optional.of("good");
        };
    }

    private List<ObjectNode> element(Element element) {
        return switch (element) {
            case Element.Paragraph paragraph -> Runs.blocks(paragraph.spans(), Runs.Look.PLAIN);
            case Element.Heading heading -> Runs.blocks(List.of(Span.text(heading.text())), Runs.Look.HEADING);
            case Element.Fields fields ->
                fields.fields().stream().map(AdaptiveCards::field).toList();
            case Element.Lines lines -> lines(lines);
            case Element.Verbatim verbatim -> Runs.blocks(List.of(Span.code(verbatim.text())), Runs.Look.PLAIN);
            case Element.Context context -> Runs.blocks(context.spans(), Runs.Look.SMALL);
            case Element.Actions row -> actions.draw(row.buttons(), List.of(), Optional.empty());
            case Element.Divider ignored ->
                List.of(JSON.objectNode()
                        .put("type", "Container")
                        .put("separator", true)
                        .set("items", JSON.arrayNode()));
            case Element.Picture picture -> Runs.blocks(List.of(Span.text(picture.alt())), Runs.Look.PLAIN);
            case Element.TextFile file -> Runs.blocks(List.of(Span.text(file.words())), Runs.Look.PLAIN);
        };
    }

    /** The label and beside it the value. */
    private static ObjectNode field(Element.Field field) {
        var row = JSON.objectNode().put("type", "ColumnSet").put("spacing", "Small");
        var columns = row.putArray("columns");
        columns.add(column("100px", Runs.blocks(List.of(Span.text(field.label())), Runs.Look.LABEL)));
        var value = Runs.blocks(field.value(), Runs.Look.VALUE);
        columns.add(column("stretch", value.isEmpty() ? Runs.blocks(List.of(Span.text("–")), Runs.Look.VALUE) : value));
        return row;
    }

    private static ObjectNode column(String width, List<ObjectNode> items) {
        var column = JSON.objectNode().put("type", "Column").put("width", width);
        column.putArray("items").addAll(items);
        return column;
    }

    private static List<ObjectNode> lines(Element.Lines lines) {
        var blocks = new ArrayList<ObjectNode>();
        for (var line : lines.lines()) {
            var spans = new ArrayList<Span>(List.of(Span.text("• ")));
            spans.addAll(line);
            blocks.addAll(Runs.blocks(spans, Runs.Look.VALUE));
            if (blocks.size() >= CardLimits.LINES * 2) break;
        }
        return blocks;
    }
}
