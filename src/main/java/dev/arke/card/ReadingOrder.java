package dev.arke.card;

/**
 * The controls that make text read otherwise than it is stored (Unicode TR 36, 2.11): embeddings, overrides, isolates
 * and their ends. No language needs them to be written, and they would turn around our own words too, so cards have none.
 */
public final class ReadingOrder {
    private ReadingOrder() {}

    public static boolean isTurnedBy(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }

    /** The text without them; the same instance where there are none. */
    public static String kept(String text) {
        if (text.chars().noneMatch(c -> isTurnedBy((char) c))) return text;
        var plain = new StringBuilder(text.length());
        text.chars().filter(c -> !isTurnedBy((char) c)).forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
