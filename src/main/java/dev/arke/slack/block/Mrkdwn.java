package dev.arke.slack.block;

import dev.arke.alert.CleanText;
import dev.arke.card.PlainText;
import dev.arke.card.Span;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Spans as Slack's mrkdwn (docs.slack.dev/messaging/formatting-message-text). {@code slackIds} answers whom a mention
 * pings; for everybody else the name stands there.
 */
final class Mrkdwn {
    private static final String CUT = "…";
    /** Keeps a format's sign apart from the letter beside it, beside which it would be none. */
    private static final String APART = "\u200B";

    private static final int LONGEST_LINK = 2_000;

    private final Function<UUID, Optional<String>> slackIds;

    Mrkdwn(Function<UUID, Optional<String>> slackIds) {
        this.slackIds = slackIds;
    }

    /** At most {@code longest} characters of mrkdwn. */
    String of(List<Span> spans, int longest) {
        var out = new StringBuilder();
        for (var span : merged(spans)) {
            var next = glued(out, span, of(span));
            if (out.length() + next.length() > longest) {
                cut(out, span, longest);
                break;
            }
            out.append(next);
        }
        return out.toString().strip();
    }

    /** Bold beside bold is one: two signs that meet would show. */
    private static List<Span> merged(List<Span> spans) {
        var merged = new ArrayList<Span>();
        for (var span : spans) {
            if (span instanceof Span.Strong(var text)
                    && !merged.isEmpty()
                    && merged.getLast() instanceof Span.Strong(var before))
                merged.set(merged.size() - 1, Span.strong(before + text));
            else merged.add(span);
        }
        return merged;
    }

    /** As much of the words of {@code span} as fits, and the sign that there was more. */
    private void cut(StringBuilder out, Span span, int longest) {
        if (span instanceof Span.Text text)
            out.append(SlackText.fitting(text.text(), longest - CUT.length() - out.length()));
        while (out.length() > longest - CUT.length()) out.setLength(whole(out));
        out.append(CUT);
    }

    /** The length without the last sequence or character. */
    private static int whole(StringBuilder out) {
        int last = out.length() - 1;
        int open = out.lastIndexOf(out.charAt(last) == '>' ? "<" : "&");
        boolean isSequence = out.charAt(last) == '>' || (out.charAt(last) == ';' && last - open < 6);
        if (isSequence && open >= 0) return open;
        return last > 0 && Character.isLowSurrogate(out.charAt(last)) ? last - 1 : last;
    }

    private static String glued(StringBuilder out, Span span, String next) {
        if (out.isEmpty() || next.isEmpty()) return next;
        boolean opens = (span instanceof Span.Strong || span instanceof Span.Code) && next.charAt(0) != ' ';
        char before = out.charAt(out.length() - 1);
        boolean isClosed = before == '*' || before == '`';
        boolean touches = (opens && Character.isLetterOrDigit(before))
                || (isClosed && (opens || Character.isLetterOrDigit(next.charAt(0))));
        return touches ? APART + next : next;
    }

    private String of(Span span) {
        return switch (span) {
            case Span.Text text -> SlackText.linked(text.text());
            case Span.Strong strong -> wrapped("*", strong.text(), "∗", SlackText::unformatted);
            case Span.Code code -> wrapped("`", code.text(), "ˋ", SlackText::escaped);
            case Span.Link link -> link(link.label(), link.to());
            case Span.Time time -> time(time);
            case Span.Mention mention ->
                slackIds.apply(mention.responderId())
                        .filter(id -> id.matches("[A-Z0-9]{2,30}"))
                        .map(id -> "<@" + id + ">")
                        .orElseGet(() -> SlackText.escaped(CleanText.line(mention.name())));
        };
    }

    /** One line between two signs; the sign itself, which would end it, becomes its look-alike. Space stays outside. */
    private static String wrapped(String sign, String text, String lookAlike, UnaryOperator<String> escape) {
        var line = CleanText.line(text).replace(sign, lookAlike);
        if (line.isEmpty()) return "";
        return space(text.charAt(0)) + sign + escape.apply(line) + sign + space(text.charAt(text.length() - 1));
    }

    private static String space(char edge) {
        return Character.isWhitespace(edge) ? " " : "";
    }

    private static String link(String label, URI to) {
        var line = CleanText.line(label);
        var address = to.toString();
        if (!leadsSomewhere(to) || address.length() > LONGEST_LINK)
            return SlackText.linked(line.equals(address) ? line : line + " (" + address + ")");
        return "<" + SlackText.address(address) + "|" + SlackText.escaped(line.isEmpty() ? address : line) + ">";
    }

    private static boolean leadsSomewhere(URI to) {
        var scheme = to.getScheme() == null ? "" : to.getScheme().toLowerCase(Locale.ROOT);
        return to.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
    }

    /** Slack shows it in each reader's own zone; the words after the bar are for clients that cannot. */
    private static String time(Span.Time time) {
        var format = switch (time.style()) {
            case CLOCK -> "{time}";
            case CLOCK_WITH_SECONDS -> "{time_secs}";
            case DATE_AND_CLOCK -> "{date_short_pretty} {time}";
            case RELATIVE -> "{ago}";
        };
        return "<!date^" + time.at().getEpochSecond() + "^" + format + "|" + PlainText.of(time) + ">";
    }
}
