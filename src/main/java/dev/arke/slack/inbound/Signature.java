package dev.arke.slack.inbound;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request is Slack's (docs.slack.dev/authentication/verifying-requests-from-slack). Bolt's own check lets any
 * future time pass and does not compare in constant time.
 */
final class Signature {
    static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    static final String SIGNATURE = "X-Slack-Signature";

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException for a blank secret, with which anybody could sign */
    Signature(String secret) {
        if (secret.isBlank()) throw new IllegalArgumentException("the signing secret is blank");
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Each header must have come exactly once; the time may be up to 5 minutes off, either way. */
    boolean isSlacks(List<String> timestamps, List<String> signatures, byte[] body, Instant now) {
        if (timestamps.size() != 1 || signatures.size() != 1) return false;
        var timestamp = timestamps.getFirst();
        if (!SECONDS.matcher(timestamp).matches()) return false;
        var apart = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        return apart.compareTo(WINDOW) <= 0
                && MessageDigest.isEqual(
                        of(timestamp, body).getBytes(StandardCharsets.UTF_8),
                        signatures.getFirst().getBytes(StandardCharsets.UTF_8));
    }

    private String of(String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
