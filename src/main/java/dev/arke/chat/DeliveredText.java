package dev.arke.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A line as a platform delivered it and the plain text it stands for: markup decoded, typographic quotes and spaces
 * made plain, control characters gone. Knows for each place of the text where it came from in the line.
 */
final class DeliveredText {
    /** Somebody named from {@code start} to {@code end} of the plain text. */
    record Mark(int start, int end, Reference reference) {}

    private final String line;
    private final String text;
    private final List<Mark> marks;
    private final int[] origins;

    private DeliveredText(String line, String text, List<Mark> marks, int[] origins) {
        this.line = line;
        this.text = text;
        this.marks = List.copyOf(marks);
        this.origins = origins;
    }

    static DeliveredText of(String delivered, ChatContext context) {
        var markup = Markup.of(context);
        var line = markup.selfContained(delivered);
        var plain = new StringBuilder(line.length());
        var origins = new int[line.length() * 2 + 1];
        var marks = new ArrayList<Mark>();
        int at = 0;
        while (at < line.length()) {
            int from = plain.length();
            var piece = markup.at(line, at);
            if (piece == null) appendPlain(line.charAt(at), plain);
            else
                for (int i = 0; i < piece.text().length(); i++)
                    appendPlain(piece.text().charAt(i), plain);
            if (plain.length() >= origins.length) origins = Arrays.copyOf(origins, plain.length() * 2);
            Arrays.fill(origins, from, plain.length(), at);
            if (piece != null && piece.reference().isPresent())
                marks.add(new Mark(from, plain.length(), piece.reference().get()));
            at = piece == null ? at + 1 : piece.end();
        }
        origins[plain.length()] = line.length();
        return new DeliveredText(line, withoutHalves(plain), marks, origins);
    }

    /** What a phone makes of quotes and blanks is made plain again; what a database refuses is left out. */
    private static void appendPlain(char c, StringBuilder to) {
        switch (c) {
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb' -> to.append('"');
            case '\u2018', '\u2019', '\u201a', '\u201b' -> to.append('\'');
            case '\u00a0', '\u2007', '\u202f' -> to.append(' ');
            case '\n', '\t' -> to.append(c);
            default -> {
                if (!Character.isISOControl(c)) to.append(c);
            }
        }
    }

    /** Half of a surrogate pair is no character and cannot be stored. */
    private static String withoutHalves(StringBuilder plain) {
        for (int i = 0; i < plain.length(); i++) {
            boolean pair = i + 1 < plain.length() && Character.isSurrogatePair(plain.charAt(i), plain.charAt(i + 1));
            if (pair) i++;
            else if (Character.isSurrogate(plain.charAt(i))) plain.setCharAt(i, '\ufffd');
        }
        return plain.toString();
    }

    String text() {
        return text;
    }

    List<Mark> marks() {
        return marks;
    }

    /** The line as delivered from this place of the text to that one: can be parsed again. */
    String asDelivered(int from, int to) {
        return line.substring(origins[from], origins[to]).strip();
    }
}
