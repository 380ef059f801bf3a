package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.arke.boot.Conversation;
import dev.arke.boot.Mail;
import dev.arke.http.HttpServer;
import dev.arke.http.HttpSettings;
import dev.arke.mail.MailSettings;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Arke behind a real mail server, with its pages over real HTTP: alice is paged by mail only, ten minutes later bob, by mail
 * too; dana, who is their admin, is reached in the built-in chat.
 */
final class MailOffice implements AutoCloseable {
    static final String ALICE = "alice@example.com";
    static final String BOB = "bob@example.com";
    static final String ARKE = "arke@arke.test";

    static final String TEAM = """
        admins: [dana]
        responders:
          - {name: alice, email: alice@example.com, rules: {urgent: [{via: email}], low: [{via: email}]}}
          - {name: bob, email: bob@example.com, rules: {urgent: [{via: email}], low: [{via: email}]}}
          - {name: dana, sandbox: dana}
        teams:
          - {name: shop, time_zone: UTC, members: [alice, bob, dana], admins: [dana]}
        policies:
          - name: standard
            team: shop
            rounds: 0
            steps:
              - {page: [alice], wait: 10m}
              - {page: [bob], wait: 10m}
            last_resort: [dana]
        services:
          - {name: shop, team: shop, policy: standard}
        integrations:
          - {name: monitor, service: shop, format: generic, key: a-key-of-some-length}
        """;

    private static final Pattern LINK = Pattern.compile("http://arke\\.test(/mail/[\\w.-]+)");

    final World world;
    final GreenMail green = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    MailOffice(TestDatabase database) {
        green.start();
        var settings = MailSettings.parse("smtp://127.0.0.1:" + green.getSmtp().getPort(), "Arke <" + ARKE + ">");
        var mail = new Mail[1];
        world = new World(
                database,
                clock -> {
                    mail[0] = new Mail(settings, URI.create("http://arke.test"), database.database(), clock);
                    return List.of(mail[0].carrier());
                },
                ContactKind.SANDBOX);
        server = new HttpServer(
                new HttpSettings("127.0.0.1", 0),
                "test",
                List.of(mail[0].routes(world.engine(), Conversation.with(world.engine()))));
        server.start();
        world.team(TEAM);
    }

    /** An incident nobody has, and the page to alice about it. */
    MimeMessage page(String what) {
        world.alert("monitor", Shop.firing(what).toAlert());
        return last(ALICE);
    }

    /** What arrived at this address, in its order. */
    List<MimeMessage> mails(String address) {
        return List.of(green.getReceivedMessagesForDomain(address));
    }

    MimeMessage last(String address) {
        return mails(address).getLast();
    }

    /** Its plain text, or else its HTML. */
    static String part(MimeMessage mail, int index) {
        try {
            var content = mail.getContent() instanceof MimeMultipart parts
                    ? parts.getBodyPart(index).getContent()
                    : mail.getContent();
            return content.toString().replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(MimeMessage mail, String name) {
        try {
            var value = mail.getHeader(name, ", ");
            return value == null ? "" : value.replaceAll("\\r\\n\\s+", " ");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The path of the link behind this label. */
    static String link(MimeMessage mail, String label) {
        var line = part(mail, 0)
                .lines()
                .filter(one -> one.startsWith(label + ": "))
                .findFirst()
                .orElse("");
        var found = LINK.matcher(line);
        assertThat(found.find()).as(part(mail, 0)).isTrue();
        return found.group(1);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET().build());
    }

    /** The form on that page, sent. */
    HttpResponse<String> press(String path, String words) {
        var form = "words=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        var answer = send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        world.work();
        return answer;
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        green.stop();
    }
}
