package dev.arke.chat;

/**
 * Digits and signs as other keyboards type them, made those of our grammar: full-width forms, the digits of other
 * scripts, their commas and full stops, long dashes. Place by place, so that what stands where stays the same. For words of
 * the grammar only: names and free text stay as they are typed.
 */
final class TypedForms {
    private static final int FULL_WIDTH = '\uff01' - '!';

    private TypedForms() {}

    static String plain(String typed) {
        if (typed.chars().allMatch(c -> c < 0x80)) return typed;
        var plain = new StringBuilder(typed.length());
        typed.chars().forEach(c -> plain.append(plain((char) c)));
        return plain.toString();
    }

    static char plain(char c) {
        if (c < 0x80) return c;
        if (c >= '\uff01' && c <= '\uff5e') return (char) (c - FULL_WIDTH);
        return switch (c) {
            case '\u060c', '\u3001' -> ',';
            case '\u061b' -> ';';
            case '\u061f' -> '?';
            case '\u2026', '\u3002', '\uff61' -> '.';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> '-';
            default -> Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
        };
    }

    /** In lower case, letter by letter: a Turkish keyboard's capital of "list" is no word of another length. */
    static String lower(String typed) {
        var lower = new StringBuilder(typed.length());
        plain(typed).chars().forEach(c -> lower.append(Character.toLowerCase(Character.toUpperCase((char) c))));
        return lower.toString();
    }
}
