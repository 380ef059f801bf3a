package dev.arke.chat;

import java.util.regex.Pattern;

/** Names as they stand in lines that are typed or that buttons stand for. */
public final class Names {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");

    private Names() {}

    /** Without the white space at its ends, and with one blank for each run of it inside. */
    public static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** In quotes where it would otherwise be read as several words or as something else. */
    public static String quoted(String name) {
        return PLAIN.matcher(name).matches() ? name : '"' + name.replace('"', '\'') + '"';
    }
}
