package dev.arke.webhook;

import dev.arke.delivery.Cidr;
import java.util.ArrayList;
import java.util.List;

/** What signs our calls, and which networks that are not public may be called all the same. */
public record WebhookSettings(String secret, List<Cidr> allowed) {
    private static final int SHORTEST_SECRET = 16;

    public WebhookSettings {
        allowed = List.copyOf(allowed);
    }

    /**
     * Reads ARKE_WEBHOOK_SECRET and ARKE_WEBHOOK_ALLOW_PRIVATE (networks such as {@code 10.1.0.0/16}, by commas; blank:
     * none).
     *
     * @throws IllegalArgumentException what is wrong, for people, without the secret
     */
    public static WebhookSettings parse(String secret, String allowPrivate) {
        if (secret.strip().length() < SHORTEST_SECRET)
            throw new IllegalArgumentException("ARKE_WEBHOOK_SECRET must have at least " + SHORTEST_SECRET
                    + " characters; make one with: openssl rand -hex 32");
        var allowed = new ArrayList<Cidr>();
        for (var part : allowPrivate.split(",", -1)) {
            var network = part.strip();
            if (network.isEmpty()) continue;
            allowed.add(Cidr.parse(network)
                    .orElseThrow(() -> new IllegalArgumentException("ARKE_WEBHOOK_ALLOW_PRIVATE: \"" + network
                            + "\" is not a network. Write it like 10.1.0.0/16 or fd00::/8, several by commas.")));
        }
        return new WebhookSettings(secret.strip(), allowed);
    }

    @Override
    public String toString() {
        return "WebhookSettings[secret=***, allowed=" + allowed + "]";
    }
}
