package dev.arke.dialogue;

import static dev.arke.database.generated.Tables.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.PlainText;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The verbs that only look: overview, help, who, next, list, simulate, me, test. */
@EachDatabase
final class LookingTest {
    private final Database database;
    private final Office office;

    LookingTest(Database database) {
        this.database = database;
        office = new Office(database);
    }

    @BeforeEach
    void fillOffice() {
        office.fill();
    }

    @Test
    void theOverviewIsWhatConcernsMe() {
        long mine = office.incident("disk full");
        long waiting = office.incident("queue stuck");
        office.says("alice", "ack " + mine);

        assertThat(office.says("alice", ""))
                .contains("You are on call.")
                .contains("primary for payments until Mon 12 Jan 2026 13:00 UTC")
                .contains("You were paged, and nobody has it yet")
                .contains("#" + waiting
                        + " high, checkout: queue stuck. Nobody has had it since Mon 12 Jan 2026 09:00 UTC.")
                .contains("You have\n- #" + mine)
                .contains("On call for payments");
        assertThat(office.says("bob", ""))
                .contains("You are not on call now.")
                .contains("primary for payments from Mon 12 Jan 2026 13:00 UTC")
                .contains("Nobody has it yet\n- #" + waiting)
                .doesNotContain("#" + mine);
    }

    @Test
    void allQuietIsSaid() {
        assertThat(office.says("dana", "")).contains("All quiet: no open incident concerns you.");
    }

    @Test
    void helpSpeaksOfThisPlace() {
        assertThat(office.says("alice", "help page")).contains("/oncall page");
        assertThat(office.says("alice", "help")).contains("What you can type", "/oncall ack");
    }

    @Test
    void whoAnswersForThePlaceATeamAServiceAndAPerson() {
        assertThat(office.says("bob", "who")).contains("On call for payments", "primary: alice until");
        assertThat(office.says("bob", "who checkout")).contains("checkout (team payments)", "alice");
        assertThat(office.says("bob", "who payments at 2026-01-12T20:00")).contains("primary: bob until");
        assertThat(office.says("bob", "who me")).startsWith("bob is not on call now.");
        assertThat(office.says("bob", "who alice")).startsWith("alice is on call now.");
        assertThat(office.says("bob", "who web")).contains("Nobody is on call");
        assertThat(office.says("bob", "who paymints"))
                .contains("I know no team, service or person called paymints.", "payments: who payments");
        assertThat(office.says("bob", "next")).contains("Next on call for payments", "bob");
    }

    @Test
    void inDirectMessagesMyOwnTeamsAreMeant() {
        var answer = office.dialogue.answer(Office.asker("chen"), Office.directMessages(), "who");

        assertThat(Office.text(answer)).contains("On call for payments");
    }

    @Test
    void whereNoTeamIsItAsksWhich() {
        var answer = office.dialogue.answer(Office.asker("hana"), Office.directMessages(), "who");

        assertThat(Office.text(answer)).contains("Which team?", "payments: who payments", "web: who web");
    }

    @Test
    void theListIsOfThePlaceAndCanBeNarrowed() {
        long one = office.incident("disk full");
        long two = office.incident("queue stuck");
        office.says("alice", "page web \"site down\" urgent");
        office.says("bob", "ack " + two);

        assertThat(office.says("alice", "list"))
                .startsWith("2 open incidents for payments")
                .contains("1 triggered, 1 acknowledged.", "#" + one, "bob has had it since Mon 12 Jan 2026 09:00 UTC")
                .doesNotContain("site down");
        assertThat(office.says("alice", "list all")).startsWith("3 open incidents in all teams");
        assertThat(office.says("alice", "list urgent all"))
                .startsWith("1 open urgent incident in all teams")
                .contains("site down");
        assertThat(office.says("bob", "list mine"))
                .startsWith("1 open incident with you")
                .contains("#" + two);
        assertThat(office.says("alice", "list bob")).contains("#" + two).doesNotContain("#" + one + " ");
        assertThat(office.says("alice", "list web")).contains("site down").doesNotContain("disk full");
        assertThat(office.says("alice", "list resolved"))
                .startsWith("No resolved incidents for payments")
                .contains("/oncall list all");
        assertThat(office.says("alice", "list resolved all"))
                .startsWith("No resolved incidents in all teams\nNothing to do.\n")
                .doesNotContain("/oncall list all");
        assertThat(office.says("alice", "list al")).contains("list all: list all");
        assertThat(office.says("alice", "list resolvd")).contains("list resolved: list resolved");
        assertThat(office.says("alice", "list urgnt")).contains("list urgent: list urgent");
        assertThat(office.says("alice", "list chekout")).contains("list checkout: list checkout");
    }

    @Test
    void aLongListShowsTheNewestTwentyAndSaysHowToSeeFewer() {
        for (int i = 0; i < 23; i++) office.incident("trouble " + i + ".");

        assertThat(office.says("alice", "list"))
                .startsWith("23 open incidents")
                .contains("trouble 22.", "trouble 3.", "These are the newest 20 of 23.", "/oncall list urgent")
                .doesNotContain("trouble 2.");
    }

    @Test
    void whatHappensAgainAndAgainIsToldOnce() {
        long number = office.incident("disk full");
        for (int i = 0; i < 3; i++) {
            office.says("alice", "ack " + number);
            office.says("alice", "unack " + number);
        }

        assertThat(office.says("alice", "show " + number))
                .containsOnlyOnce("alice took it.")
                .contains("alice took it. 3 times, last at 09:00 UTC.")
                .contains("alice by sandbox: not sent: it was not needed any more. 3 times.")
                .contains("alice by sandbox: to be sent Mon 12 Jan 2026 09:00 UTC.");
    }

    @Test
    void anIncidentThatIsNotThereIsSaid() {
        assertThat(office.says("alice", "show 4711")).contains("There is no incident #4711", "/oncall list");
    }

    @Test
    void simulatingSaysWhoWouldBePagedWhenAndPagesNobody() {
        assertThat(office.says("alice", "simulate checkout"))
                .contains("This pages nobody.")
                .contains("09:00 UTC step 1: alice (sandbox at once)")
                .contains("09:05 UTC step 1 again: alice")
                .contains("09:10 UTC step 2: chen (sandbox at once)")
                .contains("09:20 UTC last resort: alice")
                .contains("The last one comes again every 10 min until somebody takes the incident.")
                .doesNotContain("go wrong");
        assertThat(office.says("alice", "simulate checkout")).contains("priority high");
        assertThat(office.says("alice", "simulate checkout low")).contains("priority low");
        assertThat(office.says("alice", "list all")).startsWith("No open incidents");
    }

    @Test
    void simulatingReadsTheShiftsOfEachInstantAndWarns() {
        assertThat(office.says("alice", "simulate checkout at 2026-01-12T13:58"))
                .contains("12:58 UTC step 1: alice", "13:03 UTC step 1 again: bob");
        assertThat(office.says("alice", "simulate web"))
                .contains("What would go wrong")
                .contains("Nobody is primary of web at Mon 12 Jan 2026 09:00 UTC.")
                .contains("Step 1 reaches nobody and is passed over.");
        assertThat(office.says("alice", "simulate payments"))
                .contains("payments is a team. Which of its services?", "checkout: simulate checkout");
    }

    @Test
    void meIsHowIAmReached() {
        assertThat(office.says("alice", "me"))
                .contains("You are Alice Martin, called alice here. Your time zone is Europe/Paris, by the team file.")
                .contains("sandbox alice: ready.")
                .contains("mail alice@example.com: not set up on this Arke.")
                .contains("high: sandbox at once. Left out, as you have none that works: sms.")
                .contains("primary for payments until");
        assertThat(office.says("dana", "me")).contains("I have no way to reach you.", "None are planned.");
    }

    @Test
    void aTestPageGoesToEachMethodThatWorksAndNoOther() {
        assertThat(office.says("alice", "test"))
                .contains("A test page is on its way to you by sandbox.")
                .contains("Left out, because it is not set up here: mail.");
        assertThat(office.says("dana", "test")).startsWith("I sent nothing: none of your contact methods works.");
        assertThat(notices()).containsExactly("alice");
    }

    private List<String> notices() {
        return database.transactions()
                .read(() -> database.dsl()
                        .select(DELIVERY.ADDRESS)
                        .from(DELIVERY)
                        .where(DELIVERY.KIND.eq("notice"))
                        .fetch(DELIVERY.ADDRESS));
    }

    @Test
    void whatWasNotUnderstoodIsAnsweredWithWhatToType() {
        assertThat(office.says("alice", "akc 12")).contains("akc is no command. Nothing was done. Did you mean:");
        assertThat(office.says("alice", "\u202E<!channel> & \u0000 💥")).contains("is no command");
    }

    @Test
    void linesAreCompleted() {
        long number = office.incident("disk full");

        assertThat(complete("a")).contains("ack", "add");
        assertThat(complete("ack ")).containsExactly("ack " + number);
        assertThat(complete("/oncall who pay")).containsExactly("/oncall who payments");
        assertThat(complete("reassign " + number + " @b")).containsExactly("reassign " + number + " bob");
        assertThat(complete("nonsense x")).isEmpty();
    }

    private List<String> complete(String begun) {
        return office.dialogue.complete(Office.asker("alice"), Office.room(), begun);
    }

    @Test
    void everyAnswerHasASummaryForALockScreen() {
        office.incident("disk full");
        for (var line :
                List.of("", "help", "who", "next", "list", "show 1", "simulate checkout", "me", "test", "ack 1")) {
            var card = ((Reply.Private) office.reply("alice", line)).card();
            assertThat(card.summary()).as(line).isNotBlank().hasSizeLessThan(200);
            assertThat(PlainText.of(card)).as(line).doesNotContain("Optional", "null", "person:");
        }
    }
}
