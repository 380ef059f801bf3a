package dev.arke.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arke.delivery.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookSettingsTest {
    private static final String SECRET = "0123456789abcdef";

    @Test
    void networksAreReadByCommas() {
        assertThat(WebhookSettings.parse(SECRET, " 10.1.0.0/16, fd00::/8 ,192.168.1.7")
                        .allowed())
                .extracting(Cidr::toString)
                .containsExactly("10.1.0.0/16", "fd00:0:0:0:0:0:0:0/8", "192.168.1.7/32");
        assertThat(WebhookSettings.parse(SECRET, "").allowed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "300.0.0.0/8", "dead.example.com", "fd00::/129", "/8"})
    void whatIsNoNetworkIsNamed(String text) {
        assertThatThrownBy(() -> WebhookSettings.parse(SECRET, "10.1.0.0/16," + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ARKE_WEBHOOK_ALLOW_PRIVATE: \"" + text + "\"");
    }

    @Test
    void aShortSecretIsRefusedAndNoSecretIsTold() {
        assertThatThrownBy(() -> WebhookSettings.parse("hunter2", ""))
                .hasMessageStartingWith("ARKE_WEBHOOK_SECRET")
                .message()
                .doesNotContain("hunter2");
        assertThat(WebhookSettings.parse(SECRET, "").toString()).doesNotContain(SECRET);
    }
}
