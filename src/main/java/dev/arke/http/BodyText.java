package dev.arke.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a JSON body. UTF-8, UTF-16 and UTF-32 are told apart by their byte order mark or, as JSON begins with
 * ASCII, by where its first bytes are zero (RFC 4627, 3); bytes that do not fit become U+FFFD: a wrong accent must not
 * cost a page.
 */
final class BodyText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private BodyText() {}

    static String of(byte[] body) {
        var text = new String(body, charset(body));
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Charset charset(byte[] body) {
        int first = pair(body, 0);
        int second = pair(body, 2);
        if (body.length < 2) return StandardCharsets.UTF_8;
        if (body.length >= 4 && first == 0 && (second == 0xFEFF || zeroThenAscii(second)))
            return Charset.forName("UTF-32BE");
        if (body.length >= 4 && second == 0 && (first == 0xFFFE || asciiThenZero(first)))
            return Charset.forName("UTF-32LE");
        if (first == 0xFEFF || zeroThenAscii(first)) return StandardCharsets.UTF_16BE;
        if (first == 0xFFFE || asciiThenZero(first)) return StandardCharsets.UTF_16LE;
        return StandardCharsets.UTF_8;
    }

    private static boolean zeroThenAscii(int pair) {
        return pair > 0 && pair < 0x80;
    }

    private static boolean asciiThenZero(int pair) {
        return pair > 0 && pair < 0x8000 && (pair & 0xFF) == 0;
    }

    private static int pair(byte[] body, int at) {
        return at + 1 < body.length ? (((body[at] & 0xFF) << 8) | (body[at + 1] & 0xFF)) : 0;
    }
}
