package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.arke.testkit.Engine;
import dev.arke.testkit.FakeSmtp;
import dev.arke.testkit.ServerProcess;
import dev.arke.testkit.TestDatabase;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers, killed in the middle of an escalation, with a real mail server to see who is paged. */
class KilledServerTest {
    private static final String TEAM = """
        responders:
          - {name: alice, email: alice@example.com, rules: {urgent: [{via: email}]}}
          - {name: bob, email: bob@example.com, rules: {urgent: [{via: email}]}}
        teams:
          - {name: payments, time_zone: Europe/Paris, members: [alice, bob]}
        policies:
          - name: standard
            team: payments
            rounds: 0
            steps:
              - {page: [alice], wait: 8s}
              - {page: [bob], wait: 1h}
            last_resort: [alice]
        services:
          - {name: checkout, team: payments, policy: standard}
        integrations:
          - {name: prometheus, service: checkout, format: alertmanager, key: a-key-long-enough-1}
          - {name: script, service: checkout, format: generic, key: a-key-long-enough-2}
        """;

    /** On a busy machine a server takes half a minute to start. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    Path folder;

    @BeforeEach
    void startMail() {
        mail.start();
    }

    @AfterEach
    void stopMail() {
        mail.stop();
    }

    @Test
    void aServerThatWasKilledGoesOnWhereItStoodAndPagesTheNextPersonOnce() throws IOException {
        var settings = settings(Map.of());
        int port = ServerProcess.freePort();
        try (var server = ServerProcess.start(folder, port, settings)) {
            assertThat(server.post("/in/a-key-long-enough-1/alertmanager", realAlert()))
                    .isEqualTo(202);
            assertThat(mail.waitForIncomingEmail(60_000, 1)).isTrue();
            server.kill();
        }

        try (var again = ServerProcess.start(folder, port, settings)) {
            awaitMailTo("bob@example.com");
            assertThat(again.post("/in/a-key-long-enough-1/alertmanager", realAlert()))
                    .isEqualTo(202);
            assertThat(recipients()).containsOnlyOnce("bob@example.com").contains("alice@example.com");
            // Hers may come twice, when the kill cut it between the mail server's answer and its record.
            assertThat(recipients()).hasSizeBetween(2, 3);
        }
    }

    @Test
    void aMailThatTheServerPutOffIsSentOnceByWhoeverIsStartedAfterAKill() throws Exception {
        try (var smtp = FakeSmtp.start().answering("RCPT", "451 4.7.1 greylisted, come back later")) {
            var settings = settings(Map.of());
            settings.put("SMTP_URL", "smtp://127.0.0.1:" + smtp.port());
            int port = ServerProcess.freePort();
            try (var server = ServerProcess.start(folder, port, settings)) {
                assertThat(server.post("/in/a-key-long-enough-2/generic", alert("a")))
                        .isEqualTo(202);
                SlackOffice.await(
                        PATIENCE, () -> tried(smtp, "alice@example.com") > 1 ? Optional.of(smtp) : Optional.empty());
                server.kill();
            }
            assertThat(smtp.mails()).isEmpty();
            smtp.answering("RCPT", "250 fine");

            try (var again = ServerProcess.start(folder, port, settings)) {
                SlackOffice.await(
                        PATIENCE,
                        () -> sentTo(smtp, "alice@example.com")
                                .filter(mail -> sentTo(smtp, "bob@example.com").isPresent()));
                again.stop();
            }
            assertThat(smtp.mails()).hasSize(2);
            assertThat(stillDue()).isZero();
        }
    }

    private static long tried(FakeSmtp smtp, String address) {
        return smtp.commands().stream()
                .filter(line -> line.startsWith("RCPT") && line.contains(address))
                .count();
    }

    private static Optional<String> sentTo(FakeSmtp smtp, String address) {
        return smtp.mails().stream()
                .filter(mail -> mail.contains("To: " + address))
                .findFirst();
    }

    /** Messages that would still be sent, of a server that has been stopped. */
    private int stillDue() throws SQLException {
        var url = "jdbc:h2:file:" + folder.resolve("data").resolve("arke").toAbsolutePath();
        try (var connection = DriverManager.getConnection(url, "arke", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from delivery where kind = 'page' and (state <> 'delivered' or due_at is not"
                                + " null)")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void twoNodesShareTheWorkAndOneGoesOnAloneWhenTheOtherIsKilled() {
        try (var database = TestDatabase.open(Engine.POSTGRES)) {
            var on = database.settings();
            var settings = settings(Map.of(
                    "ARKE_DATABASE_URL", on.url(),
                    "ARKE_DATABASE_USER", on.user(),
                    "ARKE_DATABASE_PASSWORD", on.password()));
            try (var one = ServerProcess.start(folder, ServerProcess.freePort(), settings);
                    var other = ServerProcess.start(folder, ServerProcess.freePort(), settings)) {
                for (var key : List.of("a", "b", "c"))
                    assertThat(other.post("/in/a-key-long-enough-2/generic", alert(key)))
                            .isEqualTo(202);
                assertThat(mail.waitForIncomingEmail(60_000, 3)).isTrue();
                var due = Instant.ofEpochMilli(System.nanoTime() / 1_000_000).plus(Duration.ofSeconds(8));
                other.kill();

                assertThat(mail.waitForIncomingEmail(60_000, 6)).isTrue();
                var late = Duration.between(due, Instant.ofEpochMilli(System.nanoTime() / 1_000_000));
                assertThat(late).isLessThan(Duration.ofSeconds(3));
                assertThat(recipients())
                        .containsOnly("alice@example.com", "bob@example.com")
                        .hasSize(6);
                assertThat(one.post("/in/a-key-long-enough-2/generic", alert("a")))
                        .isEqualTo(202);
            }
        }
    }

    private Map<String, String> settings(Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("SMTP_URL", "smtp://127.0.0.1:" + mail.getSmtp().getPort());
        settings.put("SMTP_FROM", "arke@example.com");
        settings.put("ARKE_TEAM_FILE", teamFile().toString());
        return settings;
    }

    private Path teamFile() {
        try {
            return Files.writeString(folder.resolve("team.yaml"), TEAM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Debian's Alertmanager really posted. */
    private static String realAlert() throws IOException {
        try (var body = KilledServerTest.class.getResourceAsStream("/alertmanager/firing-one.json")) {
            return new String(Objects.requireNonNull(body).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String alert(String key) {
        return "{\"dedup_key\": \"%s\", \"summary\": \"broken %s\", \"priority\": \"urgent\"}".formatted(key, key);
    }

    private void awaitMailTo(String address) {
        for (int more = 1; !recipients().contains(address) && more < 10; more++) {
            assertThat(mail.waitForIncomingEmail(60_000, recipients().size() + 1))
                    .isTrue();
        }
    }

    private List<String> recipients() {
        return Arrays.stream(mail.getReceivedMessages())
                .map(KilledServerTest::recipient)
                .toList();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
