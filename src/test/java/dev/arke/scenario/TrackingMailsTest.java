package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.dialogue.HearMail.Heard;
import dev.arke.incident.IncidentAct;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists that follow a service's or team's incidents by mail, through a real mail server. */
@EachDatabase
final class TrackingMailsTest {
    private static final String LIST = "shop-incidents@lists.example.com";
    private static final String BOSS = "boss@example.com";
    private static final String TEAM = MailOffice.TEAM
            .replace("policy: standard}", "policy: standard, mail_to: " + LIST + "}")
            .replace("admins: [dana]}", "admins: [dana], mail_to: [" + BOSS + ", " + LIST + "]}");

    private final TestDatabase database;

    TrackingMailsTest(TestDatabase database) {
        this.database = database;
    }

    private MailOffice office;

    @BeforeEach
    void anOffice() {
        office = new MailOffice(database);
        office.world.team(TEAM);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void tellThatAnIncidentOpensIsTakenAndIsOver() {
        office.page("disk full");
        office.world.act("alice", 1, new IncidentAct.Acknowledge());
        office.world.act("alice", 1, new IncidentAct.Note("it is the logs"));
        office.world.act("alice", 1, new IncidentAct.Resolve("swept"));
        office.world.act("bob", 1, new IncidentAct.Reopen());

        assertThat(said(LIST))
                .hasSize(4)
                .satisfiesExactly(
                        opened -> assertThat(opened).contains("Opened in shop of team shop, priority urgent, at "),
                        taken -> assertThat(taken).contains("alice took it at "),
                        over -> assertThat(over).contains("alice resolved it at ", "swept"),
                        again -> assertThat(again).contains("bob opened it again at "));
        assertThat(said(BOSS)).isEqualTo(said(LIST));
        assertThat(office.mails(LIST))
                .extracting(mail -> MailOffice.header(mail, "Subject"))
                .containsOnly("#1 shop: disk full");
    }

    @Test
    void areOneConversationAndNothingCanBeDoneWithThem() {
        var page = office.page("disk full");
        office.world.act("alice", 1, new IncidentAct.Resolve(""));
        var mails = office.mails(LIST);
        assertThat(mails).hasSize(2);

        var about = MailOffice.header(page, "References");
        assertThat(mails).allSatisfy(mail -> {
            assertThat(MailOffice.header(mail, "References")).isEqualTo(about).startsWith("<arke.about.");
            assertThat(MailOffice.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(MailOffice.header(mail, "Importance")).isEmpty();
            assertThat(MailOffice.part(mail, 0)).doesNotContain("http", "ack", "In chat", "reply");
            assertThat(MailOffice.part(mail, 1)).doesNotContain("href", "In chat");
        });
        assertThat(mails)
                .extracting(mail -> MailOffice.header(mail, "Message-ID"))
                .doesNotHaveDuplicates();
        assertThat(office.reply(mails.getFirst(), "somebody@lists.example.com", "ack"))
                .containsExactly(Heard.STRANGER);
        assertThat(office.reply(mails.getFirst(), MailOffice.BOB, "reopen")).containsExactly(Heard.NO_REPLY);
        assertThat(office.world.openIncidents()).isEmpty();
    }

    @Test
    void alertsThatAreCollectedOrMergedAreNotToldEach() {
        office.page("disk full");
        office.page("disk very full");
        office.world.act("alice", 2, new IncidentAct.MergeInto(1));
        office.world.alert("monitor", Shop.firing("disk full").toAlert());

        assertThat(said(LIST)).hasSize(3).last().asString().contains("It has been a part of #1 since ");
    }

    private List<String> said(String address) {
        return office.mails(address).stream()
                .map((MimeMessage mail) -> MailOffice.part(mail, 0))
                .toList();
    }
}
