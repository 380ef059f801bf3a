package dev.arke.alert;

import dev.arke.card.ReadingOrder;
import java.nio.charset.StandardCharsets;

/** Text of unknown senders made fit to keep and show: every language and emoji stay, what breaks stores or screens goes. */
public final class CleanText {
    private static final int ROOM_FOR_CUT = 40;
    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /**
     * The text without control characters (newline and tab stay) and without those that turn the reading
     * order; lone surrogates become U+FFFD.
     */
    public static String of(String raw) {
        var clean = new StringBuilder(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            char c = raw.charAt(at);
            if (Character.isHighSurrogate(c) && at + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(at + 1))) {
                clean.append(c).append(raw.charAt(++at));
            } else if (Character.isSurrogate(c)) {
                clean.append(REPLACEMENT);
            } else if (stays(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /** The same as one line: each run of white space is one space, none at the ends. */
    public static String line(String raw) {
        var line = new StringBuilder();
        of(raw).codePoints().forEach(point -> {
            if (!Character.isWhitespace(point)) line.appendCodePoint(point);
            else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') line.append(' ');
        });
        return line.toString().strip();
    }

    /** At most {@code limit} UTF-16 characters (40 or more), the end saying how much is left out: {@code … (cut, 10 kB more)}. */
    public static String cut(String text, int limit) {
        if (text.length() <= limit) return text;
        int end = limit - ROOM_FOR_CUT;
        if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
        return text.substring(0, end) + "… (cut, " + amount(text.substring(end)) + " more)";
    }

    private static String amount(String rest) {
        int bytes = rest.getBytes(StandardCharsets.UTF_8).length;
        return bytes < 1000 ? bytes + " bytes" : (bytes + 500) / 1000 + " kB";
    }

    private static boolean stays(char c) {
        if (c == '\n' || c == '\t') return true;
        return !ReadingOrder.isTurnedBy(c) && !Character.isISOControl(c);
    }
}
