package dev.arke.responder;

import java.security.SecureRandom;
import java.util.Base64;

/** The secret in the address of a one-time link or a feed: 256 random bits. Only its SHA-256 is kept. */
public record LinkToken(String text) {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static LinkToken fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public String hash() {
        return Sha256.of(text);
    }

    /** Whether it has this hash, in a time that does not tell where they differ. */
    public boolean hasHash(String hash) {
        return Sha256.same(hash(), hash);
    }

    @Override
    public String toString() {
        return "LinkToken";
    }
}
