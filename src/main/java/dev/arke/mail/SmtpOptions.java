package dev.arke.mail;

import dev.arke.delivery.TimeLimit;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** How long we wait, and whose certificates we trust; empty: those that Java does. */
record SmtpOptions(Duration connect, Duration read, TimeLimit limit, Optional<SSLSocketFactory> trust) {
    static final SmtpOptions STANDARD =
            new SmtpOptions(Duration.ofSeconds(5), Duration.ofSeconds(10), TimeLimit.STANDARD, Optional.empty());
}
