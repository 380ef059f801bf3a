package dev.arke.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** What logs and the timeline call the place a message goes to. */
final class RecipientTest {
    @Test
    void anAddressIsSaidNowhere() {
        assertThat(Recipient.ofMail("ops@example.com")).hasToString("a mail address");
        assertThat(Recipient.of(URI.create("https://Hooks.example.com/secret")))
                .hasToString("webhook at hooks.example.com");
    }
}
