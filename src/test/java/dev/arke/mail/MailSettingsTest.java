package dev.arke.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arke.mail.MailSettings.Login;
import dev.arke.mail.MailSettings.Security;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MailSettingsTest {
    private static final String FROM = "Arke <arke@example.com>";

    @Test
    void aUserNeedsEncryption() {
        assertThat(MailSettings.parse("smtp://bob%40example.com:p%3Aw+d@mail.example.com", FROM))
                .isEqualTo(new MailSettings(
                        "mail.example.com",
                        587,
                        Security.STARTTLS,
                        Optional.of(new Login("bob@example.com", "p:w+d")),
                        FROM,
                        120));
    }

    @Test
    void portAndProtectionFollowFromTheAddress() {
        assertThat(MailSettings.parse("smtp://relay.example.com", FROM))
                .isEqualTo(new MailSettings(
                        "relay.example.com", 25, Security.STARTTLS_IF_OFFERED, Optional.empty(), FROM, 120));
        assertThat(MailSettings.parse("SMTPS://mail.example.com", FROM))
                .isEqualTo(new MailSettings("mail.example.com", 465, Security.TLS, Optional.empty(), FROM, 120));
        assertThat(MailSettings.parse("smtp://localhost:2525", FROM))
                .isEqualTo(new MailSettings("localhost", 2525, Security.NONE, Optional.empty(), FROM, 120));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mail.example.com:587",
                "http://u:hunter2@mail.example.com",
                "smtp://",
                "smtp://u@x.example:hunter2@mail.example.com",
                "smtp://u:hunter2 @mail.example.com",
                "smtp://u@mail.example.com"
            })
    void whatIsWrongIsSaidWithoutThePassword(String url) {
        assertThatThrownBy(() -> MailSettings.parse(url, FROM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("SMTP_URL")
                .hasNoCause()
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void theSenderIsOneMailAddress() {
        assertThatThrownBy(() -> MailSettings.parse("smtp://localhost", "nobody"))
                .hasMessageStartingWith("SMTP_FROM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100001", "1e3", "many", "", "9999999"})
    void aLimitIsANumberOfMails(String limit) {
        var settings = MailSettings.parse("smtp://localhost", FROM);

        assertThatThrownBy(() -> settings.atMost(limit)).hasMessageStartingWith("SMTP_MAILS_A_MINUTE is “" + limit);
        assertThat(settings.atMost("100000").mailsAMinute()).isEqualTo(100_000);
    }

    @Test
    void thePasswordIsInNoWords() {
        var settings = MailSettings.parse("smtp://user:hunter2@mail.example.com", FROM);

        assertThat(settings + " " + settings.login()).doesNotContain("hunter2", "user:");
    }
}
