package dev.arke.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arke.card.Card;
import dev.arke.card.Element;
import dev.arke.card.Span;
import dev.arke.card.Tone;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.delivery.RateScope;
import dev.arke.testkit.MovableInstants;
import dev.arke.testkit.RawServer;
import dev.arke.testkit.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebhookCarrierTest {
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String THIS_MACHINE = "127.0.0.1/32";

    private final MovableInstants clock = new MovableInstants();
    private final List<String> lookedUp = new ArrayList<>();

    @Test
    void aPageIsSignedJson() throws IOException {
        try (var server = FakeWebhook.answering("200")) {
            var dashboard = new Span.Link("dashboard", URI.create("https://grafana.example.com/d/1"));
            var card = new Card(
                    "disk full on db-1",
                    Tone.ALARM,
                    List.of(Span.text("#1042 "), Span.strong("disk full")),
                    List.of(new Element.Fields(List.of(Element.Field.of("More", dashboard)))),
                    List.of(),
                    List.of());

            var outcome = carrier(THIS_MACHINE, "127.0.0.1")
                    .send(message("http://hook.example.com:" + server.port() + "/a%20b?c=d#e", card, false));

            var call = server.calls().getFirst();
            assertThat(outcome).isEqualTo(new Outcome.Delivered(ID.toString()));
            assertThat(call.target()).isEqualTo("/a%20b?c=d");
            assertThat(call.host()).isEqualTo("hook.example.com:" + server.port());
            assertThat(call.login()).isEmpty();
            assertThat(call.signature())
                    .isEqualTo(new Signature(SECRET).of(call.body().getBytes(StandardCharsets.UTF_8), clock.instant()));
            assertThat(new ObjectMapper().readTree(call.body())).isEqualTo(new ObjectMapper().readTree("""
                {"delivery": "0198c0de-0000-7000-8000-000000000001",
                 "purpose": "channel_page",
                 "summary": "disk full on db-1",
                 "text": "#1042 disk full\\nMore: dashboard (https://grafana.example.com/d/1)",
                 "title": "#1042 disk full",
                 "fields": [{"label": "More", "value": "dashboard"}]}\
                """));
        }
    }

    @Test
    void plainTextIsWithoutTheParts() throws IOException {
        try (var server = FakeWebhook.answering("200")) {
            carrier(THIS_MACHINE, "127.0.0.1").send(message(url(server.port()), Card.line("disk full"), true));

            assertThat(new ObjectMapper()
                            .readTree(server.calls().getFirst().body())
                            .fieldNames())
                    .toIterable()
                    .containsExactly("delivery", "purpose", "summary", "text");
        }
    }

    @Test
    void aUserInTheAddressIsALogin() throws IOException {
        try (var server = FakeWebhook.answering("200")) {
            var address = "http://dana:pass@hook.example.com:" + server.port();

            carrier(THIS_MACHINE, "127.0.0.1").send(message(address, Card.line("disk full"), false));

            assertThat(server.calls().getFirst().login()).hasValue("Basic ZGFuYTpwYXNz");
            assertThat(server.calls().getFirst().target()).isEqualTo("/");
        }
    }

    @Test
    void theNameIsLookedUpOnceAndTheCheckedAddressCalled() throws IOException {
        try (var server = FakeWebhook.answering("200")) {
            carrier(THIS_MACHINE, "127.0.0.1").send(page(url(server.port())));

            assertThat(lookedUp).containsExactly("hook.example.com");
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void anAddressInsideOurNetworkIsRefusedForGoodAndNotCalled() throws IOException {
        try (var server = FakeWebhook.answering("200")) {
            assertThat(carrier("", "127.0.0.1").send(page(url(server.port()))))
                    .isInstanceOfSatisfying(
                            Outcome.PayloadRefused.class,
                            gone -> assertThat(gone.problem())
                                    .contains("hook.example.com", "ARKE_WEBHOOK_ALLOW_PRIVATE"));
            assertThat(carrier("", "8.8.8.8", "127.0.0.1").send(page(url(server.port()))))
                    .isInstanceOf(Outcome.PayloadRefused.class);
            assertThat(server.calls()).isEmpty();
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (var inside = FakeWebhook.answering("200");
                var server = FakeWebhook.answering("302 Location: http://127.0.0.1:" + inside.port() + "/")) {
            var outcome = carrier(THIS_MACHINE, "127.0.0.1").send(page(url(server.port())));

            assertThat(outcome).isInstanceOf(Outcome.PayloadRefused.class);
            assertThat(inside.calls()).isEmpty();
        }
    }

    @Test
    void anotherAddressOfTheNameIsTriedWhenTheFirstIsDown() throws IOException {
        // Nobody listens at 127.0.0.2.
        try (var server = FakeWebhook.answering("200")) {
            assertThat(carrier("127.0.0.0/8", "127.0.0.2", "127.0.0.1").send(page(url(server.port()))))
                    .isInstanceOf(Outcome.Delivered.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429 Retry-After: 120, 120, RATE_LIMITED",
        "429, 0, RATE_LIMITED",
        "503 Retry-After: soon, 0, SERVER",
        "503 Retry-After: 999999999, 3600, SERVER",
        "'503 Retry-After: Mon, 12 Jan 2026 09:01:30 GMT', 90, SERVER",
        "'503 Retry-After: Mon, 12 Jan 2026 08:00:00 GMT', 0, SERVER",
        "408, 0, TIMEOUT"
    })
    void aReceiverSaysWhenToCallAgain(String answer, long seconds, FailureReason reason) throws IOException {
        try (var server = FakeWebhook.answering(answer)) {
            var outcome = carrier(THIS_MACHINE, "127.0.0.1").send(page(url(server.port())));

            assertThat(outcome)
                    .isEqualTo(new Outcome.Again(
                            Duration.ofSeconds(seconds),
                            reason,
                            "the webhook at hook.example.com answered " + answer.substring(0, 3)));
        }
    }

    @Test
    void aBodyWithoutEndIsNotRead() throws IOException {
        try (var server = RawServer.talking((in, out) -> {
            out.write("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            while (true) out.write('x');
        })) {
            assertThat(carrier(THIS_MACHINE, "127.0.0.1").send(page(url(server.port()))))
                    .isInstanceOf(Outcome.Delivered.class);
        }
    }

    @Test
    void aHeadWithoutEndIsCutOff() throws IOException {
        try (var server = RawServer.talking((in, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) out.write("X-More: and more\r\n".getBytes(StandardCharsets.US_ASCII));
        })) {
            assertThat(carrier(THIS_MACHINE, "127.0.0.1").send(page(url(server.port()))))
                    .isInstanceOf(Outcome.Again.class);
        }
    }

    @Test
    void theCertificateMustBeTrustedAndForTheName(@TempDir Path directory) throws Exception {
        var context = TestCertificate.context(directory);
        try (var server = FakeWebhook.encrypted(context)) {
            var ours = page("https://localhost:" + server.port() + "/");
            var others = page("https://hook.example.com:" + server.port() + "/");

            assertThat(carrier(Optional.of(context), THIS_MACHINE, "127.0.0.1").send(ours))
                    .isInstanceOf(Outcome.Delivered.class);
            assertThat(carrier(Optional.of(context), THIS_MACHINE, "127.0.0.1").send(others))
                    .isInstanceOf(Outcome.Again.class);
            assertThat(carrier(Optional.empty(), THIS_MACHINE, "127.0.0.1").send(ours))
                    .isInstanceOf(Outcome.Again.class);
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void callsAreCountedByHost() {
        var carrier = carrier("", "8.8.8.8");

        assertThat(carrier.rateScopes(page("https://Hook.example.com/a")))
                .isEqualTo(carrier.rateScopes(page("https://hook.example.com/b")))
                .extracting(RateScope::name)
                .containsExactly("webhook:hook.example.com");
        assertThat(carrier.rateScopes(page("nowhere"))).isEmpty();
    }

    private WebhookCarrier carrier(String allowed, String... addresses) {
        return carrier(Optional.empty(), allowed, addresses);
    }

    private WebhookCarrier carrier(Optional<SSLContext> trusted, String allowed, String... addresses) {
        var standard = WebhookOptions.STANDARD;
        var options = new WebhookOptions(
                standard.connect(),
                standard.read(),
                standard.limit(),
                host -> found(host, addresses),
                trusted.map(SSLContext::getSocketFactory));
        return new WebhookCarrier(WebhookSettings.parse(SECRET, allowed), options, clock);
    }

    private List<InetAddress> found(String host, String... addresses) throws UnknownHostException {
        lookedUp.add(host);
        var found = new ArrayList<InetAddress>();
        for (var address : addresses) found.add(InetAddress.getByName(address));
        return found;
    }

    private static String url(int port) {
        return "http://hook.example.com:" + port + "/";
    }

    private static Message page(String address) {
        return message(address, Card.line("disk full"), false);
    }

    private static Message message(String address, Card card, boolean plain) {
        return new Message(ID, Purpose.CHANNEL_PAGE, address, card, Optional.empty(), Optional.empty(), plain);
    }
}
