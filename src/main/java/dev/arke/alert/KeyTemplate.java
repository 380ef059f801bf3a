package dev.arke.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A dedup key made of words and of {@code {{labels.x}}}, {@code {{dedup_key}}} and {@code {{summary}}}, for example
 * {@code {{labels.cluster}}/{{labels.alertname}}}; nothing else can stand in braces.
 */
public record KeyTemplate(List<Part> parts) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final int LIMIT = 500;

    /** A piece of the template. */
    public sealed interface Part {
        record Words(String text) implements Part {}

        record Label(String name) implements Part {}

        record OwnKey() implements Part {}

        record Summary() implements Part {}
    }

    public KeyTemplate {
        parts = List.copyOf(parts);
    }

    public static Parse<KeyTemplate> parse(String text) {
        if (text.length() > LIMIT) return new Parse.Bad<>("The dedup key template is longer than 500 characters.");
        var parts = new ArrayList<Part>();
        var placeholder = PLACEHOLDER.matcher(text);
        int end = 0;
        while (placeholder.find()) {
            if (placeholder.start() > end) parts.add(new Part.Words(text.substring(end, placeholder.start())));
            var name = placeholder.group(1).strip();
            var part = part(name);
            if (part.isEmpty()) return bad(text, "{{" + name + "}} is not known");
            parts.add(part.get());
            end = placeholder.end();
        }
        var rest = text.substring(end);
        if (!rest.isEmpty()) parts.add(new Part.Words(rest));
        if (parts.stream().allMatch(Part.Words.class::isInstance)) {
            return bad(text, "without a placeholder all alerts would become one incident");
        }
        boolean open =
                parts.stream().anyMatch(p -> p instanceof Part.Words(var w) && (w.contains("{{") || w.contains("}}")));
        return open ? bad(text, "the braces do not match") : new Parse.Good<>(new KeyTemplate(parts));
    }

    /**
     * The key of this alert. A label that is absent leaves its place empty; when all places stay empty the alert keeps
     * its own key, so that alerts without these labels do not melt into one.
     */
    public String keyOf(Alert alert) {
        var key = new StringBuilder();
        boolean filled = false;
        for (var part : parts) {
            var text = text(part, alert);
            filled |= !(part instanceof Part.Words) && !text.isEmpty();
            key.append(text);
        }
        return filled ? DedupKey.fit(key.toString()) : alert.dedupKey();
    }

    /** The template as text that {@link #parse} reads back. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(
                    switch (part) {
                        case Part.Words words -> words.text();
                        case Part.Label label -> "{{labels." + label.name() + "}}";
                        case Part.OwnKey ignored -> "{{dedup_key}}";
                        case Part.Summary ignored -> "{{summary}}";
                    });
        }
        return text.toString();
    }

    private static Optional<Part> part(String name) {
        if (name.equals("dedup_key")) return Optional.of(new Part.OwnKey());
        if (name.equals("summary")) return Optional.of(new Part.Summary());
        if (name.startsWith("labels.") && name.length() > 7) return Optional.of(new Part.Label(name.substring(7)));
        return Optional.empty();
    }

    private static String text(Part part, Alert alert) {
        return switch (part) {
            case Part.Words words -> words.text();
            case Part.Label label -> alert.label(label.name());
            case Part.OwnKey ignored -> alert.dedupKey();
            case Part.Summary ignored -> alert.summary();
        };
    }

    private static Parse<KeyTemplate> bad(String text, String why) {
        return new Parse.Bad<>(String.format(
                Locale.ROOT,
                "The dedup key template “%s” cannot be used: %s. Use {{labels.NAME}}, {{dedup_key}} or {{summary}}.",
                CleanText.line(text),
                why));
    }
}
