package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.Message.Purpose;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ways of contact that people add themselves: nothing but a code goes there before it is typed. */
@EachDatabase
final class ContactsOfOnesOwnTest {
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final String HOME = "bob@home.example";

    private final World world;

    ContactsOfOnesOwnTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.SMS, ContactKind.EMAIL);
    }

    @BeforeEach
    void bobIsPagedByMail() {
        Checkout.in(world);
        assertThat(says("me urgent email, sms 5m")).contains("From now on");
    }

    private String says(String line) {
        var answer = Talk.says(world, "bob", line);
        world.work();
        return answer;
    }

    /** The code that came to this address. */
    private String code(String address) {
        var notices = world.take(Purpose.NOTICE);
        assertThat(notices).extracting(notice -> notice.message().address()).containsExactly(address);
        var found = CODE.matcher(notices.getFirst().text());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** Bob is paged, and taken out of it again. */
    private String paged(String what) {
        world.alert(Checkout.MONITOR, Checkout.alert(what));
        world.pages();
        world.advance(Duration.ofMinutes(10));
        var pages = world.pages().stream()
                .filter(address -> !address.startsWith("alice") && !address.equals("+33600000001"))
                .toList();
        assertThat(world.take(Purpose.CARD)).hasSize(1);
        assertThat(pages).hasSize(1);
        world.act(
                "bob",
                world.openIncidents().stream().mapToLong(Incident::number).max().orElseThrow(),
                new IncidentAct.Resolve(""));
        return pages.getFirst();
    }

    @Test
    void pagesGoThereOnceTheCodeIsTyped() {
        assertThat(says("me add email " + HOME)).contains("A code is on its way by mail", "me verify 123456");
        var code = code(HOME);
        assertThat(says("me")).contains(HOME + ": not used yet");
        assertThat(paged("disk full")).isEqualTo("+33600000002");

        assertThat(says("me verify " + code)).contains("pages can reach you by mail now");

        assertThat(paged("disk slow")).isEqualTo(HOME);
        assertThat(says("me verify " + code)).contains("none of the codes");
    }

    @Test
    void afterFiveWrongCodesTheRightOneIsWorthNothing() {
        says("me add email " + HOME);
        var code = code(HOME);
        var wrong = code.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 4; i++) assertThat(says("me verify " + wrong)).contains("none of the codes");
        says("me verify " + wrong);

        assertThat(says("me verify " + code)).contains("none of the codes");

        says("me add email " + HOME);
        assertThat(says("me verify " + code(HOME))).contains("can reach you");
    }

    @Test
    void aCodeWorksForAQuarterOfAnHour() {
        says("me add email " + HOME);
        var code = code(HOME);
        world.advance(Duration.ofMinutes(15));

        assertThat(says("me verify " + code)).contains("none of the codes");
    }

    @Test
    void onlyTheLastCodeWorksAndNobodyGetsMoreThanFiveAnHour() {
        says("me add email " + HOME);
        var first = code(HOME);
        for (int i = 0; i < 4; i++) says("me add email " + HOME);
        var last = CODE.matcher(world.take(Purpose.NOTICE).getLast().text());
        assertThat(last.find()).isTrue();

        assertThat(says("me add email " + HOME)).contains("too many");
        assertThat(world.take(Purpose.NOTICE)).isEmpty();
        if (!first.equals(last.group())) assertThat(says("me verify " + first)).contains("none of the codes");
        assertThat(says("me verify " + last.group())).contains("can reach you");
    }

    @Test
    void theTeamFileLeavesItAloneAndItsOwnAreNotTakenFromIt() {
        says("me add email " + HOME);
        says("me verify " + code(HOME));

        Checkout.in(world);

        assertThat(paged("disk full")).isEqualTo(HOME);
        assertThat(says("me remove sms +33600000002")).contains("is in the team file");
        assertThat(says("me remove email " + HOME)).contains("Removed");
        assertThat(paged("disk slow")).isEqualTo("+33600000002");
        assertThat(says("me remove email " + HOME)).contains("no such contact method");
    }

    @Test
    void aPhoneIsTwoWaysWhereBothAreSetUp() {
        assertThat(says("me add phone +33 6 11 11 11 11"))
                .contains("nothing set up that could reach you by phone call");
        assertThat(says("me add sms +33 (0)6-11-11-11-11")).contains("A code is on its way by SMS");
        code("+33611111111");
    }

    @Test
    void whatIsNoAddressIsSaidPlainly() {
        assertThat(says("me add sms 0611111111")).contains("no phone number with a country's code");
        assertThat(says("me add sms +3361")).contains("too short for a phone number");
        assertThat(says("me add sms +336111111111111111")).contains("too long for a phone number");
        assertThat(says("me add sms +999123456789")).contains("country's code");
        assertThat(says("me add email bob")).contains("not a mail address");
        assertThat(says("me add pigeon coop")).contains("By what?");
        assertThat(says("me verify 12")).contains("six digits");
        assertThat(world.take(Purpose.NOTICE)).isEmpty();
    }
}
