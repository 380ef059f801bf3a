package dev.arke.alert;

import dev.arke.responder.Sha256;

/** The secret in an integration's address. Only its SHA-256 in lower-case hexadecimal is kept. */
public final class IntegrationKey {
    private IntegrationKey() {}

    public static String hash(String key) {
        return Sha256.of(key);
    }

    /** Whether two hashes are the same, in a time that does not tell where they differ. */
    public static boolean same(String hash, String other) {
        return Sha256.same(hash, other);
    }
}
