package dev.arke.sandbox;

import dev.arke.card.ReadingOrder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A piece of a page. Text comes in only through {@link #text}, which escapes it, so that no text is ever markup. */
record Html(String markup) {
    static final Html NONE = new Html("");

    static Html text(String text) {
        return new Html(escaped(text));
    }

    static Html join(Html... parts) {
        return join(List.of(parts));
    }

    static Html join(List<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
    }

    static Html join(Stream<Html> parts) {
        return join(parts.toList());
    }

    static Tag tag(String name) {
        return new Tag(name, "");
    }

    /** A tag with its attributes so far. */
    record Tag(String name, String attributes) {
        Tag with(String attribute, String value) {
            return new Tag(name, attributes + " " + attribute + "=\"" + escaped(value) + "\"");
        }

        Tag with(String attribute) {
            return new Tag(name, attributes + " " + attribute);
        }

        Tag withIf(boolean condition, String attribute, String value) {
            return condition ? with(attribute, value) : this;
        }

        Tag of(String cssClass) {
            return with("class", cssClass);
        }

        Html holding(Html... parts) {
            return new Html("<" + name + attributes + ">" + join(parts).markup + "</" + name + ">");
        }

        Html holding(Stream<Html> parts) {
            return holding(join(parts));
        }

        Html text(String text) {
            return holding(Html.text(text));
        }

        /** For tags that never hold anything, such as input. */
        Html alone() {
            return new Html("<" + name + attributes + ">");
        }
    }

    private static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (ReadingOrder.isTurnedBy(c)) continue;
                    if (isStray(text, i)) safe.append('\uFFFD');
                    else safe.append(c);
                }
            }
        }
        return safe.toString();
    }

    /** Halves of surrogate pairs and controls that no HTML may hold. */
    private static boolean isStray(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c))
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        if (Character.isLowSurrogate(c)) return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        return Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
    }
}
