package dev.arke.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.arke.card.Button;
import dev.arke.card.Card;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.delivery.Stamp;
import dev.arke.mail.MailSettings.Login;
import dev.arke.mail.MailSettings.Security;
import dev.arke.testkit.FakeSmtp;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.RawServer;
import dev.arke.testkit.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MailCarrierTest {
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final Stamp STAMP = new Stamp("stored", "secret");
    private static final MailWays WAYS =
            new MailWays(URI.create("https://arke.example.com"), () -> STAMP, Optional.empty());
    private static final String MESSAGE_ID = "<arke." + STAMP.reply(ID) + "@example.com>";
    private static final Login LOGIN = new Login("arke", "s3cret-of-smtp");

    private final MovableInstants clock = new MovableInstants();

    @Test
    void aPageArrivesThroughARealMailServer() {
        var green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        green.setUser("arke@example.com", LOGIN.user(), LOGIN.password());
        green.start();
        try {
            var carrier = carrier(green.getSmtp().getPort(), Security.NONE);
            var card = Card.line(Tone.ALARM, Span.text("Ödeme: "), Span.strong("disk full"))
                    .withButtons(Button.primary("Acknowledge", "ack 1042"), Button.of("Escalate", "escalate 1042"));

            var outcome = carrier.send(message(Purpose.PAGE, card, Optional.of("<arke.1@example.com>")));

            var mail = new ParsedMail(green.getReceivedMessages()[0]);
            assertThat(outcome).isEqualTo(new Outcome.Delivered(MESSAGE_ID));
            assertThat(mail.header("Message-ID")).isEqualTo(MESSAGE_ID);
            assertThat(mail.header("In-Reply-To")).isEqualTo("<arke.1@example.com>");
            assertThat(mail.header("Date")).isEqualTo("Mon, 12 Jan 2026 09:00:00 +0000");
            assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(mail.header("Importance")).isEqualTo("high");
            assertThat(mail.header("From")).isEqualTo("Arke <arke@example.com>");
            assertThat(mail.text())
                    .contains("Ödeme: disk full", "Acknowledge: https://arke.example.com/mail/")
                    .containsPattern("In chat:\\R+Escalate: escalate 1042");
            assertThat(mail.html().orElseThrow())
                    .contains("Ödeme: <strong>disk full</strong>", ">Acknowledge</a>")
                    .contains("Escalate: <code>escalate 1042</code>")
                    // Read on a phone, at night.
                    .containsPattern("<div style=\"font-family:[^\"]*sans-serif")
                    .contains("name=\"viewport\"", "name=\"color-scheme\" content=\"light dark\"");
        } finally {
            green.stop();
        }
    }

    @Test
    void plainTextHasNoFormAndANoticeDoesNotRing() throws IOException {
        try (var server = FakeSmtp.start()) {
            var message = new Message(
                    ID,
                    Purpose.NOTICE,
                    "dana@example.com",
                    Card.line("your shift begins"),
                    Optional.empty(),
                    Optional.empty(),
                    true);

            carrier(server.port(), Security.NONE).send(message);

            var mail = ParsedMail.of(server.mails().getFirst());
            assertThat(mail.html()).isEmpty();
            assertThat(mail.text()).contains("your shift begins");
            assertThat(mail.header("Importance")).isEmpty();
        }
    }

    @Test
    void noTextBecomesAHeader() throws IOException {
        try (var server = FakeSmtp.start()) {
            var card = Card.line("disk\r\nBcc: eve@example.com\u2028x\u202Ey" + "\uD83D\uDD25".repeat(300));

            carrier(server.port(), Security.NONE)
                    .send(message(Purpose.PAGE, card, Optional.of("<a@b>\r\nBcc: eve@example.com")));

            var mail = ParsedMail.of(server.mails().getFirst());
            assertThat(mail.header("Bcc") + mail.header("In-Reply-To")).isEmpty();
            assertThat(server.commands().stream().filter(command -> command.startsWith("RCPT")))
                    .containsExactly("RCPT TO:<dana@example.com>");
            assertThat(MailMessage.subject(card)).startsWith("disk Bcc: eve@example.com xy\uD83D\uDD25");
            assertThat(MailMessage.subject(card)
                            .codePointCount(0, MailMessage.subject(card).length()))
                    .isEqualTo(150);
        }
    }

    @Test
    void aTimelineIsNotMailed() throws IOException {
        try (var server = FakeSmtp.start()) {
            var outcome = carrier(server.port(), Security.NONE)
                    .send(message(Purpose.THREAD, Card.line("09:00 acknowledged"), Optional.of("<a@b>")));

            assertThat(outcome).isEqualTo(new Outcome.Delivered("<a@b>"));
            assertThat(server.commands()).isEmpty();
        }
    }

    @Test
    void noPasswordIsSentWithoutEncryption() throws IOException {
        try (var server = FakeSmtp.start()) {
            var outcome = carrier(server.port(), Security.STARTTLS).send(page());

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.CarrierBroken.class,
                            broken -> assertThat(broken.problem()).contains("offers no encryption"));
            assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
        }
    }

    @Test
    void onlyACertificateThatIsTrustedForTheHostIsTalkedTo(@TempDir Path directory) throws Exception {
        var context = TestCertificate.context(directory);
        try (var server = new FakeSmtp(
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()))) {
            assertThat(tls("localhost", server.port(), Optional.of(context)).send(page()))
                    .isInstanceOf(Outcome.Delivered.class);
            assertThat(tls("127.0.0.1", server.port(), Optional.of(context)).send(page()))
                    .isInstanceOf(Outcome.CarrierBroken.class);
            assertThat(tls("localhost", server.port(), Optional.empty()).send(page()))
                    .isInstanceOfSatisfying(
                            Outcome.CarrierBroken.class,
                            broken -> assertThat(broken.problem()).contains("certificate"));
            assertThat(server.mails()).hasSize(1);
        }
    }

    @Test
    void theServerIsCheckedAtMostEveryThirtySeconds() throws IOException {
        try (var server = FakeSmtp.start()) {
            var carrier = carrier(server.port(), Security.NONE);

            assertThat(carrier.problem()).isEmpty();
            server.answering("AUTH", "535 5.7.8 s3cret-of-smtp is wrong");
            clock.advance(Duration.ofSeconds(29));
            assertThat(carrier.problem()).isEmpty();
            clock.advance(Duration.ofSeconds(1));

            assertThat(carrier.problem())
                    .hasValue("the mail server 127.0.0.1 does not accept our login (535 5.7.8): "
                            + "check user and password in SMTP_URL");
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void aServerThatIsSilentKeepsNobodyWaiting() throws IOException {
        try (var silent = RawServer.silent()) {
            var before = System.nanoTime();

            var problem = carrier(silent.port(), Security.NONE).problem();

            assertThat(problem).hasValue("the mail server has not answered yet: check SMTP_URL");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aFailedLoginIsTheCarriersFaultAndSaysSo() throws IOException {
        try (var server = FakeSmtp.start().answering("AUTH", "535 no")) {
            assertThat(carrier(server.port(), Security.NONE).send(page()))
                    .isInstanceOfSatisfying(
                            Outcome.CarrierBroken.class,
                            broken -> assertThat(broken.reason()).isEqualTo(FailureReason.AUTH));
        }
    }

    @Test
    void theSettingIsTheLimit() {
        var settings = MailSettings.parse("smtp://127.0.0.1:1", "arke@example.com");

        assertThat(new MailCarrier(settings, WAYS, clock).rateScopes(page()))
                .containsExactly(new RateScope("email", 120, Duration.ofMinutes(1)));
        assertThat(new MailCarrier(settings.atMost("6000"), WAYS, clock).rateScopes(page()))
                .containsExactly(new RateScope("email", 6000, Duration.ofMinutes(1)));
    }

    private MailCarrier carrier(int port, Security security) {
        return new MailCarrier(
                new MailSettings("127.0.0.1", port, security, Optional.of(LOGIN), "Arke <arke@example.com>", 120),
                WAYS,
                clock);
    }

    private MailCarrier tls(String host, int port, Optional<SSLContext> trusted) {
        var standard = SmtpOptions.STANDARD;
        return new MailCarrier(
                new MailSettings(host, port, Security.TLS, Optional.of(LOGIN), "arke@example.com", 120),
                WAYS,
                new SmtpOptions(
                        standard.connect(),
                        standard.read(),
                        standard.limit(),
                        trusted.map(SSLContext::getSocketFactory)),
                clock);
    }

    private static Message page() {
        return message(Purpose.PAGE, Card.line("disk full"), Optional.empty());
    }

    private static Message message(Purpose purpose, Card card, Optional<String> thread) {
        return new Message(ID, purpose, "dana@example.com", card, Optional.empty(), thread, false);
    }
}
