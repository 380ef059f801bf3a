package dev.arke.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.Message.Purpose;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the pages of the built-in chat show, and whom they refuse. */
@Timeout(20)
final class SandboxPagesTest {
    private final SandboxServer server = new SandboxServer();
    private final Browser alice = new Browser(server.port());
    private final Browser bob = new Browser(server.port());

    @AfterEach
    void stop() {
        server.close();
        alice.close();
        bob.close();
    }

    @Test
    void thePageShowsWhatIsInTheRoomWithoutAnythingInline() {
        server.post(Purpose.CARD, "payments", Cards.alarm("Checkout fails"));

        var response = alice.get("/sandbox/alice/payments");

        assertThat(response.body())
                .startsWith("<!doctype html>")
                .contains("Checkout fails", "You are Alice Martin", "value=\"ack 1042\"")
                .doesNotContain(" style=", "onclick=", "<style", "http://", "https://")
                .doesNotContainPattern("<script(?![^>]* src=\"/sandbox/-/)");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Strict", "Path=/sandbox");
    }

    @Test
    void everythingThePageLoadsIsThere() {
        var page = alice.open("/sandbox/alice/payments");

        var files =
                Pattern.compile("/sandbox/-/([a-z.]+)").matcher(page).results().toList();

        assertThat(files)
                .hasSizeGreaterThan(6)
                .allSatisfy(file -> assertThat(alice.open(file.group())).isNotBlank());
    }

    @Test
    void anUnchangedFileIsNotSentTwice() {
        var tag =
                alice.get("/sandbox/-/sandbox.css").headers().firstValue("ETag").orElseThrow();

        assertThat(alice.getWith("If-None-Match", tag, "/sandbox/-/sandbox.css").statusCode())
                .isEqualTo(304);
        assertThat(alice.get("/sandbox/-/../../logback.xml").statusCode()).isNotEqualTo(200);
    }

    @Test
    void theEntranceLeadsToAChannel() {
        var response = alice.get("/sandbox");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).contains("/sandbox/alice/payments");
    }

    @Test
    void somebodyElsesMessagesAreNotShown() {
        server.post(Purpose.PAGE, "bob", Cards.alarm("for bob"));

        assertThat(alice.get("/sandbox/alice/@bob").statusCode()).isEqualTo(404);
        assertThat(bob.open("/sandbox/bob/@bob")).contains("for bob");
    }

    @Test
    void aForeignHostAndAProxyAreRefusedWithASentence() throws IOException {
        var rebound = server.raw("GET /sandbox HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        var proxied = alice.getWith("X-Forwarded-For", "10.0.0.7", "/sandbox/alice/payments");
        var file = alice.getWith("X-Forwarded-For", "10.0.0.7", "/sandbox/-/sandbox.css");

        assertThat(rebound).contains("403").contains("only on this machine");
        assertThat(proxied.statusCode()).isEqualTo(403);
        assertThat(proxied.body()).contains("through a proxy");
        assertThat(file.statusCode()).isEqualTo(403);
    }

    @Test
    void aPublicServerRefusesEverybody() {
        try (var elsewhere = new SandboxServer("https://arke.example.com", Optional.empty());
                var somebody = new Browser(elsewhere.port())) {
            assertThat(somebody.get("/sandbox/alice/payments").statusCode()).isEqualTo(403);
            assertThat(somebody.post("/sandbox/alice/payments/line", Map.of("line", "ack 1"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(elsewhere.dialogue.asked).isEmpty();
        }
    }

    @Test
    void anotherSitesFormDoesNothing() {
        alice.open("/sandbox/alice/payments");

        var foreign = alice.postFrom("http://evil.example", "/sandbox/alice/payments/line", Map.of("line", "ack 1"));
        var strange = bob.post("/sandbox/bob/payments/line", Map.of("line", "ack 1"));

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(strange.statusCode()).as("without a session").isEqualTo(403);
        assertThat(server.dialogue.asked).isEmpty();
    }

    @Test
    void theTestAlertIsOfferedOnlyInADemo() {
        try (var alone = new SandboxServer("http://localhost:8080", Optional.empty());
                var somebody = new Browser(alone.port())) {
            assertThat(somebody.open("/sandbox/alice/payments")).doesNotContain("test alert", "curl");
        }
        assertThat(alice.open("/sandbox/alice/payments"))
                .contains("Send a test alert", "data-intake=\"/in/k3y/generic\"");
    }
}
