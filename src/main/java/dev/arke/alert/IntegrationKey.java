package dev.arke.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The secret in an integration's address. Only its SHA-256 in lower-case hexadecimal is kept. */
public final class IntegrationKey {
    private IntegrationKey() {}

    public static String hash(String key) {
        return HexFormat.of().formatHex(digest(key));
    }

    /** Whether two hashes are the same, in a time that does not tell where they differ. */
    public static boolean same(String hash, String other) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
