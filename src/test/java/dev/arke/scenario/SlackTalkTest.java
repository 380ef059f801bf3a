package dev.arke.scenario;

import static dev.arke.scenario.SlackOffice.ALICE;
import static dev.arke.scenario.SlackOffice.BOB;
import static dev.arke.scenario.SlackOffice.CARD_TS;
import static dev.arke.scenario.SlackOffice.GUEST;
import static dev.arke.scenario.SlackOffice.HANA;
import static dev.arke.scenario.SlackOffice.ROOM;
import static dev.arke.scenario.SlackOffice.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.SlackSends.Spot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands, buttons, mentions and direct messages of Slack: each is acknowledged, run and answered where it belongs. */
@EachDatabase
final class SlackTalkTest {
    private final TestDatabase database;
    private SlackOffice office;

    SlackTalkTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        office = new SlackOffice(database);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aCommandIsAnsweredPrivatelyInTheAcknowledgement() {
        long number = office.incident();

        assertThat(office.ask(ALICE, "ack")).contains("\"ephemeral\"", "You have #" + number);
        office.becomes(number, Incident.Acknowledged.class);
    }

    @Test
    void aLookCanBeShared() {
        long number = office.incident();
        assertThat(office.ask(ALICE, "show " + number)).contains("share:", "show " + number);

        int before = office.told();
        office.sends.click(ALICE, Spot.privately(ROOM), "share:1", "show " + number);

        var shared = office.told(before);
        assertThat(shared.isInChannel()).isTrue();
        assertThat(shared.body().toString()).contains("all red", "Shared by");
        assertThat(office.told(before + 1).body().path("delete_original").asBoolean())
                .isTrue();
        assertThat(office.ask(ALICE, "akc")).doesNotContain("share:");
        assertThat(office.ask(ALICE, "ack " + number)).doesNotContain("share:");
    }

    @Test
    void aButtonIsAnsweredPrivately() {
        long number = office.incident();
        int before = office.told();

        var heard = office.sends.click(ALICE, cardOf(), "run:0", "ack " + number);

        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.body()).isEmpty();
        office.becomes(number, Incident.Acknowledged.class);
        var told = office.told(before);
        assertThat(told.isInChannel()).isFalse();
        assertThat(told.body().path("replace_original").asBoolean()).isFalse();
        assertThat(told.body().toString()).contains("You have #" + number);
    }

    @Test
    void aMenuUnderACardWorksAsItsButtonsDo() {
        long number = office.incident();
        int before = office.told();
        office.sends.click(ALICE, cardOf(), "run:more", "escalate " + number);
        assertThat(office.told(before).body().toString()).contains("is paged now");
        assertThat(office.count(number, IncidentEvent.Escalated.class)).isEqualTo(1);
    }

    @Test
    void ofAcknowledgementsInTheSameSecondOneCounts() throws Exception {
        long number = office.incident();
        int before = office.told();
        try (var threads = Executors.newFixedThreadPool(4)) {
            threads.invokeAll(Stream.<Callable<Object>>of(
                            () -> office.sends.click(ALICE, cardOf(), "run:0", "ack " + number),
                            () -> office.sends.click(ALICE, cardOf(), "run:0", "ack " + number),
                            () -> office.sends.click(BOB, cardOf(), "run:0", "ack " + number),
                            () -> office.sends.command(HANA, ROOM, "ack " + number))
                    .toList());
        }
        assertThat(office.count(number, IncidentEvent.Acknowledged.class)).isEqualTo(1);
        // Alice's second click was a nervous finger; the others hear who has it.
        office.told(before + 1);
    }

    @Test
    void theButtonOfAResolvedIncidentSaysSo() {
        long number = office.incident();
        office.sends.command(BOB, ROOM, "resolve " + number + " over");
        int before = office.told();

        office.sends.click(ALICE, cardOf(), "run:0", "ack " + number);

        assertThat(office.told(before).body().toString()).contains("is resolved", "reopen");
        office.becomes(number, Incident.Resolved.class);
    }

    @Test
    void aMentionIsAnsweredToWhoWroteItAlone() {
        long number = office.incident();

        office.event(office.sends.mention(ALICE, Spot.in(ROOM), "show " + number));

        var told = await(() -> office.slack.chat().ephemerals().stream().findFirst());
        assertThat(told.user()).isEqualTo(ALICE);
        assertThat(told.blocks().toString()).contains("all red");
    }

    @Test
    void inAnIncidentsThreadTheNumberIsImplied() {
        long first = office.incident();
        office.sends.command(BOB, ROOM, "page checkout \"another\"");

        var spot = Spot.in(ROOM).thread(CARD_TS);
        office.event(office.sends.mention(ALICE, spot, "ack"));

        office.becomes(first, Incident.Acknowledged.class);
        var told = await(() -> office.slack.chat().ephemerals().stream().findFirst());
        assertThat(told.threadTs()).contains(CARD_TS);
    }

    @Test
    void whereTheBotMayNotSpeakTheAnswerComesAsADirectMessage() {
        office.slack.always("chat.postEphemeral", Answer.error("user_not_in_channel"));
        office.event(office.sends.mention(ALICE, Spot.in(ROOM), "list"));
        var told = await(() -> office.slack.chat().all().stream().findFirst());
        assertThat(told.channel()).startsWith("D");
    }

    @Test
    void directMessagesArePlainLines() {
        long number = office.incident();
        var conversation = "D0ALICE";
        office.event(office.sends.direct(ALICE, Spot.in(conversation), "ack " + number));
        office.becomes(number, Incident.Acknowledged.class);
    }

    @Test
    void anEventThatComesAgainIsWorkedOnOnceAlsoAfterARestart() {
        long number = office.incident();
        var event = office.sends.mention(ALICE, Spot.in(ROOM), "note " + number + " it is the cache");
        office.event(event);
        assertThat(office.sends.again(event, 1).status()).isEqualTo(200);
        office.close();
        open();
        assertThat(office.sends.again(event, 2).status()).isEqualTo(200);
        assertThat(office.sends.again(event, 3).status()).isEqualTo(200);
        assertThat(office.count(number, IncidentEvent.Noted.class)).isEqualTo(1);
    }

    @Test
    void botsAndEditsAreNotAnswered() {
        long number = office.incident();
        var fromBot = office.sends.mention(ALICE, Spot.in(ROOM), "ack " + number);
        ((ObjectNode) fromBot.path("event")).put("bot_id", "B0OTHER");
        var own = office.sends.direct("U0ARKE", Spot.in("D0ALICE"), "ack " + number);
        var edited = office.sends.mention(ALICE, Spot.in(ROOM), "ack " + number);
        ((ObjectNode) edited.path("event")).putObject("edited").put("user", ALICE);
        for (var event : List.of(fromBot, own, edited)) office.event(event);
        assertThat(office.incident(number)).isInstanceOf(Incident.Triggered.class);
        assertThat(office.slack.calls("chat.postEphemeral")).isEmpty();
    }

    @Test
    void aMemberWhomNobodyKnowsMayAcknowledge() {
        long number = office.incident();
        assertThat(office.ask(HANA, "ack " + number)).contains("You have #" + number, "Connect me…");
        office.becomes(number, Incident.Acknowledged.class);
    }

    @Test
    void guestsAreRefusedPolitely() {
        long number = office.incident();
        for (var line : List.of("ack " + number, "list", "page checkout help")) {
            assertThat(office.ask(GUEST, line)).doesNotContain("all red", "share:");
        }
        assertThat(office.incident(number)).isInstanceOf(Incident.Triggered.class);
        assertThat(office.open()).hasSize(1);
    }

    @Test
    void accountsOfAnotherWorkspaceAreRefused() {
        long number = office.incident();
        office.sends.from("T0OTHER");
        assertThat(office.sends.command(ALICE, ROOM, "ack " + number).status()).isEqualTo(200);
        office.sends.click(ALICE, cardOf(), "run:0", "ack " + number);
        office.event(office.sends.mention(ALICE, Spot.in(ROOM), "ack " + number));
        assertThat(office.incident(number)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void anAcknowledgementCountsWhileSlackDoesNotSayWhoSomebodyIs() {
        long number = office.incident();
        office.slack.always("users.info", Answer.status(503));
        office.sends.command(HANA, ROOM, "ack " + number);
        office.becomes(number, Incident.Acknowledged.class);
    }

    private Spot cardOf() {
        return new Spot(ROOM, Optional.of(CARD_TS), Optional.empty(), false);
    }
}
