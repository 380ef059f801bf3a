package dev.arke.scenario;

import static dev.arke.database.generated.Tables.PAGING_WISH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages that come again until somebody takes the incident, and other ways when there are too many. It is 9:00 UTC. */
@EachDatabase
final class RepeatedPagesTest {
    private static final String SMS = "+33600000001";
    private static final String MAIL = "alice@example.com";

    private final TestDatabase database;
    private final World world;

    RepeatedPagesTest(TestDatabase database) {
        this.database = database;
        world = new World(database, ContactKind.SANDBOX, ContactKind.SMS, ContactKind.EMAIL);
    }

    @BeforeEach
    void aTeam() {
        Checkout.in(world);
    }

    @Test
    void aRuleRepeatsUntilTheIncidentIsTakenBesideWhatThePolicyDoes() {
        assertThat(says("me urgent chat, sms 1m every 4m"))
                .contains("sandbox at once, SMS after 1 min, then every 4 min");
        assertThat(says("simulate checkout")).contains("alice (sandbox at once, SMS after 3 min)");
        alert(Priority.URGENT, "disk full");

        assertThat(pagesIn(0)).containsExactly("alice");
        assertThat(pagesIn(1)).containsExactly(SMS);
        assertThat(pagesIn(3)).isEmpty();
        assertThat(pagesIn(1)).containsExactly(SMS);
        assertThat(pagesIn(4)).containsExactly(SMS);
        assertThat(pagesIn(1)).containsExactly("bob");
        assertThat(pagesIn(3)).containsExactly("+33600000002", SMS);
        world.act("bob", 1, new IncidentAct.Acknowledge());
        assertThat(pagesIn(60)).isEmpty();
    }

    @Test
    void aStepThatPagesAgainGoesOnWithTheSameRhythm() {
        stepsTwice("2m");
        alert(Priority.URGENT, "disk full");

        assertThat(pagesIn(0)).containsExactly(SMS);
        assertThat(pagesIn(4)).containsExactly(SMS, SMS);
        assertThat(pagesIn(1)).containsExactly(SMS);
        // The one that waited since 9:04 is called off; from the step's own on, one each two minutes.
        assertThat(pagesIn(1)).isEmpty();
        assertThat(pagesIn(1)).containsExactly(SMS);
        assertThat(pagesIn(2)).containsExactly(SMS);
        world.act("alice", 1, new IncidentAct.Resolve(""));
        assertThat(pagesIn(30)).isEmpty();
    }

    @Test
    void aPageThatIsHeardOfAfterALaterOneBeginsNoRhythmOfItsOwn() {
        stepsTwice("20m");
        world.carrier(ContactKind.SMS).answer(SMS, new Outcome.HandedOver("heard of late", Duration.ofMinutes(12)));
        alert(Priority.URGENT, "disk full");
        assertThat(textsIn(4)).isEqualTo(1);
        assertThat(textsIn(1)).isEqualTo(1);
        assertThat(textsIn(19)).isZero();
        assertThat(textsIn(1)).isEqualTo(1);
        assertThat(textsIn(19)).isZero();
        world.act("alice", 1, new IncidentAct.Resolve(""));
        assertThat(pagesIn(60)).isEmpty();
    }

    /** Alice is paged at once and after five minutes, by texts that come again so long after each. */
    private void stepsTwice(String every) {
        world.team(Checkout.pagedBy("""
            responders:
              - {name: alice, sandbox: alice, phone: "+33600000001", email: alice@example.com,
                 rules: {urgent: [{via: sms, every: %s}]}}
              - {name: bob, sandbox: bob}
            teams:
              - {name: payments, time_zone: UTC, members: [alice, bob]}
            """.formatted(every))
                .replace("page: [alice], wait: 10m", "page: [alice], wait: 5m, repeat: 1"));
    }

    private long textsIn(int minutes) {
        return pagesIn(minutes).stream().filter(SMS::equals).count();
    }

    @Test
    void whoeverItIsTakenFromWhileTheirPageIsOnItsWayIsNotPagedAgain() {
        says("me urgent sms every 5m");
        world.carrier(ContactKind.SMS)
                .meanwhile(SMS, () -> world.act("bob", 1, new IncidentAct.Reassign(world.responder("bob"))));
        alert(Priority.URGENT, "disk full");

        assertThat(pagesIn(0)).containsExactlyInAnyOrder(SMS, "bob");
        assertThat(textsIn(6)).isZero();
        world.act("bob", 1, new IncidentAct.Acknowledge());
    }

    @Test
    void oneThatFailsIsFollowedByTheNextWayAtOnce() {
        says("me urgent sms every 5m");
        alert(Priority.URGENT, "disk full");
        assertThat(pagesIn(0)).containsExactly(SMS);
        world.carrier(ContactKind.SMS).answer(SMS, new Outcome.RecipientGone("no such number"));

        assertThat(pagesIn(5)).contains("alice");
        world.act("bob", 1, new IncidentAct.Acknowledge());
        assertThat(world.take(Purpose.NOTICE)).isNotEmpty();
    }

    @Test
    void aCallThatNobodyAnswersRingsAgainUntilTheIncidentIsTaken() {
        says("me urgent chat, sms 3m every 5m");
        world.carrier(ContactKind.SMS)
                .answer(
                        SMS,
                        new Outcome.Undelivered(FailureReason.OTHER, "no answer"),
                        new Outcome.Undelivered(FailureReason.OTHER, "busy"),
                        new Outcome.HandedOver("never heard of again", Duration.ofMinutes(1)));
        alert(Priority.URGENT, "disk full");
        assertThat(pagesIn(0)).containsExactly("alice");
        assertThat(pagesIn(3)).containsExactly(SMS);
        assertThat(pagesIn(4)).isEmpty();
        assertThat(pagesIn(1)).containsExactlyInAnyOrder(SMS, "alice");
        assertThat(pagesIn(5)).contains(SMS);
        assertThat(pagesIn(5)).contains("alice").doesNotContain(SMS);
        assertThat(pagesIn(1)).contains(SMS);
        assertThat(pagesIn(5)).contains(SMS);
        world.act("alice", 1, new IncidentAct.Acknowledge());
        assertThat(pagesIn(60)).isEmpty();
    }

    @Test
    void whatComesInThePlaceOfADeadWayComesAgain() {
        says("me urgent sms every 5m");
        world.carrier(ContactKind.SMS).answer(SMS, new Outcome.RecipientGone("no such number"));
        alert(Priority.URGENT, "disk full");
        assertThat(pagesIn(0)).contains("alice");
        assertThat(pagesIn(4)).isEmpty();
        assertThat(pagesIn(1)).containsExactly("alice");
        assertThat(pagesIn(5)).contains("alice");
        assertThat(world.take(Purpose.NOTICE)).isNotEmpty();
    }

    @Test
    void quietHoursHoldRepeatsBackToo() {
        says("me low sms every 10m");
        says("me quiet 9:05-9:45");
        alert(Priority.LOW, "slow");
        assertThat(pagesIn(0)).containsExactly(SMS);
        assertThat(pagesIn(9)).isEmpty();
        assertThat(pagesIn(35)).isNotEmpty().containsOnly("bob");
        assertThat(pagesIn(1)).contains(SMS);
        world.act("alice", 1, new IncidentAct.Acknowledge());
        assertThat(pagesIn(60)).isEmpty();
    }

    @Test
    void aRaisedPriorityDoesNotWaitForTheEndOfQuietHours() {
        says("me low sms");
        says("me urgent sms, chat 5m");
        says("me quiet 8:00-15:00");
        alert(Priority.LOW, "slow");
        assertThat(pagesIn(5)).isEmpty();
        alert(Priority.URGENT, "slow");
        assertThat(pagesIn(0)).containsExactly(SMS);
        assertThat(pagesIn(4)).isEmpty();
        assertThat(pagesIn(1)).contains("alice").doesNotContain(SMS);
        world.act("alice", 1, new IncidentAct.Acknowledge());
        assertThat(pagesIn(60 * 12)).isEmpty();
    }

    @Test
    void aRaisedPriorityIsNotHeldUpByAPageThatComesAgainLater() {
        says("me low sms every 1h");
        says("me urgent sms every 5m, chat 1m");
        alert(Priority.LOW, "slow");
        assertThat(pagesIn(5)).containsExactly(SMS);
        alert(Priority.URGENT, "slow");
        assertThat(pagesIn(0)).containsExactly(SMS);
        assertThat(pagesIn(1)).containsExactly("alice");
        assertThat(pagesIn(4)).contains(SMS).doesNotContain("alice");
        world.act("alice", 1, new IncidentAct.Acknowledge());
        assertThat(pagesIn(60 * 12)).isEmpty();
    }

    @Test
    void onlyTheNewestOfManyPagesIsEditedAndTheOthersSayThatTheyCameAgain() {
        says("me urgent chat every 1m");
        alert(Priority.URGENT, "disk full");
        assertThat(pagesIn(0)).containsExactly("alice");
        assertThat(world.edits("alice")).isEmpty();
        assertThat(pagesIn(4)).hasSize(4);
        assertThat(world.edits("alice")).hasSize(4).allMatch(text -> text.contains("answer on the newest page"));

        alert(Priority.URGENT, "disk full");
        assertThat(world.edits("alice")).hasSize(5).last().asString().contains("Repeated once");
        world.act("bob", 1, new IncidentAct.Acknowledge());
        assertThat(world.edits("alice")).hasSize(6).last().asString().contains("bob has had it");
        world.act("bob", 1, new IncidentAct.Resolve(""));
        assertThat(world.edits("alice")).hasSize(7).last().asString().contains("Resolved");
        assertThat(says("ack 1")).contains("#1 is resolved");
    }

    @Test
    void aPageThatArrivesAfterALaterOneSaysSoToo() {
        stepsTwice("30m");
        says("me urgent chat");
        world.carrier(ContactKind.SANDBOX)
                .answer("alice", new Outcome.Again(Duration.ofMinutes(7), FailureReason.RATE_LIMITED, "later"));
        alert(Priority.URGENT, "disk full");
        assertThat(pagesIn(0)).containsExactly("alice");
        assertThat(pagesIn(5)).contains("alice");
        assertThat(world.edits("alice")).isEmpty();
        assertThat(pagesIn(2)).contains("alice");
        assertThat(world.edits("alice")).singleElement().asString().contains("answer on the newest page");
        world.act("alice", 1, new IncidentAct.Acknowledge());
        assertThat(world.edits("alice")).hasSize(2).last().asString().contains("You have it");
        assertThat(pagesIn(30)).isEmpty();
    }

    @Test
    void aBundleIsEditedForThoseOfItThatDidNotComeAgain() {
        says("me urgent chat every 2m");
        world.alerts(
                Checkout.MONITOR,
                Stream.of("one", "two", "three", "four", "five", "six")
                        .map(Checkout::alert)
                        .toList());
        assertThat(world.take(Purpose.CARD)).isNotEmpty();
        assertThat(pagesIn(0)).containsExactly("alice");
        world.act("bob", 6, new IncidentAct.Acknowledge());
        var before = world.edits("alice").size();
        assertThat(pagesIn(2)).containsExactly("alice");
        assertThat(world.edits("alice"))
                .hasSize(before + 1)
                .last()
                .asString()
                .contains("1 taken")
                .doesNotContain("#1");
        world.act("bob", 6, new IncidentAct.Resolve(""));
        assertThat(world.edits("alice"))
                .last()
                .asString()
                .contains("1 resolved")
                .doesNotContain("#1");
        assertThat(pagesIn(2)).containsExactly("alice");
        for (long number = 1; number <= 5; number++) world.act("bob", number, new IncidentAct.Resolve(""));
        assertThat(pagesIn(30)).isEmpty();
    }

    @Test
    void tooManyByOneWayComeByAnother() {
        says("me urgent sms");
        assertThat(says("me more than 2 sms in 10m use email")).contains("more than 2 sms in 10m use email");
        assertThat(says("me")).contains("When there are many: more than 2 sms in 10m use email.");
        assertThat(says("simulate checkout"))
                .contains("When there are many", "alice: more than 2 sms in 10m use email.");

        alert(Priority.URGENT, "one");
        alert(Priority.URGENT, "two");
        alert(Priority.URGENT, "three");
        assertThat(pagesIn(0)).containsExactly(SMS, SMS, MAIL);
        for (long number = 1; number <= 3; number++) world.act("alice", number, new IncidentAct.Resolve(""));
        assertThat(pagesIn(9)).isEmpty();
        alert(Priority.URGENT, "four");
        assertThat(pagesIn(0)).containsExactly(MAIL);
        world.act("alice", 4, new IncidentAct.Resolve(""));
        pagesIn(1);
        world.alerts(
                "monitor",
                Stream.of("five", "six", "seven").map(Checkout::alert).toList());
        assertThat(world.take(Purpose.CARD)).hasSize(3);
        assertThat(pagesIn(0)).containsExactlyInAnyOrder(SMS, SMS, MAIL);

        assertThat(says("me more than sms off")).contains("Pages by sms are no longer limited.");
        alert(Priority.URGENT, "eight");
        assertThat(pagesIn(0)).containsExactly(SMS);
    }

    @Test
    void whatComesByAnotherWayComesAgainToo() {
        says("me urgent sms every 5m, chat 1m");
        says("me more than 1 sms in 10m use email");
        alert(Priority.URGENT, "one");
        alert(Priority.URGENT, "two");
        assertThat(pagesIn(0)).containsExactly(SMS, MAIL);
        assertThat(pagesIn(4)).containsExactly("alice", "alice");
        assertThat(pagesIn(1)).containsExactlyInAnyOrder(SMS, MAIL);
        assertThat(pagesIn(5)).contains(SMS, MAIL).doesNotContain("alice");
        world.act("alice", 1, new IncidentAct.Acknowledge());
        world.act("alice", 2, new IncidentAct.Acknowledge());
        assertThat(pagesIn(30)).isEmpty();
    }

    @Test
    void whatCannotBeReadChangesNothing() {
        for (var line : List.of(
                "me more than 0 sms in 10m use email",
                "me more than 256 sms in 10m use email",
                "me more than 3 sms in 59s use email",
                "me more than 3 sms in 2h use email",
                "me more than 3 sms in 10m use sms",
                "me more than 3 pigeons in 10m use sms",
                "me more")) assertThat(says(line)).contains("How many of what within which time");
        assertThat(says("me urgent sms every 30s")).contains("How do I reach you?");
        assertThat(says("me urgent sms every")).contains("How do I reach you?");
        assertThat(says("me")).doesNotContain("When there are many");
    }

    @Test
    void wishesOfAVersionBeforeAreRead() {
        var alice = world.responder("alice");
        var team = world.read(() -> world.engine()
                .directory()
                .current()
                .teamNamed("payments")
                .orElseThrow()
                .id());
        var dsl = database.database().dsl();
        world.write(() -> {
            dsl.insertInto(PAGING_WISH)
                    .set(PAGING_WISH.RESPONDER_ID, alice)
                    .set(
                            PAGING_WISH.WISHES,
                            "{\"quiet\":null,\"apart\":[{\"scopeId\":\"" + team
                                    + "\",\"rules\":[{\"priority\":\"URGENT\",\"via\":\"EMAIL\",\"after\":\"PT0S\"}]}]}")
                    .execute();
            new DirectoryVersionStore(dsl).raise();
        });

        alert(Priority.URGENT, "disk full");

        assertThat(pagesIn(0)).containsExactly(MAIL);
    }

    /** Who is paged in the next minutes, in order of time. */
    private List<String> pagesIn(int minutes) {
        world.advance(Duration.ofMinutes(minutes));
        return world.pages();
    }

    private void alert(Priority priority, String what) {
        world.alert(
                Checkout.MONITOR,
                Alert.firing(what, what).priority(Optional.of(priority)).toAlert());
        world.take(Purpose.CARD);
    }

    private String says(String line) {
        return Talk.says(world, "alice", line);
    }
}
