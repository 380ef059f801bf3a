package dev.arke.slack.block;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.TextObject;
import dev.arke.alert.CleanText;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cards as Block Kit. Pure; the state is told in words beside its colour; what is too long is cut, the buttons never. */
public final class CardBlocks {
    private static final int LONGEST_LINE = 1_000;
    private static final String NOTHING = "(no words)";

    private final Mrkdwn mrkdwn;

    /** {@code slackIds} answers whom a mention pings, by responder; everybody else is only named. */
    public CardBlocks(Function<UUID, Optional<String>> slackIds) {
        this.mrkdwn = new Mrkdwn(slackIds);
    }

    /** A card that pings nobody. */
    public static CardBlocks quiet() {
        return new CardBlocks(any -> Optional.empty());
    }

    public Drawn draw(Card card) {
        return draw(card, Optional.empty());
    }

    /** With a button that shows everybody what {@code shared}, a line, answers. */
    public Drawn draw(Card card, Optional<String> shared) {
        return new Drawn(text(card), blocks(card, shared, new ButtonRow(), BlockLimits.MESSAGE_BLOCKS));
    }

    /** Without any form, for when Slack refuses it. */
    public static Drawn plain(Card card) {
        var words = PlainText.of(card);
        var text = CleanText.of(words.isBlank() ? card.summary() : words).strip();
        return new Drawn(escaped(text), List.of());
    }

    private static String text(Card card) {
        var line = CleanText.line(card.summary());
        return escaped(line.isEmpty() ? CleanText.of(PlainText.of(card)).strip() : line);
    }

    private static String escaped(String text) {
        var fits = text.isEmpty() ? NOTHING : BlockLimits.cut(text, BlockLimits.MESSAGE_TEXT / 2);
        return BlockLimits.cutEscaped(SlackText.escaped(fits), BlockLimits.MESSAGE_TEXT);
    }

    /** At most {@code most} blocks; {@code row} numbers the buttons of one message or view. */
    List<LayoutBlock> blocks(Card card, Optional<String> shared, ButtonRow row, int most) {
        var blocks = new ArrayList<LayoutBlock>();
        var lead = lead(card);
        blocks.addAll(sections(title(card, lead)));
        card.body().stream().skip(lead.size()).forEach(element -> blocks.addAll(element(element, row)));
        var buttons = row.draw(card.buttons(), card.more(), shared);
        var whole = new ArrayList<>(fitting(blocks, most - buttons.size()));
        whole.addAll(buttons);
        return whole;
    }

    /** The first blocks, as many as Slack takes, and a line that says when there were more. */
    private static List<LayoutBlock> fitting(List<LayoutBlock> blocks, int most) {
        int words = 0;
        for (int i = 0; i < blocks.size(); i++) {
            words += length(blocks.get(i));
            boolean isLast = i == blocks.size() - 1;
            if (words > BlockLimits.MESSAGE_ALL || i + (isLast ? 1 : 2) > most) {
                var some = new ArrayList<>(blocks.subList(0, Math.min(i, most - 1)));
                some.add(context("… cut here: the message is too long for Slack."));
                return some;
            }
        }
        return blocks;
    }

    private static int length(LayoutBlock block) {
        return switch (block) {
            case SectionBlock section -> length(section.getText()) + length(section.getFields());
            case ContextBlock context -> context.getElements().toString().length();
            default -> 0;
        };
    }

    private static int length(@Nullable TextObject text) {
        return text == null ? 0 : text.getText().length();
    }

    private static int length(@Nullable List<TextObject> fields) {
        return fields == null ? 0 : fields.stream().mapToInt(CardBlocks::length).sum();
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

    private String title(Card card, List<Element.Paragraph> lead) {
        var spans = new ArrayList<Span>();
        word(card.tone()).ifPresent(spans::add);
        if (!spans.isEmpty() && !(card.title().isEmpty() && lead.isEmpty())) spans.add(Span.text(" · "));
        card.title().stream().map(CardBlocks::weighty).forEach(spans::add);
        lead.forEach(paragraph -> spans.addAll(paragraph.spans()));
        var emoji = emoji(card.tone());
        var text = mrkdwn.of(spans, BlockLimits.SECTION - emoji.length());
        return text.isEmpty() ? "" : emoji + text;
    }

    /** A title is bold, whatever of it was meant to be. */
    private static Span weighty(Span span) {
        return span instanceof Span.Text(var text) ? Span.strong(text) : span;
    }

    private static Optional<Span> word(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> Optional.empty();
            case ALARM -> Optional.of(Span.strong("Alarm"));
            case WARNING -> Optional.of(Span.strong("Warning"));
            case CLAIMED -> Optional.of(Span.strong("Taken"));
            case GOOD -> Optional.of(Span.strong("Done"));
        };
    }

    private static String emoji(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> "";
            case ALARM -> "🔴 ";
            case WARNING -> "🟠 ";
            case CLAIMED -> "🔵 ";
            case GOOD -> "🟢 ";
        };
    }

    private List<LayoutBlock> element(Element element, ButtonRow row) {
        return switch (element) {
            case Element.Paragraph paragraph -> sections(mrkdwn.of(paragraph.spans(), BlockLimits.SECTION));
            case Element.Heading heading ->
                sections(mrkdwn.of(List.of(Span.strong(heading.text())), BlockLimits.SECTION));
            case Element.Fields fields -> fields(fields);
            case Element.Lines lines -> lines(lines);
            case Element.Verbatim verbatim -> sections(verbatim(verbatim.text()));
            case Element.Context context -> {
                var text = mrkdwn.of(context.spans(), BlockLimits.CONTEXT);
                yield text.isEmpty() ? List.of() : List.of(context(text));
            }
            case Element.Actions actions -> row.draw(actions.buttons(), List.of(), Optional.empty());
            case Element.Divider ignored -> List.of(DividerBlock.builder().build());
            case Element.Picture picture -> sections(words(picture.alt()));
            case Element.TextFile file -> sections(words(file.words()));
        };
    }

    private String words(String plain) {
        return mrkdwn.of(List.of(Span.text(plain)), BlockLimits.SECTION);
    }

    private static List<LayoutBlock> sections(String text) {
        return text.isEmpty() ? List.of() : List.of(section(text));
    }

    private static LayoutBlock section(String text) {
        return SectionBlock.builder().text(text(text)).build();
    }

    /** Without "see more": a list is there to be looked over. */
    private static LayoutBlock expanded(String text) {
        return SectionBlock.builder().text(text(text)).expand(true).build();
    }

    private static LayoutBlock context(String text) {
        return ContextBlock.builder().elements(List.of(text(text))).build();
    }

    /** Verbatim: Slack leaves names and handles in it alone. What is a link or a mention we have marked as one. */
    private static MarkdownTextObject text(String mrkdwn) {
        return MarkdownTextObject.builder().text(mrkdwn).verbatim(true).build();
    }

    private List<LayoutBlock> fields(Element.Fields fields) {
        var drawn = fields.fields().stream().map(this::field).toList();
        return ButtonRow.chunks(drawn, BlockLimits.FIELDS).stream()
                .map(some -> (LayoutBlock) SectionBlock.builder().fields(some).build())
                .toList();
    }

    private TextObject field(Element.Field field) {
        var spans = new ArrayList<Span>(List.of(Span.strong(field.label()), Span.text("\n")));
        spans.addAll(field.value());
        var text = mrkdwn.of(spans, BlockLimits.FIELD);
        return text(text.isEmpty() ? "–" : text);
    }

    private List<LayoutBlock> lines(Element.Lines lines) {
        var sections = new ArrayList<LayoutBlock>();
        var text = new StringBuilder();
        for (var line : lines.lines()) {
            var next = "•  " + mrkdwn.of(line, LONGEST_LINE);
            if (text.length() + next.length() >= BlockLimits.SECTION) {
                sections.add(expanded(text.toString()));
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : "\n").append(next);
        }
        if (!text.isEmpty()) sections.add(expanded(text.toString()));
        return sections;
    }

    private static String verbatim(String raw) {
        var text = CleanText.of(raw).strip().replace("```", "ˋˋˋ");
        if (text.isEmpty()) return "";
        int room = BlockLimits.SECTION - "```\n\n```".length();
        return "```\n" + BlockLimits.cutEscaped(SlackText.escaped(BlockLimits.cut(text, room)), room) + "\n```";
    }
}
