package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.twilio.FakeTwilio;
import dev.arke.testkit.twilio.FakeTwilio.Taken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages by phone call: what is read aloud, what the keys do, and what follows when nobody answers. */
@EachDatabase
final class CallsTest {
    private static final String TEAM = Checkout.pagedBy("""
        responders:
          - {name: alice, phone: "+33600000001", email: alice@example.com, rules: {urgent: [{via: call}, {via: email, after: 8m}]}}
          - {name: bob, phone: "+33600000002", rules: {urgent: [{via: call}]}}
        teams:
          - {name: payments, time_zone: UTC, members: [alice, bob], admins: [bob]}
        """);

    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    private final PhoneOffice office;
    private final World world;

    CallsTest(TestDatabase database) {
        office = new PhoneOffice(database, ContactKind.EMAIL);
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

    private Taken call() {
        world.alert("monitor", Checkout.alert("disk full on db_3 https://graphs.example.com/x"));
        return office.one();
    }

    private static String twiml(Taken call) {
        return call.fields().getOrDefault("Twiml", "");
    }

    /** Twilio tells that it has ended so. */
    private void ended(Taken call, String status) {
        tell(call, "StatusCallback", Map.of("CallStatus", status));
    }

    private void answeredBy(Taken call, String whom) {
        tell(call, "AsyncAmdStatusCallback", Map.of("AnsweredBy", whom));
    }

    private void tell(Taken call, String callback, Map<String, String> words) {
        var params = new TreeMap<>(words);
        params.putAll(
                Map.of("AccountSid", FakeTwilio.SID, "CallSid", call.sid(), "To", call.to(), "From", FakeTwilio.FROM));
        assertThat(office.callback(call.fields().getOrDefault(callback, ""), params)
                        .statusCode())
                .isEqualTo(204);
        world.work();
    }

    /** Somebody presses a key; what is said to them then. */
    private String press(Taken call, String key) {
        return press(call, key, call.to());
    }

    private String press(Taken call, String key, String to) {
        var action = ACTION.matcher(twiml(call));
        assertThat(action.find()).isTrue();
        var answer = office.callback(
                action.group(1),
                Map.of(
                        "AccountSid",
                        FakeTwilio.SID,
                        "CallSid",
                        call.sid(),
                        "CallStatus",
                        "in-progress",
                        "To",
                        to,
                        "From",
                        FakeTwilio.FROM,
                        "Digits",
                        key));
        assertThat(answer.statusCode()).isEqualTo(200);
        world.work();
        return answer.body();
    }

    @Test
    void whatIsBrokenIsReadAloudAndTheKeysAreNamed() {
        var call = call();

        assertThat(call.resource()).isEqualTo("Calls");
        assertThat(twiml(call))
                .contains(
                        "<Say language=\"en-US\">This is Arke. urgent 1 checkout: disk full on db 3",
                        "Press 1 to take it")
                .doesNotContain("https://graphs");
        assertThat(call.fields())
                .containsEntry("MachineDetection", "Enable")
                .containsEntry("AsyncAmd", "true")
                .containsEntry("Timeout", "25")
                .containsEntry("StatusCallbackEvent", "completed");
    }

    @Test
    void key1TakesIt() {
        var call = call();

        assertThat(press(call, "1")).contains("You have it.", "<Hangup/>");

        assertThat(world.incident(1))
                .isInstanceOfSatisfying(
                        Incident.Acknowledged.class,
                        held -> assertThat(held.owner().label()).isEqualTo("alice"));
        ended(call, "completed");
        world.advance(Duration.ofHours(1));
        assertThat(office.twilio.take()).isEmpty();
        assertThat(world.pages()).isEmpty();
    }

    @Test
    void key2PagesTheNextOnceHoweverOftenItIsPlayed() {
        var call = call();

        assertThat(press(call, "2")).contains("The next person is paged.");
        assertThat(office.one().to()).isEqualTo(PhoneOffice.BOB);

        press(call, "2");
        assertThat(office.twilio.take()).isEmpty();
        assertThat(world.events(1))
                .filteredOn(IncidentEvent.StepFired.class::isInstance)
                .hasSize(2);
    }

    @Test
    void key2TakesItFromNobodyWhoTookItMeanwhile() {
        var call = call();
        world.act("bob", 1, new IncidentAct.Acknowledge());

        assertThat(press(call, "2")).contains("Somebody else has it already.");

        assertThat(world.incident(1))
                .isInstanceOfSatisfying(
                        Incident.Acknowledged.class,
                        held -> assertThat(held.owner().label()).isEqualTo("bob"));
        assertThat(office.twilio.take()).isEmpty();
    }

    @Test
    void key3AndAnyOtherSayItAgain() {
        var call = call();
        for (var key : List.of("3", "9", "#"))
            assertThat(press(call, key)).contains("disk full on db 3", "Press 1 to take it", "action=");
        assertThat(press(call, "1")).contains("You have it.");
    }

    @Test
    void key3SaysAgainWhatTheServiceSaidInItsOwnWords() {
        saidBy("{{ iris.target }}, hear me: {{ incident.summary }}");
        var call = call();
        assertThat(twiml(call)).contains("alice, hear me: disk full on db 3");

        assertThat(press(call, "3")).isEqualTo(twiml(call));
        assertThat(press(call, "3")).isEqualTo(twiml(call));
        world.act("bob", 1, new IncidentAct.Resolve(""));
        assertThat(press(call, "3")).contains("nothing left to do").doesNotContain("hear me");
    }

    @Test
    void wordsThatFailAreTheUsualOnesAgainToo() {
        saidBy("{{ nothing_of_this_name }}");
        var call = call();
        assertThat(twiml(call)).contains("urgent 1 checkout: disk full on db 3");

        assertThat(press(call, "3")).isEqualTo(twiml(call));
    }

    @Test
    void aCallAboutSeveralSaysThemAgainAsItDid() {
        saidBy("hear me");
        world.alerts(
                "monitor",
                Stream.of("one", "two", "three", "four", "five", "six")
                        .map(Checkout::alert)
                        .toList());
        var call = office.one();
        assertThat(twiml(call)).contains("6 incidents").doesNotContain("hear me");

        assertThat(press(call, "3")).isEqualTo(twiml(call));
    }

    private void saidBy(String template) {
        world.team(TEAM.replace("policy: standard}", "policy: standard, templates: {call: \"" + template + "\"}}"));
    }

    @Test
    void aKeyForWhatSomebodyElseHasSaysSo() {
        var call = call();
        world.act("bob", 1, new IncidentAct.Acknowledge());
        assertThat(press(call, "1")).contains("Somebody else has it already.");

        world.act("bob", 1, new IncidentAct.Resolve(""));
        assertThat(press(call, "3")).contains("nothing left to do");
    }

    @Test
    void aKeyOfAnotherNumberDoesNothing() {
        var call = call();

        assertThat(press(call, "1", PhoneOffice.BOB)).contains("<Hangup/>").doesNotContain("You have it");

        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void busyAndNoAnswerHaveTheNextWayTriedAtOnce() {
        ended(call(), "busy");
        assertThat(world.pages()).containsExactly("alice@example.com");

        world.alert("monitor", Checkout.alert("second"));
        ended(office.one(), "no-answer");
        assertThat(world.pages()).containsExactly("alice@example.com");
        assertThat(world.events(2))
                .filteredOn(IncidentEvent.PageFailed.class::isInstance)
                .hasSize(1);

        world.alert("monitor", Checkout.alert("third"));
        ended(office.one(), "failed");
        assertThat(world.pages()).containsExactly("alice@example.com");
    }

    @Test
    void aMachineThatAnswersHasTheNextWayTriedAtOnce() {
        var call = call();

        answeredBy(call, "machine_start");

        assertThat(world.pages()).containsExactly("alice@example.com");
        ended(call, "completed");
        assertThat(world.events(1))
                .noneMatch(event ->
                        event instanceof IncidentEvent.PageDelivered arrived && arrived.by() == ContactKind.CALL);
    }

    @Test
    void aHumanWhoAnswersWasReached() {
        var call = call();
        answeredBy(call, "human");
        ended(call, "completed");

        assertThat(world.events(1))
                .filteredOn(IncidentEvent.PageDelivered.class::isInstance)
                .hasSize(1);
        world.advance(Duration.ofMinutes(7));
        assertThat(world.pages()).isEmpty();
    }

    @Test
    void whoSpeaksFrenchHearsIt() {
        world.team(TEAM.replace("{name: alice,", "{name: alice, language: fr,"));

        assertThat(twiml(call())).contains("<Say language=\"fr-FR\">Ici Arke.", "Tapez 1");
    }
}
