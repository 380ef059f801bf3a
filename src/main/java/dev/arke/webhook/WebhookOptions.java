package dev.arke.webhook;

import dev.arke.delivery.TimeLimit;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** How long we wait, who turns names into addresses, and whose certificates we trust; empty: those that Java does. */
record WebhookOptions(Duration connect, Duration read, TimeLimit limit, Names names, Optional<SSLSocketFactory> trust) {
    static final WebhookOptions STANDARD = new WebhookOptions(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            TimeLimit.STANDARD,
            host -> List.of(InetAddress.getAllByName(host)),
            Optional.empty());

    /** Turns a name into its addresses. */
    @FunctionalInterface
    interface Names {
        List<InetAddress> addressesOf(String host) throws UnknownHostException;
    }
}
