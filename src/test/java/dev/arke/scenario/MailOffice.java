package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.arke.boot.Conversation;
import dev.arke.boot.Mail;
import dev.arke.chat.Letter;
import dev.arke.database.Database;
import dev.arke.delivery.DeliveryStore;
import dev.arke.delivery.MailboxStore;
import dev.arke.delivery.Stamp;
import dev.arke.dialogue.HearMail.Heard;
import dev.arke.engine.delivery.KeepMailbox;
import dev.arke.engine.people.TellPeople;
import dev.arke.http.HttpServer;
import dev.arke.http.HttpSettings;
import dev.arke.mail.ImapSettings;
import dev.arke.mail.MailSettings;
import dev.arke.mail.Mailbox;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.Relay;
import dev.arke.testkit.TestDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
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

    private final Database database;
    private int sent;

    private static final Pattern LINK = Pattern.compile("http://arke\\.test(/mail/[\\w.-]+)");

    final World world;
    final GreenMail green = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final GreenMailUser user;
    private final Relay relay;
    private final Mail mail;
    private final ImapSettings imap;
    private final List<Heard> heard = new ArrayList<>();
    private final Mailbox mailbox;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    MailOffice(TestDatabase database) {
        this(database, "");
        mailbox.look();
    }

    /** {@code address}: IMAP_ADDRESS. Nobody has looked into the mailbox yet. */
    MailOffice(TestDatabase database, String address) {
        this.database = database.database();
        user = green.setUser(ARKE, "arke", "s3cret");
        green.start();
        relay = new Relay(green.getImap().getPort());
        var settings = MailSettings.parse("smtp://127.0.0.1:" + green.getSmtp().getPort(), "Arke <" + ARKE + ">");
        imap = ImapSettings.parse("imap://arke:s3cret@127.0.0.1:" + relay.port(), address);
        var made = new Mail[1];
        world = new World(
                database,
                clock -> {
                    made[0] = new Mail(
                            settings, Optional.of(imap), URI.create("http://arke.test"), database.database(), clock);
                    return List.of(made[0].carrier());
                },
                ContactKind.SANDBOX);
        mail = made[0];
        mailbox = anotherNode();
        var dialogue = Conversation.with(world.engine());
        server = new HttpServer(
                new HttpSettings("127.0.0.1", 0), "test", List.of(mail.routes(world.engine(), dialogue)));
        server.start();
        world.team(TEAM);
    }

    /** What looks into the same mailbox on another node, or after a restart. */
    Mailbox anotherNode() {
        return mail.mailbox(imap, world.engine(), Conversation.with(world.engine()), heard::add);
    }

    /** One whose mails are heard by this, on another node. */
    Mailbox hearing(Function<Letter, Heard> hear) {
        var dsl = database.dsl();
        var keep = new KeepMailbox(
                database.transactions(),
                new MailboxStore(dsl),
                world.engine().directory(),
                new TellPeople(
                        new DeliveryStore(dsl),
                        Set.of(ContactKind.EMAIL),
                        world.engine().needs().ids()),
                () -> {},
                world.clock());
        return new Mailbox(imap, () -> new Stamp("", ""), keep, hear, heard::add);
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** What became of the mails that were new. */
    List<Heard> look() {
        assertThat(mailbox.look()).as("%s", mailbox.problem()).isTrue();
        world.work();
        var all = List.copyOf(heard);
        heard.clear();
        return all;
    }

    /** Somebody presses Reply in their mail program, writes above what it quotes, and sends. */
    List<Heard> reply(MimeMessage to, String from, String words) {
        var answers = header(to, "Message-ID");
        return send("From: " + from + "\nTo: " + ARKE + "\nSubject: Re: " + header(to, "Subject") + "\nMessage-ID: <"
                + ++sent + "@mail.test>\nIn-Reply-To: " + answers + "\nReferences: " + header(to, "References") + " "
                + answers + "\nContent-Type: text/plain; charset=utf-8\n\n" + words + "\n");
    }

    /** A mail comes in, with these headers and words. */
    List<Heard> send(String raw) {
        put(raw);
        return look();
    }

    List<Heard> deliver(MimeMessage message) {
        user.deliver(message);
        return look();
    }

    void put(String raw) {
        try {
            var bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mailbox answers nobody any more. */
    void stopImap() {
        relay.cut();
    }

    void startImap() {
        relay.mend();
    }

    /** Alice is in Paris, and speaks French. */
    void aliceSpeaksFrench() {
        world.team(TEAM.replace("{name: alice,", "{name: alice, language: fr, time_zone: Europe/Paris,"));
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

    /** By a browser that asks for these languages. */
    HttpResponse<String> get(String path, String languages) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Accept-Language", languages)
                .GET()
                .build());
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
        mailbox.close();
        try {
            relay.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        green.stop();
    }
}
