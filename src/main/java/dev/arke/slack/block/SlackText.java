package dev.arke.slack.block;

import dev.arke.alert.CleanText;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text of strangers as Slack's mrkdwn: it shows as it is, pings nobody, and only its web addresses are links. */
public final class SlackText {
    private static final String APART = "\u200B";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>|\"'`*]{1,1000}");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.,;:!?)\\]}]+\\z");
    private static final Pattern CALLS_ALL =
            Pattern.compile("(?<![\\w.])@(?=(?:here|channel|everyone|group)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTES = Pattern.compile("(?m)^(\\s*)(?=>)");
    private static final String SIGNS = "*_~`";

    private SlackText() {}

    /** For the {@code text} of a message, which lock screens and screen readers say. */
    public static String escaped(String text) {
        return CALLS_ALL
                .matcher(text)
                .replaceAll("@" + APART)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    /** For a section: formats nothing, and links web addresses. */
    static String linked(String raw) {
        var text = CleanText.of(raw);
        var out = new StringBuilder();
        var addresses = ADDRESS.matcher(text);
        int from = 0;
        while (addresses.find()) {
            var address = END_OF_SENTENCE.matcher(addresses.group()).replaceFirst("");
            int end = addresses.start() + address.length();
            out.append(unformatted(text.substring(from, addresses.start())));
            out.append('<').append(address(address)).append('>');
            from = end;
        }
        return out.append(unformatted(text.substring(from))).toString();
    }

    /** The longest beginning of {@code raw} that is no longer than this as {@link #linked}. */
    static String fitting(String raw, int longest) {
        if (longest <= 0) return "";
        int fits = 0;
        int tooLong = Math.min(raw.length(), longest) + 1;
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) >>> 1;
            if (linked(BlockLimits.head(raw, middle)).length() <= longest) fits = middle;
            else tooLong = middle;
        }
        return fits == 0 ? "" : linked(BlockLimits.head(raw, fits));
    }

    /** An address as it stands between angle brackets. */
    static String address(String address) {
        return address.replace("&", "&amp;")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("|", "%7C")
                .replace(" ", "%20");
    }

    /** What would be bold, italic, struck through, code or a quote stays as it is written. */
    static String unformatted(String text) {
        var quoted = QUOTES.matcher(text.replace("```", "ˋˋˋ")).replaceAll("$1" + APART);
        return escaped(quoted.lines().map(SlackText::apart).collect(Collectors.joining("\n"))
                + (quoted.endsWith("\n") ? "\n" : ""));
    }

    /** A sign that could begin or end a format, and has a partner on its line, is set apart from what it would format. */
    private static String apart(String line) {
        var out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (SIGNS.indexOf(c) >= 0 && isAtEdge(line, i) && line.indexOf(c) != line.lastIndexOf(c))
                out.append(APART).append(c).append(APART);
            else out.append(c);
        }
        return out.toString();
    }

    /** Not inside a word: the signs of snake_case format nothing, and stay as they can be copied. */
    private static boolean isAtEdge(String line, int at) {
        boolean wordBefore = at > 0 && Character.isLetterOrDigit(line.charAt(at - 1));
        boolean wordAfter = at + 1 < line.length() && Character.isLetterOrDigit(line.charAt(at + 1));
        return !(wordBefore && wordAfter);
    }
}
