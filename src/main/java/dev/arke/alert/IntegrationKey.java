package dev.arke.alert;

import dev.arke.responder.Sha256;
import java.util.Locale;

/** The secret in an integration's address. Only its SHA-256 in lower-case hexadecimal is kept. */
public final class IntegrationKey {
    private static final String ADDRESS = "mail:";

    private IntegrationKey() {}

    public static String hash(String key) {
        return Sha256.of(key);
    }

    /**
     * An address to which mails are sent takes the place of a key, and is kept like one: not readable, and of a form that no
     * key's hash has.
     */
    public static String hashOfAddress(String address) {
        return ADDRESS + hash(address.strip().toLowerCase(Locale.ROOT)).substring(ADDRESS.length());
    }
}
