package dev.arke.delivery;

import java.util.Locale;
import java.util.Optional;

/** Bytes as lower-case letters and digits (RFC 4648, 6, without padding), which survive where case does not. */
final class Base32 {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        var text = new StringBuilder((bytes.length * 8 + BITS - 1) / BITS);
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = ((buffer << 8) | (next & 0xFF)) & 0xFFFF;
            for (bits += 8; bits >= BITS; bits -= BITS) text.append(digit(buffer >> (bits - BITS)));
        }
        if (bits > 0) text.append(digit(buffer << (BITS - bits)));
        return text.toString();
    }

    private static char digit(int value) {
        return ALPHABET.charAt(value & 0x1F);
    }

    /** In the case in which we write it, whatever the host's language. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** So many bytes; empty when it is not made of our letters, or stands for another number of bytes. */
    static Optional<byte[]> read(String text, int length) {
        var bytes = new byte[length];
        int at = 0;
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) return Optional.empty();
            buffer = ((buffer << BITS) | value) & 0xFFFF;
            bits += BITS;
            if (bits < 8) continue;
            if (at == length) return Optional.empty();
            bits -= 8;
            bytes[at++] = (byte) (buffer >> bits);
        }
        boolean isWhole = at == length && (buffer & ((1 << bits) - 1)) == 0;
        return isWhole ? Optional.of(bytes) : Optional.empty();
    }
}
