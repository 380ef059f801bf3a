package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.twilio.FakeTwilio;
import dev.arke.testkit.twilio.FakeTwilio.Taken;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages by text: what they say, what can be replied, and what follows when they do not arrive. */
@EachDatabase
final class TextsTest {
    private static final String TEAM = Checkout.pagedBy("""
        admin_channel: {sandbox: ops}
        responders:
          - {name: alice, phone: "+33600000001", email: alice@example.com, rules: {urgent: [{via: sms}, {via: email, after: 8m}]}}
          - {name: bob, sandbox: bob, phone: "+33600000002", rules: {urgent: [{via: sms}]}}
        teams:
          - {name: payments, time_zone: UTC, members: [alice, bob], admins: [bob]}
        """);

    private final PhoneOffice office;
    private final World world;

    TextsTest(TestDatabase database) {
        office = new PhoneOffice(database, ContactKind.EMAIL, ContactKind.SANDBOX);
        world = office.world;
    }

    @BeforeEach
    void aTeam() {
        world.team(TEAM);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Taken page(String what) {
        world.alert("monitor", Checkout.alert(what));
        var text = office.one();
        assertThat(text.to()).isEqualTo(PhoneOffice.ALICE);
        return text;
    }

    private void delivered(Taken text) {
        office.tell(text, "sent", "");
        office.tell(text, "delivered", "");
    }

    @Test
    void aTextSaysWhatIsBrokenAndWhatToReply() {
        var text = page("disk full");

        assertThat(text.body()).isEqualTo("urgent #1 checkout: disk full\nReply ack 1, resolve 1, help");
        assertThat(text.fields()).containsEntry("From", FakeTwilio.FROM);
        assertThat(text.fields().get("StatusCallback")).startsWith("https://arke.example.com/phone/twilio/status/");
    }

    @Test
    void whoSpeaksFrenchIsTextedAndAnsweredInFrench() {
        world.team(TEAM.replace("{name: alice,", "{name: alice, language: fr,"));
        var text = page("disk full");
        assertThat(text.body()).isEqualTo("priorité urgente, #1 checkout : disk full\nRépondez ack 1, resolve 1, help");
        assertThat(office.texts(PhoneOffice.ALICE, "ack 7")).contains("7 n'est aucun de vos incidents");

        assertThat(office.texts(PhoneOffice.ALICE, "ack 1")).isEqualTo("Arke: #1 (disk full) est à vous.");
    }

    @Test
    void onlyTheNetworksReceiptCountsAsArrived() {
        var text = page("disk full");
        office.tell(text, "sent", "");
        assertThat(world.events(1)).noneMatch(IncidentEvent.PageDelivered.class::isInstance);

        office.tell(text, "delivered", "");

        assertThat(world.events(1))
                .filteredOn(IncidentEvent.PageDelivered.class::isInstance)
                .hasSize(1);
        world.advance(Duration.ofMinutes(7));
        assertThat(world.pages()).isEmpty();
        assertThat(office.twilio.take()).isEmpty();
    }

    @Test
    void aTextThatIsNotDeliveredHasTheNextWayTriedAtOnce() {
        var text = page("disk full");

        office.tell(text, "undelivered", "30003");

        assertThat(world.pages()).containsExactly("alice@example.com");
        assertThat(world.events(1))
                .filteredOn(IncidentEvent.PageFailed.class::isInstance)
                .hasSize(1);
        office.tell(text, "undelivered", "30003");
        office.tell(text, "delivered", "");
        assertThat(world.pages()).isEmpty();
        assertThat(world.take(Purpose.NOTICE)).isEmpty();
    }

    @Test
    void aTextThatIsOnItsWayIsNotWhatIsTriedNext() {
        world.team(TEAM.replace("{name: alice,", "{name: alice, sandbox: alice,")
                .replace("[{via: sms}, {via: email", "[{via: sandbox}, {via: sms}, {via: email"));
        world.carrier(ContactKind.SANDBOX)
                .answer(
                        "alice",
                        new Outcome.Again(Duration.ofSeconds(10), FailureReason.SERVER, "busy"),
                        new Outcome.Undelivered(FailureReason.OTHER, "no"));
        var text = page("disk full");

        world.advance(Duration.ofSeconds(15));

        assertThat(world.pages()).containsExactlyInAnyOrder("alice", "alice", "alice@example.com");
        delivered(text);
        assertThat(world.events(1))
                .filteredOn(IncidentEvent.PageDelivered.class::isInstance)
                .hasSize(2);
    }

    @Test
    void aNumberWhereNoTextsCanBeHadIsLeftOutAndItsOwnerTold() {
        office.tell(page("disk full"), "undelivered", "30006");

        assertThat(world.pages()).containsExactly("alice@example.com");
        assertThat(world.take(Purpose.NOTICE))
                .extracting(notice -> notice.message().address())
                .containsExactlyInAnyOrder("alice@example.com", "ops");
        world.alert("monitor", Checkout.alert("disk slow"));
        assertThat(office.twilio.take()).isEmpty();
        assertThat(world.pages()).containsExactly("alice@example.com");
    }

    @Test
    void withoutAWordTheNextWayIsTriedAfterHalfAMinuteAndNothingIsTextedTwice() {
        page("disk full");
        world.advance(Duration.ofSeconds(29));
        assertThat(world.pages()).isEmpty();

        world.advance(Duration.ofSeconds(1));

        assertThat(world.pages()).containsExactly("alice@example.com");
        world.advance(Duration.ofMinutes(8));
        assertThat(office.twilio.take()).isEmpty();
        assertThat(world.pages()).isEmpty();
    }

    @Test
    void aReceiptBeforeTheOutcomeIsWrittenCounts() {
        office.twilio.beforeAnswering(text -> office.callback(
                text.fields().getOrDefault("StatusCallback", ""),
                Map.of("MessageSid", text.sid(), "MessageStatus", "delivered")));

        page("disk full");

        assertThat(world.events(1))
                .filteredOn(IncidentEvent.PageDelivered.class::isInstance)
                .hasSize(1);
        world.advance(Duration.ofMinutes(7));
        assertThat(world.pages()).isEmpty();
        assertThat(office.twilio.take()).isEmpty();
    }

    @Test
    void theReplyTakesIt() {
        delivered(page("disk full"));

        assertThat(office.texts(PhoneOffice.ALICE, "ack 1")).isEqualTo("Arke: You have #1 (disk full).");

        assertThat(world.incident(1))
                .isInstanceOfSatisfying(
                        Incident.Acknowledged.class,
                        held -> assertThat(held.owner().label()).isEqualTo("alice"));
        assertThat(office.texts(PhoneOffice.ALICE, "ACK 1.")).isEqualTo("Arke: You have #1 (disk full) already.");
        world.advance(Duration.ofHours(1));
        assertThat(office.twilio.take()).isEmpty();
    }

    @Test
    void numbersAreEachPersonsOwn() {
        delivered(page("disk full"));
        delivered(page("disk slow"));
        world.advance(Duration.ofMinutes(10));
        assertThat(world.pages()).containsOnly("alice@example.com");
        var toBob = office.twilio.take();
        assertThat(toBob).extracting(Taken::to).containsOnly(PhoneOffice.BOB);
        toBob.forEach(this::delivered);
        assertThat(toBob).extracting(Taken::body).anyMatch(body -> body.contains("ack 2"));

        assertThat(office.texts(PhoneOffice.BOB, "ack 3")).contains("3 is no incident of yours");
        assertThat(office.texts(PhoneOffice.BOB, "resolve 2 it was the fan"))
                .isEqualTo("Arke: #2 (disk slow) is resolved.");
        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);
        assertThat(world.incident(2)).isInstanceOf(Incident.Resolved.class);
    }

    @Test
    void somebodyWhoWasNotPagedHasNoNumberForIt() {
        delivered(page("disk full"));

        assertThat(office.texts(PhoneOffice.BOB, "ack 1")).contains("1 is no incident of yours");

        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);
    }

    /** Bob's short numbers are not the incidents': the first was not his. */
    @Test
    void whoTypesTheIncidentsOwnNumberMeansThat() {
        delivered(page("fan"));
        world.act("alice", 1, new IncidentAct.Resolve(""));
        office.twilio.take();
        delivered(page("disk full"));
        delivered(page("disk slow"));
        world.advance(Duration.ofMinutes(10));
        assertThat(world.pages()).containsOnly("alice@example.com");
        assertThat(office.twilio.take())
                .filteredOn(text -> text.to().equals(PhoneOffice.BOB))
                .extracting(Taken::body)
                .containsExactlyInAnyOrder(
                        "urgent #2 checkout: disk full\nReply ack 1, resolve 1, help",
                        "urgent #3 checkout: disk slow\nReply ack 2, resolve 2, help");

        assertThat(office.texts(PhoneOffice.BOB, "ack #2"))
                .as("with # the incident's own number comes first")
                .isEqualTo("Arke: You have #2 (disk full).");
        assertThat(office.texts(PhoneOffice.BOB, "ack 3"))
                .as("which counts where no short number is meant")
                .isEqualTo("Arke: You have #3 (disk slow).");
        for (int times = 0; times < 2; times++)
            assertThat(office.texts(PhoneOffice.BOB, "resolve 2 it was full")).startsWith("Arke: #3 (disk slow) ");
        assertThat(world.incident(2))
                .as("a reply that comes twice ends no other")
                .isInstanceOf(Incident.Acknowledged.class);
        assertThat(office.texts(PhoneOffice.BOB, "ack 1042")).contains("1042 is no incident of yours");
    }

    @Test
    void allTakesWhatOneWasPagedFor() {
        delivered(page("disk full"));
        delivered(page("disk slow"));
        assertThat(office.texts(PhoneOffice.ALICE, "ack"))
                .contains("which one?", "ack 1: disk full", "ack 2: disk slow");

        assertThat(office.texts(PhoneOffice.ALICE, "all")).contains("You have #1.", "You have #2.");

        assertThat(world.incident(2)).isInstanceOf(Incident.Acknowledged.class);
        assertThat(office.texts(PhoneOffice.ALICE, "all")).contains("nothing you were paged for is still waiting");
    }

    @Test
    void whoAsksBeforeAnyTextCameHearsTheNumbersToo() {
        world.team(TEAM.replace("{via: sms}, {via: email, after: 8m}", "{via: email}, {via: sms, after: 1m}"));
        world.alert("monitor", Checkout.alert("disk full"));
        world.alert("monitor", Checkout.alert("disk slow"));
        assertThat(world.pages()).containsOnly("alice@example.com");

        assertThat(office.texts(PhoneOffice.ALICE, "ack"))
                .contains("which one?", "ack 1: disk full", "ack 2: disk slow");
        assertThat(office.texts(PhoneOffice.ALICE, "ack 2")).isEqualTo("Arke: You have #2 (disk slow).");

        world.advance(Duration.ofMinutes(1));
        assertThat(office.one().body()).contains("ack 1");
    }

    @Test
    void whoeverWasFirstIsNamed() {
        delivered(page("disk full"));
        world.act("bob", 1, new IncidentAct.Acknowledge());

        assertThat(office.texts(PhoneOffice.ALICE, "ack 1")).isEqualTo("Arke: bob has #1 (disk full) already.");
    }

    @Test
    void stopEndsTheTextsAndStartTakesThemBack() {
        delivered(page("disk full"));

        assertThat(office.texts(PhoneOffice.ALICE, "STOP")).contains("no more texts");

        assertThat(world.take(Purpose.NOTICE))
                .extracting(notice -> notice.message().address())
                .containsExactlyInAnyOrder("alice@example.com", "ops");
        world.alert("monitor", Checkout.alert("disk slow"));
        assertThat(world.pages()).containsExactly("alice@example.com");
        assertThat(office.texts(PhoneOffice.ALICE, "start")).contains("again");
        world.alert("monitor", Checkout.alert("disk gone"));
        assertThat(office.one().to()).isEqualTo(PhoneOffice.ALICE);
    }

    @Test
    void helpAndWhatCannotBeUnderstoodAreAnsweredWithTheGrammar() {
        for (var line : List.of("help", "?", "", "what is this", "ack twelve"))
            assertThat(office.texts(PhoneOffice.ALICE, line)).contains("ack 12", "resolve 12", "all", "stop");
    }

    @Test
    void aStrangerGetsNoAnswerAndChangesNothing() {
        delivered(page("disk full"));

        assertThat(office.texts("+33699999999", "ack 1")).isEmpty();
        assertThat(office.texts("", "all")).isEmpty();

        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void aNumberThatIsNotProvedAnswersNothing() {
        delivered(page("disk full"));
        Talk.says(world, "bob", "me add sms +33611111111");
        world.work();
        assertThat(office.one().body()).contains("Your code is");

        assertThat(office.texts("+33611111111", "all")).isEmpty();

        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void aTextThatIsPlayedAgainDoesNothing() {
        delivered(page("disk full"));
        assertThat(office.texts(PhoneOffice.ALICE, "ack 1", "SM1")).contains("You have #1");
        world.act("alice", 1, new IncidentAct.Unacknowledge());
        office.twilio.take();

        assertThat(office.texts(PhoneOffice.ALICE, "ack 1", "SM1")).isEmpty();

        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void whatTwilioDidNotSignIsRefused() {
        var text = page("disk full");
        var params = PhoneOffice.text(PhoneOffice.ALICE, "ack 1", "SM1");
        var address = URI.create(FakeTwilio.PUBLIC + "/phone/twilio/texts");
        var good = FakeTwilio.signature(address, params);
        var elsewhere = FakeTwilio.signature(URI.create("https://evil.example.com/phone/twilio/texts"), params);
        for (var signature : List.of("", "x", elsewhere, good.toLowerCase(Locale.ROOT)))
            assertThat(office.twilio
                            .call(office.port(), address, params, signature)
                            .statusCode())
                    .isEqualTo(403);
        var other = new TreeMap<>(params);
        other.put("Body", "all");
        assertThat(office.twilio.call(office.port(), address, other, good).statusCode())
                .isEqualTo(403);
        var status = URI.create(text.fields().getOrDefault("StatusCallback", ""));
        assertThat(office.twilio
                        .call(office.port(), status, Map.of("MessageStatus", "failed"), "x")
                        .statusCode())
                .isEqualTo(403);

        world.work();
        assertThat(world.pages()).isEmpty();
        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);
        assertThat(office.twilio.call(office.port(), address, params, good).statusCode())
                .isEqualTo(200);
        assertThat(world.incident(1)).isInstanceOf(Incident.Acknowledged.class);
    }

    @Test
    void aNumberThatTwilioRefusesIsFollowedByTheNextWayAtOnce() {
        office.twilio.answer("400 21211");
        world.alert("monitor", Checkout.alert("disk full"));

        assertThat(world.pages()).containsExactly("alice@example.com");
        assertThat(world.take(Purpose.NOTICE)).hasSize(2);
    }

    @Test
    void manyPagesAtOnceAreOneText() {
        world.alerts(
                "monitor", List.of(Checkout.alert("a"), Checkout.alert("b"), Checkout.alert("c"), Checkout.alert("d")));

        var text = office.one();

        assertThat(text.body())
                .startsWith("4 incidents:")
                .contains("1: urgent checkout: a")
                .endsWith("Reply all, help");
        delivered(text);
        for (int number = 1; number <= 4; number++)
            assertThat(world.events(number))
                    .filteredOn(IncidentEvent.PageDelivered.class::isInstance)
                    .hasSize(1);
        assertThat(office.texts(PhoneOffice.ALICE, "ack 2")).isEqualTo("Arke: You have #2 (b).");
    }
}
