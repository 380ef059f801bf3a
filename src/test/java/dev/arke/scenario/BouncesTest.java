package dev.arke.scenario;

import static dev.arke.scenario.MailOffice.ALICE;
import static dev.arke.scenario.MailOffice.ARKE;
import static dev.arke.scenario.MailOffice.BOB;
import static dev.arke.scenario.MailOffice.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.Message.Purpose;
import dev.arke.dialogue.HearMail.Heard;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.responder.ContactMethod;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails that a server took and could not deliver after all, and how that is told. */
@EachDatabase
final class BouncesTest {
    private static final String UNKNOWN = "550 5.1.1 <alice@example.com>: Recipient address\n"
            + "    rejected: User unknown in virtual mailbox table";

    private final TestDatabase database;
    private MailOffice office;

    BouncesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        office = new MailOffice(database);
    }

    @AfterEach
    void close() {
        office.close();
    }

    /** As Postfix writes it; {@code returned} is the part with our mail. */
    private static String report(String status, String said, String action, String returned) {
        return """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example.com (Mail Delivery System)
            To: %s
            Subject: Undelivered Mail Returned to Sender
            Message-ID: <20261128230500.4DDB7@mx.example.com>
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

            --b1
            Content-Type: text/plain; charset=us-ascii

            I'm sorry to have to inform you that your message could not be delivered.

            --b1
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.com
            Arrival-Date: Sat, 28 Nov 2026 23:05:00 +0000 (UTC)

            Final-Recipient: rfc822; alice@example.com
            Original-Recipient: rfc822;alice@example.com
            Action: %s
            Status: %s
            Remote-MTA: dns; mail.example.com
            Diagnostic-Code: smtp; %s

            --b1
            %s

            --b1--
            """.formatted(ARKE, action, status, said, returned);
    }

    private static String whole(MimeMessage mail) {
        return "Content-Type: message/rfc822\n\nFrom: " + ARKE + "\nTo: alice@example.com\nMessage-ID: "
                + header(mail, "Message-ID") + "\nSubject: " + header(mail, "Subject") + "\n\nwords";
    }

    private static String headersOnly(MimeMessage mail) {
        return "Content-Type: text/rfc822-headers\n\nFrom: " + ARKE + "\nMessage-ID: " + header(mail, "Message-ID")
                + "\nSubject: x";
    }

    private ContactMethod mailOfAlice() {
        return office
                .world
                .read(() -> office.world.engine().directory().current())
                .responderNamed("alice")
                .orElseThrow()
                .methods()
                .stream()
                .filter(method -> method.kind() == ContactKind.EMAIL)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAddressThatIsNobodysIsOutOfUseAndTheNextWayIsTriedAtOnce() {
        office.world.team(MailOffice.TEAM.replace("{name: alice, email", "{name: alice, sandbox: alice, email"));
        var mail = office.page("disk full");

        assertThat(office.send(report("5.1.1", UNKNOWN, "failed", whole(mail)))).containsExactly(Heard.BOUNCE);

        assertThat(mailOfAlice().isAlive()).isFalse();
        assertThat(office.world.pages()).containsExactly("alice");
        assertThat(office.world.take(Purpose.NOTICE))
                .singleElement()
                .satisfies(notice -> assertThat(notice.text())
                        .contains("I cannot reach you by mail any more", "knows no such address (550 5.1.1)"));
        assertThat(office.world.events(1)).hasAtLeastOneElementOfType(IncidentEvent.PageFailed.class);

        // The same report once more, as servers send it.
        office.put(report("5.1.1", UNKNOWN, "failed", whole(mail)).replace("4DDB7", "4DDB8"));
        assertThat(office.look()).containsExactly(Heard.BOUNCE);
        assertThat(office.world.pages()).isEmpty();
    }

    @Test
    void whoHasNoOtherWayIsFollowedByTheNextStep() {
        var mail = office.page("disk full");

        office.send(report("5.1.1", UNKNOWN, "failed", headersOnly(mail)));

        assertThat(office.mails(BOB)).hasSize(1);
    }

    @Test
    void whatSaysNothingOfThePersonLeavesTheirAddress() {
        var mail = office.page("disk full");

        office.send(report("5.7.1", "550 5.7.1 blocked by policy", "failed", whole(mail)));

        assertThat(mailOfAlice().isAlive()).isTrue();
        assertThat(office.mails(BOB)).hasSize(1);
    }

    @Test
    void aReportOfVeryManyLinesStopsNothing() {
        var mail = office.page("disk full");
        var many = "550 5.1.1 unknown" + "\n x".repeat(10_000);

        assertThat(office.send(report("5.1.1", many, "failed", whole(mail)))).containsExactly(Heard.BOUNCE);
        assertThat(office.send(report("5.1.1" + "\n y".repeat(10_000), UNKNOWN, "failed", "")
                        .replace("4DDB7", "4DDB8")))
                .hasSize(1);
        assertThat(office.reply(mail, ALICE, "ack")).containsExactly(Heard.RUN);
    }

    @Test
    void delaysForgeriesAndWhatIsOverChangeNothing() {
        var mail = office.page("disk full");

        assertThat(office.send(report("4.4.1", "connect timed out", "delayed", whole(mail))))
                .containsExactly(Heard.MACHINE);
        assertThat(office.send(
                        report("5.1.1", UNKNOWN, "failed", whole(mail).replaceAll("arke\\.[a-z2-7]{4}", "arke.aaaa"))
                                .replace("4DDB7", "4DDB9")))
                .containsExactly(Heard.BOUNCE);
        assertThat(office.send("From: x@mx.example.com\nTo: " + ARKE
                        + "\nMessage-ID: <odd@mx>\nContent-Type: multipart/report; boundary=b\n\nno parts at all\n"))
                .containsExactly(Heard.MACHINE);
        assertThat(mailOfAlice().isAlive()).isTrue();
        office.world.act("bob", 1, new IncidentAct.Acknowledge());
        office.world.work();

        office.send(report("5.1.1", UNKNOWN, "failed", whole(mail)).replace("4DDB7", "4DDC1"));

        assertThat(mailOfAlice().isAlive()).isFalse();
        assertThat(office.mails(BOB)).isEmpty();
        assertThat(office.mails(ALICE)).hasSize(1);
        assertThat(List.copyOf(office.world.pages())).isEmpty();
    }
}
