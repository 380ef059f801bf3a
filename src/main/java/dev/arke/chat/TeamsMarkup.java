package dev.arke.chat;

import dev.arke.responder.ContactKind;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The HTML-like text of Teams: {@code <at>Bob Meyer</at>}, whose id stands beside the text. In our own buttons the id
 * stands inside: {@code <at id="29:bob">Bob Meyer</at>}.
 */
final class TeamsMarkup implements Markup {
    private static final Map<String, String> ENTITIES =
            Map.of("&lt;", "<", "&gt;", ">", "&amp;", "&", "&nbsp;", " ", "&quot;", "\"", "&#39;", "'", "&apos;", "'");
    private static final Pattern MENTION =
            Pattern.compile("<at(?:\\s+id=\"([^\"<>]{1,200})\")?>([^<>]{1,200})</at>", Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAK =
            Pattern.compile("</?(?:p|div|br)(?:\\s[^<>]{0,100})?/?>", Pattern.CASE_INSENSITIVE);
    /** Teams numbers the mentions of a message from 0: such an id names nobody. */
    private static final Pattern INDEX = Pattern.compile("\\d{1,3}");

    private final Map<String, String> idByLabel;

    TeamsMarkup(Map<String, String> idByLabel) {
        this.idByLabel = idByLabel;
    }

    @Override
    public @Nullable Piece at(String line, int start) {
        if (line.charAt(start) != '<') return Markup.entity(ENTITIES, line, start);
        var mention = MENTION.matcher(line).region(start, line.length());
        if (mention.lookingAt()) return Piece.reference(reference(mention), mention.end());
        var lineBreak = BREAK.matcher(line).region(start, line.length());
        return lineBreak.lookingAt() ? Piece.text("\n", lineBreak.end()) : null;
    }

    private Reference reference(Matcher mention) {
        var label = decoded(mention.group(2)).strip();
        return id(mention)
                .<Reference>map(id -> new Reference.Mention(ContactKind.TEAMS, id, Optional.of(label)))
                .orElseGet(() -> new Reference.Name(label));
    }

    private Optional<String> id(Matcher mention) {
        return Optional.ofNullable(idByLabel.get(decoded(mention.group(2)).strip()))
                .or(() -> Optional.ofNullable(mention.group(1))
                        .filter(id -> !INDEX.matcher(id).matches()));
    }

    @Override
    public String selfContained(String line) {
        return MENTION.matcher(line).replaceAll(mention -> Matcher.quoteReplacement(withId(mention.group())));
    }

    private String withId(String markup) {
        var mention = MENTION.matcher(markup);
        if (!mention.matches()) return markup;
        return id(mention)
                .map(id -> "<at id=\"" + id + "\">" + mention.group(2) + "</at>")
                .orElse(markup);
    }

    private static String decoded(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
