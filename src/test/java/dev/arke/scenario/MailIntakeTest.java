package dev.arke.scenario;

import static dev.arke.scenario.MailOffice.ALICE;
import static dev.arke.scenario.MailOffice.ARKE;
import static dev.arke.scenario.MailOffice.header;
import static dev.arke.scenario.MailOffice.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.dialogue.HearMail.Heard;
import dev.arke.incident.Incident;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Monitors that can only send mail, each to an address of its own. */
@EachDatabase
final class MailIntakeTest {
    private static final String ALERTS = "Shop-Alerts@arke.test";

    private final TestDatabase database;
    private MailOffice office;

    MailIntakeTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        office = new MailOffice(database);
        office.world.team(MailOffice.TEAM + """
              - name: old-monitor
                service: shop
                format: mail
                address: shop-alerts@arke.test
                routes:
                  - {match: ["from =~ .*@noise.test"], drop: true}
                  - {match: ["from = backup@else.test"], priority: low, dedup_key: "backup of {{labels.from}}"}
            """);
        office.look();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aMailOpensAnIncidentAndItsRepeatIsCounted() {
        assertThat(alert("=?utf-8?q?Disk_f=C3=BCll?= on db-3", "92 % used\n\nSee https://graphs.test\n"))
                .containsExactly(Heard.ALERT);

        var incident = office.world.incident(1);
        assertThat(incident.facts().summary()).isEqualTo("Disk füll on db-3");
        assertThat(incident.facts().dedupKey()).isNotBlank();
        assertThat(part(office.last(ALICE), 0)).contains("Disk füll on db-3", "92 % used");

        alert("Re: =?utf-8?q?Disk_f=C3=BCll?= on db-3", "93 % used\n");
        assertThat(office.world.incident(1).facts().repeats()).isEqualTo(1);
        alert("Disk full on db-4", "x\n");
        assertThat(office.world.openIncidents()).hasSize(2);
    }

    @Test
    void theRoutesOfTheIntegrationDecide() {
        mail("cron@noise.test", "nothing to see", "x");
        mail("backup@else.test", "backup of monday failed", "x");
        mail("backup@else.test", "backup of tuesday failed", "x");

        assertThat(office.world.openIncidents()).singleElement().satisfies(incident -> {
            assertThat(incident.facts().priority()).isEqualTo(Priority.LOW);
            assertThat(incident.facts().dedupKey()).isEqualTo("backup of backup@else.test");
            assertThat(incident.facts().repeats()).isEqualTo(1);
        });
    }

    @Test
    void machinesMayAlertButNotAnswer() {
        for (var header : List.of("Auto-Submitted: auto-generated", "Precedence: bulk", "Return-Path: <>"))
            assertThat(office.send(header + "\nFrom: m@else.test\nTo: " + ALERTS + "\nSubject: " + header + "\n\nx\n"))
                    .containsExactly(Heard.ALERT);
        for (var header : List.of("Auto-Submitted: auto-replied", "X-Autoreply: yes"))
            assertThat(office.send(header + "\nFrom: m@else.test\nTo: " + ALERTS + "\nSubject: " + header + "\n\nx\n"))
                    .containsExactly(Heard.MACHINE);

        assertThat(office.world.openIncidents()).hasSize(3);
    }

    @Test
    void whatWeSendOurselvesIsNoAlert() {
        var page = office.page("disk full");

        assertThat(office.send("From: " + ARKE + "\nTo: " + ALERTS + "\nMessage-ID: " + header(page, "Message-ID")
                        + "\nSubject: Page\n\nx\n"))
                .containsExactly(Heard.OWN);
        assertThat(office.world.openIncidents()).hasSize(1);
    }

    @Test
    void aReplyThatIsCopiedToTheAddressStaysAReply() {
        var page = office.page("disk full");

        assertThat(office.send("From: " + ALICE + "\nTo: " + ARKE + ", " + ALERTS + "\nIn-Reply-To: "
                        + header(page, "Message-ID") + "\n\nack\n"))
                .containsExactly(Heard.RUN);

        assertThat(office.world.incident(1)).isInstanceOf(Incident.Acknowledged.class);
        assertThat(office.world.openIncidents()).hasSize(1);
    }

    @Test
    void aMailOfTwoMegabytesIsCutAndSaysSo() {
        assertThat(alert("a long log", "first line\n" + ("x".repeat(70) + "\n").repeat(30_000)))
                .containsExactly(Heard.ALERT);

        assertThat(office.world.card(1).toString()).contains("first line");
        var text = office.world.text(1);
        assertThat(text.details()).startsWith("first line").endsWith("the rest of it is in the mailbox.)");
        assertThat(text.details().length()).isLessThanOrEqualTo(8192);
    }

    @Test
    void attachmentsAndHtmlAreNoHindrance() {
        office.send("From: m@else.test\nTo: a@b.test\nDelivered-To: " + ALERTS + "\n"
                + "Subject: html\n"
                + "MIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed;"
                + " boundary=b\n\n"
                + "--b\n"
                + "Content-Type: text/html;"
                + " charset=iso-8859-1\n"
                + "Content-Transfer-Encoding:"
                + " quoted-printable\n\n"
                + "<style>p {}</style><p>Caf=E9 &amp;"
                + " co</p><p>down</p>\n"
                + "--b\n"
                + "Content-Type: application/pdf\n"
                + "Content-Disposition: attachment;"
                + " filename=x.pdf\n\n"
                + "%PDF\n"
                + "--b--\n");

        assertThat(office.world.text(1).details()).isEqualTo("Café & co\ndown");
    }

    @Test
    void withoutASubjectOrWordsItIsStillAnAlert() {
        office.send("From: m@else.test\nTo: " + ALERTS + "\n\n\nonly words\n");
        office.send("From: n@else.test\nTo: " + ALERTS + "\nSubject:\n\n");

        assertThat(office.world.incident(1).facts().summary()).isEqualTo("only words");
        assertThat(office.world.incident(2).facts().summary()).isEqualTo("A mail without words from n@else.test");
    }

    private List<Heard> alert(String subject, String words) {
        return mail("monitor@else.test", subject, words);
    }

    private List<Heard> mail(String from, String subject, String words) {
        return office.send("From: Monitor <" + from + ">\nTo: " + ALERTS + "\nSubject: " + subject
                + "\nContent-Type: text/plain; charset=utf-8\n\n" + words);
    }
}
