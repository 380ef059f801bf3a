package dev.arke.mail;

import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Phrases;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A card as a page of plain HTML, for mail programs: no script, no image, nothing that is loaded from elsewhere. */
final class MailHtml {
    /** Mail programs load no more than about 100 KB of a mail at once. */
    private static final int LONGEST_VERBATIM = 20_000;

    private static final Set<String> LINKED = Set.of("http", "https");

    /** Without a name of its own a mail has the serif font of the program's maker. */
    private static final String FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,"
            + "sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere";

    /** Programs that turn a mail dark turn it all, if it says that it can be dark. */
    private static final String HEAD = "<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
            + "<meta name=\"color-scheme\" content=\"light dark\">\n"
            + "<meta name=\"supported-color-schemes\" content=\"light dark\">\n";

    private static final String BUTTON = "display:inline-block;padding:10px 18px;margin:0 8px 8px 0;border-radius:6px;"
            + "border:1px solid #2457b8;font-weight:600;text-decoration:none;";

    private final Function<Button, Optional<URI>> links;

    private final Optional<String> invitation;

    private final Phrases phrases;

    private MailHtml(Function<Button, Optional<URI>> links, Optional<String> invitation, Phrases phrases) {
        this.links = links;
        this.invitation = invitation;
        this.phrases = phrases;
    }

    /** Buttons that have a link are one; the others are told as lines for the chat. {@code invitation}: what a reply can do. */
    static String of(Card card, Function<Button, Optional<URI>> links, Optional<String> invitation, Phrases phrases) {
        return new MailHtml(links, invitation, phrases).page(card);
    }

    private String page(Card card) {
        var html = new StringBuilder(1024);
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(phrases.language().getLanguage())
                .append("\">\n<head>\n")
                .append(HEAD)
                .append("<title>")
                .append(escaped(card.summary()))
                .append("</title>\n</head>\n<body>\n<div style=\"")
                .append(FONT)
                .append(";max-width:40em;border-left:4px solid ")
                .append(colour(card.tone()))
                .append(";padding-left:12px\">\n");
        if (!card.title().isEmpty())
            html.append(styled("h1", "font-size:20px;line-height:1.3;margin:0 0 12px", of(card.title())));
        // What is to be done comes before the details: it is read on a phone, at night.
        card.body().stream().limit(1).forEach(part -> html.append(of(part)));
        html.append(linked(card.buttons()));
        invitation.ifPresent(words -> html.append(element("p", escaped(words))));
        card.body().stream().skip(1).forEach(part -> html.append(of(part)));
        html.append(inChat(card.buttons()));
        return html.append("</div>\n</body>\n</html>\n").toString();
    }

    private static String colour(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> "#8a8a8a";
            case ALARM -> "#c4342b";
            case WARNING -> "#c98a00";
            case CLAIMED -> "#2f6fb5";
            case GOOD -> "#2e8b57";
        };
    }

    private String of(Element part) {
        return switch (part) {
            case Element.Paragraph paragraph -> element("p", of(paragraph.spans()));
            case Element.Heading heading -> styled("h2", "font-size:17px;margin:16px 0 8px", escaped(heading.text()));
            case Element.Fields fields ->
                element(
                        "dl",
                        fields.fields().stream()
                                .map(field -> styled("dt", "font-size:14px;opacity:.75", escaped(field.label()))
                                        + styled("dd", "margin:0 0 8px", of(field.value())))
                                .collect(Collectors.joining()));
            case Element.Lines list ->
                element(
                        "ul",
                        list.lines().stream()
                                .map(line -> element("li", of(line)))
                                .collect(Collectors.joining()));
            case Element.Verbatim verbatim -> styled("pre", "white-space:pre-wrap", cut(verbatim.text()));
            case Element.Context context -> element("p", "<small>" + of(context.spans()) + "</small>");
            case Element.Actions actions -> linked(actions.buttons()) + inChat(actions.buttons());
            case Element.Divider ignored -> "<hr>\n";
            case Element.Picture picture -> element("p", of(List.of(Span.text(picture.alt()))));
            case Element.TextFile file -> element("p", of(List.of(Span.text(file.words()))));
        };
    }

    private String linked(List<Button> buttons) {
        var anchors = buttons.stream()
                .flatMap(button -> links.apply(button).map(link -> anchor(button, link)).stream())
                .collect(Collectors.joining());
        return anchors.isEmpty() ? "" : element("p", anchors);
    }

    private static String anchor(Button button, URI link) {
        boolean isPlain = button.style() == Button.Style.PLAIN;
        var colours = isPlain ? "background:#ffffff;color:#2457b8" : "background:#2457b8;color:#ffffff";
        return "<a href=\"" + escaped(link.toASCIIString()) + "\" style=\"" + BUTTON + colours + "\">"
                + escaped(button.label()) + "</a>";
    }

    private String inChat(List<Button> buttons) {
        var lines = buttons.stream()
                .filter(button -> links.apply(button).isEmpty())
                .map(button -> element("li", escaped(button.label()) + ": <code>" + escaped(button.line()) + "</code>"))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : element("p", escaped(phrases.say("in.chat"))) + element("ul", lines);
    }

    private String of(List<Span> spans) {
        return spans.stream().map(this::of).collect(Collectors.joining());
    }

    private String of(Span span) {
        return switch (span) {
            case Span.Text text -> escaped(text.text()).replace("\n", "<br>");
            case Span.Strong strong -> "<strong>" + escaped(strong.text()) + "</strong>";
            case Span.Code code -> "<code>" + escaped(code.text()) + "</code>";
            case Span.Link link -> link(link);
            case Span.Time time ->
                "<time datetime=\"" + time.at() + "\">" + escaped(PlainText.of(time, phrases.reader())) + "</time>";
            case Span.Mention mention -> "<strong>" + escaped(mention.name()) + "</strong>";
        };
    }

    private static String link(Span.Link link) {
        var scheme = link.to().getScheme();
        if (scheme == null || !LINKED.contains(scheme.toLowerCase(Locale.ROOT))) return escaped(PlainText.of(link));
        return "<a href=\"" + escaped(link.to().toASCIIString()) + "\">" + escaped(link.label()) + "</a>";
    }

    private static String element(String name, String inside) {
        return "<" + name + ">" + inside + "</" + name + ">\n";
    }

    private static String styled(String name, String style, String inside) {
        return "<" + name + " style=\"" + style + "\">" + inside + "</" + name + ">\n";
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_VERBATIM) return escaped(text);
        int end =
                Character.isHighSurrogate(text.charAt(LONGEST_VERBATIM - 1)) ? LONGEST_VERBATIM - 1 : LONGEST_VERBATIM;
        return escaped(text.substring(0, end)) + "…";
    }

    private static String escaped(String text) {
        var html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? ' ' : c);
            }
        }
        return html.toString();
    }
}
