package dev.arke.slack.block;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Form;
import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Cards and forms as nobody would write them: of any size, with text that wants to break out. */
final class RandomCards {
    private static final List<String> WORDS = List.of(
            "disk full ",
            "<!channel>",
            "<!here|x>",
            "<@U1>",
            "<!subteam^S1>",
            "@here",
            " @channel ",
            "@Everyone",
            "&",
            "<",
            ">",
            "&amp;",
            "&lt;",
            "*bold*",
            "_x_",
            "~y~",
            "`c`",
            "```",
            "snake_case ",
            "\n",
            "\n> ",
            "\t",
            "\r",
            "\0",
            "\u202E",
            "\uD83D",
            "😀",
            "👩‍👩‍👧‍👦",
            "שלום ",
            "日本語",
            "https://evil.example.com/a|b>c ",
            "http://x.example.com/?a=1&b=2. ",
            "javascript:alert(1) ",
            "<http://a|b>",
            "]]>",
            "{\"a\":1}",
            "|",
            "\"",
            "'",
            "");

    private final SplittableRandom random;

    RandomCards(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Card card() {
        return new Card(
                text(),
                any(Tone.values()),
                spans(4),
                list(random.nextInt(10) == 0 ? 80 : 8, this::element),
                list(5, this::button),
                list(12, this::button));
    }

    Form form() {
        var inputs = new ArrayList<Input>();
        for (int i = random.nextInt(12); i >= 0; i--) inputs.add(input("input" + i));
        return new Form("verb", text(), text(), inputs);
    }

    private Input input(String name) {
        if (random.nextBoolean())
            return new Input.TextInput(
                    name, text(), random.nextBoolean(), text(), random.nextBoolean(), random.nextInt(1, 5_000));
        var choices = new ArrayList<Choice>();
        for (int i = random.nextInt(130); i > 0; i--) choices.add(new Choice("value" + i + cut(text(), 200), text()));
        var initial = choices.isEmpty() || random.nextBoolean()
                ? "none"
                : choices.get(random.nextInt(choices.size())).value();
        return new Input.ChoiceInput(name, text(), random.nextBoolean(), initial, choices);
    }

    private Element element() {
        return switch (random.nextInt(8)) {
            case 0 -> new Element.Heading(text());
            case 1 -> new Element.Fields(list(25, () -> new Element.Field(text(), spans(3))));
            case 2 -> new Element.Lines(list(40, () -> spans(4)));
            case 3 -> new Element.Verbatim(text());
            case 4 -> new Element.Context(spans(6));
            case 5 -> new Element.Actions(list(30, this::button));
            case 6 -> new Element.Divider();
            default -> new Element.Paragraph(spans(6));
        };
    }

    private List<Span> spans(int most) {
        return list(most, this::span);
    }

    private Span span() {
        return switch (random.nextInt(6)) {
            case 0 -> Span.strong(text());
            case 1 -> Span.code(text());
            case 2 -> new Span.Link(text(), address());
            case 3 ->
                new Span.Time(Instant.ofEpochSecond(random.nextLong(4_000_000_000L)), any(Span.TimeStyle.values()));
            case 4 -> new Span.Mention(new UUID(random.nextLong(), random.nextLong()), text());
            default -> Span.text(text());
        };
    }

    private URI address() {
        var addresses = List.of(
                "https://example.com/?a=1&b=%3C",
                "javascript:alert(1)",
                "mailto:x@example.com",
                "https://example.com/" + "p".repeat(random.nextInt(4_000)));
        return URI.create(addresses.get(random.nextInt(addresses.size())));
    }

    private Button button() {
        var style = any(Button.Style.values());
        var line = random.nextInt(4) == 0 ? text() : "ack " + random.nextInt(10_000);
        return new Button(text(), line, style, random.nextInt(3) == 0 ? Optional.of(text()) : Optional.empty());
    }

    private <E> E any(E[] some) {
        return some[random.nextInt(some.length)];
    }

    private String text() {
        int words = random.nextInt(8) == 0 ? random.nextInt(1_200) : random.nextInt(7);
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) text.append(WORDS.get(random.nextInt(WORDS.size())));
        return text.toString();
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    private <T> List<T> list(int below, Supplier<T> make) {
        return Stream.generate(make).limit(random.nextInt(below)).toList();
    }
}
