package dev.arke.phone;

import java.util.Map;

/**
 * How long a text is for the network (3GPP TS 23.038): 160 characters of its own alphabet in one part, 153 in each of
 * several, those of its extension counted twice; with any other character 70 and 67 UTF-16 units. Pure.
 */
final class Gsm {
    private static final String ALPHABET =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENSION = "^{}\\[~]|€\f";
    private static final int ONE = 160;
    private static final int EACH = 153;
    private static final int ONE_WIDE = 70;
    private static final int EACH_WIDE = 67;
    private static final String CUT = "...";

    /** What monitors write with a fine pen would make a text more than twice as long. */
    private static final Map<Integer, String> PLAINER = Map.ofEntries(
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '•', "-"),
            Map.entry((int) '·', "-"),
            Map.entry((int) '\t', " "),
            Map.entry(0x00A0, " "),
            Map.entry(0x202F, " "));

    private Gsm() {}

    /** The same words with plain quotes, dashes and spaces. */
    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> plain.append(PLAINER.getOrDefault(point, Character.toString(point))));
        return plain.toString();
    }

    static int parts(String text) {
        boolean wide = isWide(text);
        int length = length(text, wide);
        if (length <= (wide ? ONE_WIDE : ONE)) return 1;
        int each = wide ? EACH_WIDE : EACH;
        return (length + each - 1) / each;
    }

    /** {@code words} and {@code ending} in at most so many parts: the words give way, at a space where there is one near. */
    static String cut(String words, String ending, int parts) {
        if (parts(words + ending) <= parts) return words + ending;
        int low = 0;
        int high = words.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (parts(words.substring(0, middle) + CUT + ending) <= parts) low = middle;
            else high = middle - 1;
        }
        return kept(words, low) + CUT + ending;
    }

    private static String kept(String words, int end) {
        int at = end > 0 && Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end;
        int space = words.lastIndexOf(' ', at);
        return words.substring(0, space > at - 20 && space > 0 ? space : at).stripTrailing();
    }

    private static boolean isWide(String text) {
        return text.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0 && EXTENSION.indexOf(c) < 0);
    }

    private static int length(String text, boolean wide) {
        return wide
                ? text.length()
                : text.chars().map(c -> EXTENSION.indexOf(c) < 0 ? 1 : 2).sum();
    }
}
