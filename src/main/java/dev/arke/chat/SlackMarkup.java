package dev.arke.chat;

import dev.arke.responder.ContactKind;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Slack's control sequences, {@code <@U1|ann>} and the like: what a person types literally arrives as entities, so a
 * bare {@code <} is always Slack's own (docs.slack.dev, "Formatting message text", "Retrieving messages").
 */
final class SlackMarkup implements Markup {
    private static final Map<String, String> ENTITIES = Map.of("&lt;", "<", "&gt;", ">", "&amp;", "&", "&nbsp;", " ");
    private static final int LONGEST_SEQUENCE = 4_000;

    @Override
    public @Nullable Piece at(String line, int start) {
        if (line.charAt(start) != '<') return Markup.entity(ENTITIES, line, start);
        int close = close(line, start);
        if (close < start + 2) return null;
        var inside = line.substring(start + 1, close);
        int bar = inside.indexOf('|');
        var head = bar < 0 ? inside : inside.substring(0, bar);
        var label = bar < 0 || bar == inside.length() - 1
                ? Optional.<String>empty()
                : Optional.of(decoded(inside.substring(bar + 1)));
        return sequence(head, label, close + 1);
    }

    private static @Nullable Piece sequence(String head, Optional<String> label, int end) {
        if (head.startsWith("@") && head.length() > 1)
            return Piece.reference(new Reference.Mention(ContactKind.SLACK, head.substring(1), label), end);
        if (head.startsWith("!subteam^"))
            return Piece.reference(
                    new Reference.Group(ContactKind.SLACK, head.substring("!subteam^".length()), label), end);
        if (head.startsWith("!")) return Piece.text(label.orElse("@" + head.substring(1)), end);
        if (head.startsWith("#")) return Piece.text("#" + label.orElse(head.substring(1)), end);
        if (head.startsWith("mailto:")) return Piece.text(label.orElse(head.substring("mailto:".length())), end);
        if (head.startsWith("tel:")) return Piece.text(label.orElse(head.substring("tel:".length())), end);
        if (head.contains("://")) return Piece.text(link(decoded(head), label), end);
        return null;
    }

    /** Slack links every bare "example.com" and labels it with what was typed; other labels keep their address. */
    private static String link(String address, Optional<String> label) {
        return label.map(words -> address.contains(words) ? words : words + " (" + address + ")")
                .orElse(address);
    }

    private static int close(String line, int start) {
        for (int i = start + 1; i < Math.min(line.length(), start + LONGEST_SEQUENCE); i++) {
            char c = line.charAt(i);
            if (c == '>') return i;
            if (c == '<' || c == '\n') return -1;
        }
        return -1;
    }

    private static String decoded(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
