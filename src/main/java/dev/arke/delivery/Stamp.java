package dev.arke.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Vouches with HMAC-SHA256 for what comes back from the messages we sent: the links in them, and the replies to them. What
 * was made with another key, cut or changed is not ours. Pure; safe for many threads.
 */
public final class Stamp {
    /** A short one, as it must fit into an address: 100 bits, which nobody guesses by sending mails. */
    private static final int REPLY_SIGNATURE = 20;

    private static final int ID = 26;
    private static final int UUID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 32;
    private static final int LONGEST_LINK = 4_000;

    private final SecretKeySpec linking;
    private final SecretKeySpec replying;

    /** What a link does: the line that it runs for whoever the delivery went to, before {@code until}. */
    public record Link(UUID deliveryId, Instant until, String line) {}

    /** {@code stored} is in the database, {@code secret} in the settings; it may be blank. */
    public Stamp(String stored, String secret) {
        var whole = mac(new SecretKeySpec(bytes("arke " + stored), "HmacSHA256"), bytes(secret));
        linking = key(whole, "links");
        replying = key(whole, "replies");
    }

    private static SecretKeySpec key(byte[] whole, String purpose) {
        return new SecretKeySpec(mac(new SecretKeySpec(whole, "HmacSHA256"), bytes(purpose)), "HmacSHA256");
    }

    /** What a reply to this delivery brings back: lower-case letters and digits, 46 of them, fit for any address. */
    public String reply(UUID deliveryId) {
        var id = Base32.of(bytes(deliveryId));
        return id + signatureOfReply(id);
    }

    private String signatureOfReply(String id) {
        return Base32.of(mac(replying, bytes(id))).substring(0, REPLY_SIGNATURE);
    }

    /** The delivery that this was made for; servers may have changed the case. Empty when it is not ours. */
    public Optional<UUID> replyTo(String token) {
        var plain = Base32.plain(token);
        if (plain.length() != ID + REPLY_SIGNATURE) return Optional.empty();
        var id = plain.substring(0, ID);
        return isSame(bytes(signatureOfReply(id)), bytes(plain.substring(ID)))
                ? Base32.read(id, UUID_BYTES).map(Stamp::uuid)
                : Optional.empty();
    }

    /** Fit for the path of an address. */
    public String link(Link link) {
        var line = bytes(link.line());
        var content = ByteBuffer.allocate(UUID_BYTES + Long.BYTES + line.length)
                .put(bytes(link.deliveryId()))
                .putLong(link.until().getEpochSecond())
                .put(line)
                .array();
        return text(content) + "." + text(mac(linking, content));
    }

    /** What a link does; empty when it is not ours, or its time is over. */
    public Optional<Link> read(String token, Instant now) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST_LINK) return Optional.empty();
        var content = bytesOf(token.substring(0, dot));
        var signature = bytesOf(token.substring(dot + 1));
        boolean isOurs = content.length > UUID_BYTES + Long.BYTES
                && signature.length == SIGNATURE_BYTES
                && isSame(mac(linking, content), signature);
        return isOurs ? Optional.of(link(content)).filter(link -> now.isBefore(link.until())) : Optional.empty();
    }

    private static Link link(byte[] content) {
        var buffer = ByteBuffer.wrap(content);
        var id = new UUID(buffer.getLong(), buffer.getLong());
        var until = Instant.ofEpochSecond(buffer.getLong());
        var line = Arrays.copyOfRange(content, buffer.position(), content.length);
        return new Link(id, until, new String(line, StandardCharsets.UTF_8));
    }

    private static boolean isSame(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    private static byte[] mac(SecretKeySpec key, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytesOf(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
