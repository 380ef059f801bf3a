package dev.arke.teams.card;

import dev.arke.alert.CleanText;

/** How much of everything is drawn: Teams takes messages of some 28 kB, and phones show long ones badly. */
public final class CardLimits {
    /** Of a whole card, in bytes of JSON, so that the activity around it stays below 28 kB. */
    static final int CARD_BYTES = 24_000;

    /** Of one text, in characters and lines. */
    public static final int RUN = 2_000;

    public static final int LINES = 40;
    static final int SUMMARY = 500;
    static final int TEXT = 8_000;
    static final int LABEL = 80;
    static final int ACTIONS = 6;
    static final int LINE = 1_000;
    static final int INPUT_TEXT = 3_000;

    private static final String CUT = "…";

    private CardLimits() {}

    /** One clean line of at most so many characters; {@code otherwise} where nothing is left. */
    static String line(String text, int longest, String otherwise) {
        var line = CleanText.line(text);
        return cut(line.isEmpty() ? otherwise : line, longest);
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) return text;
        int end = longest - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
