package dev.arke.chat;

/** Lengths of what we repeat of a person's own words. */
final class Shown {
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_LABEL = 70;
    /** Slack takes values of 2,000 characters; what the adapters add must fit as well. */
    private static final int LONGEST_LINE = 1_800;

    private Shown() {}

    static String word(String word) {
        return cut(word, LONGEST_WORD);
    }

    static String label(String label) {
        return cut(label.strip(), LONGEST_LABEL);
    }

    static boolean fitsButton(String line) {
        return line.length() <= LONGEST_LINE;
    }

    private static String cut(String text, int longest) {
        var line = text.replace('\n', ' ');
        if (line.length() <= longest) return line;
        int end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return line.substring(0, end) + "…";
    }
}
