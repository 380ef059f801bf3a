package dev.arke.card;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** One part of a card's body, top to bottom. */
public sealed interface Element {
    /** A line or paragraph. */
    record Paragraph(List<Span> spans) implements Element {
        public Paragraph {
            spans = List.copyOf(spans);
        }
    }

    /** A small heading inside a card. */
    record Heading(String text) implements Element {
        public Heading {
            text = ReadingOrder.kept(text);
        }
    }

    /** Label and value pairs, drawn two abreast where there is room. */
    record Fields(List<Field> fields) implements Element {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** Lines of a list, each of spans. */
    record Lines(List<List<Span>> lines) implements Element {
        public Lines {
            lines = lines.stream().map(List::copyOf).toList();
        }
    }

    /** Text kept exactly as it came, in a fixed-width face (a payload, a stack trace); cut by the renderer. */
    record Verbatim(String text) implements Element {
        public Verbatim {
            text = ReadingOrder.kept(text);
        }
    }

    /** Small print below the rest. */
    record Context(List<Span> spans) implements Element {
        public Context {
            spans = List.copyOf(spans);
        }
    }

    /** Buttons that belong to a place in the body (a row of suggestions, one button for each incident listed). */
    record Actions(List<Button> buttons) implements Element {
        public Actions {
            buttons = List.copyOf(buttons);
        }
    }

    record Divider() implements Element {}

    /** A drawing; {@code alt} says all that it shows, for those who do not see it and where none can be drawn. */
    record Picture(Drawing drawing, String alt) implements Element {
        public Picture {
            alt = ReadingOrder.kept(alt);
        }
    }

    /** A text file to take along: {@code words} say what is in it; {@code page} gives it for a while, where a chat takes no files. */
    record TextFile(String name, String words, String content, Optional<URI> page) implements Element {
        public TextFile(String name, String words, String content) {
            this(name, words, content, Optional.empty());
        }

        public TextFile {
            words = ReadingOrder.kept(words);
        }
    }

    /** One label with its value. */
    record Field(String label, List<Span> value) {
        public Field {
            label = ReadingOrder.kept(label);
            value = List.copyOf(value);
        }

        public static Field of(String label, Span... value) {
            return new Field(label, List.of(value));
        }
    }

    static Element paragraph(Span... spans) {
        return new Paragraph(List.of(spans));
    }

    static Element paragraph(String text) {
        return new Paragraph(List.of(Span.text(text)));
    }

    static Element context(Span... spans) {
        return new Context(List.of(spans));
    }
}
