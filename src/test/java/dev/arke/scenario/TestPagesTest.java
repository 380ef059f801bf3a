package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arke.card.Button;
import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.delivery.Message.Purpose;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Test pages by one way of contact. */
@EachDatabase
final class TestPagesTest {
    private static final String TEAM = Checkout.pagedBy("""
        responders:
          - {name: alice, sandbox: alice, phone: "+33600000001", email: alice@example.com}
          - {name: bob, sandbox: bob}
        teams:
          - {name: payments, time_zone: UTC, members: [alice, bob], admins: [bob]}
        """);

    private final World world;

    TestPagesTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.SMS, ContactKind.EMAIL);
    }

    @BeforeEach
    void aTeam() {
        world.team(TEAM);
    }

    @Test
    void goByTheWayThatIsNamedAndNoOther() {
        assertThat(says("test sms")).contains("on its way to you by SMS.");
        assertThat(sent()).containsExactly("+33600000001");
        assertThat(says("test by Email")).contains("on its way to you by mail.");
        assertThat(sent()).containsExactly("alice@example.com");
        assertThat(says("test chat")).contains("by sandbox");
        assertThat(sent()).containsExactly("alice");
        assertThat(says("test phone")).contains("by SMS.", "not set up here: phone call");
        assertThat(sent()).containsExactly("+33600000001");
        says("test");
        assertThat(sent()).containsExactlyInAnyOrder("alice", "+33600000001", "alice@example.com");
    }

    @Test
    void goToTheAddressThatIsNamedAndNoOther() {
        says("me add email alice@home.example");
        var code = world.take(Purpose.NOTICE).getFirst().text().replaceAll("(?s).*?(\\d{6}).*", "$1");
        assertThat(says("test email alice@home.example")).contains("I sent nothing: that is not verified yet");
        says("me verify " + code);

        assertThat(says("test email ALICE@home.example")).contains("by mail");
        assertThat(sent()).containsExactly("alice@home.example");
        says("test email");
        assertThat(sent()).containsExactly("alice@example.com", "alice@home.example");
        assertThat(says("test sms +33 6 00 00 00 01")).contains("by SMS");
        assertThat(sent()).containsExactly("+33600000001");
        assertThat(says("test sms +33600000002")).contains("I sent nothing: you have no such contact method");
    }

    @Test
    void sayWhyNothingIsSent() {
        assertThat(says("test call")).contains("I sent nothing: phone call is not set up on this Arke");
        assertThat(says("test slack")).contains("I sent nothing: you have no such contact method");
        assertThat(says("test pigeon")).contains("By what? I know chat, slack, teams, email, sms, call");
        assertThat(sent()).isEmpty();
    }

    @Test
    void haveAButtonForEachWay() {
        var reply = reply("me");

        assertThat(reply.card().more())
                .extracting(Button::label, Button::line)
                .containsExactly(
                        tuple("Test sandbox", "test sandbox"),
                        tuple("Test SMS", "test sms"),
                        tuple("Test mail", "test email"));
    }

    private List<String> sent() {
        return world.take(Purpose.NOTICE).stream()
                .map(notice -> notice.message().address())
                .toList();
    }

    private String says(String line) {
        var said = PlainText.of(reply(line).card());
        world.work();
        return said;
    }

    private Reply.Private reply(String line) {
        return (Reply.Private) Talk.answer(world, "alice", line);
    }
}
