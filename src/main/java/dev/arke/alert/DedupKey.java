package dev.arke.alert;

import dev.arke.responder.Sha256;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What makes repeats of one alert one: a line a person can read, at most 255 characters. */
public final class DedupKey {
    public static final int LIMIT = 255;
    private static final int HASH_DIGITS = 32;

    private DedupKey() {}

    /** The key as it is kept: one clean line; a longer one keeps its beginning and ends in a hash of the whole. */
    public static String fit(String raw) {
        var line = CleanText.line(raw);
        if (line.length() <= LIMIT) return line;
        int end = LIMIT - HASH_DIGITS - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) end--;
        return line.substring(0, end) + "~" + hash(line);
    }

    /** A key for an alert that brings none: what it says and its labels, so that the same alert gives the same key. */
    public static String of(String summary, SortedMap<String, String> labels) {
        if (labels.isEmpty()) return fit(summary);
        return fit(summary
                + labels.entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(", ", " {", "}")));
    }

    private static String hash(String text) {
        return Sha256.of(text).substring(0, HASH_DIGITS);
    }
}
