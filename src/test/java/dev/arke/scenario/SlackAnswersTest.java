package dev.arke.scenario;

import static dev.arke.scenario.SlackOffice.ALICE;
import static dev.arke.scenario.SlackOffice.BOB;
import static dev.arke.scenario.SlackOffice.CARD_TS;
import static dev.arke.scenario.SlackOffice.HANA;
import static dev.arke.scenario.SlackOffice.ROOM;
import static dev.arke.scenario.SlackOffice.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.incident.IncidentEvent;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.FakeSlack;
import dev.arke.testkit.slack.SlackSends.Spot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers to a question in the incident's thread: to Arke by mention, and plain replies where it may read the channel. */
@EachDatabase
final class SlackAnswersTest {
    private static final Spot THREAD = Spot.in(ROOM).thread(CARD_TS);

    private final TestDatabase database;
    private SlackOffice office;
    private long number;

    SlackAnswersTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aQuestion() {
        office = new SlackOffice(database);
        number = office.incident();
        assertThat(office.ask(BOB, "ask " + number + " <@U0ALICE|alice> which shard?"))
                .contains("alice");
        office.work();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aPlainReplyInTheThreadIsTheAnswer() {
        office.event(office.sends.written(ALICE, THREAD, "it is shard 3 &amp; 4"));

        assertThat(answered()).isEqualTo(1);
        assertThat(await(() -> office.slack.chat().ephemerals().stream().findFirst()))
                .satisfies(told -> {
                    assertThat(told.user()).isEqualTo(ALICE);
                    assertThat(told.threadTs()).contains(CARD_TS);
                    assertThat(told.text()).contains("I took this as your answer to bob", "shard 3");
                });
    }

    @Test
    void soIsOneThatIsSentToTheChannelTooAndOneWithAFile() {
        office.event(with(office.sends.written(ALICE, THREAD, "shard 3"), "subtype", "thread_broadcast"));
        assertThat(answered()).isEqualTo(1);
        assertThat(office.ask(BOB, "ask " + number + " <@U0ALICE|alice> and which replica?"))
                .contains("alice");

        office.event(with(office.sends.written(ALICE, THREAD, "this one"), "subtype", "file_share"));

        assertThat(answered()).isEqualTo(2);
    }

    @Test
    void itCountsOnceHoweverOftenSlackSendsIt() {
        var reply = office.sends.written(ALICE, THREAD, "shard 3");
        office.event(reply);
        office.sends.again(reply, 1);

        assertThat(answered()).isEqualTo(1);
    }

    @Test
    void aMentionInTheThreadNeedsNoFurtherRight() {
        office.event(office.sends.mention(ALICE, THREAD, "answer it is shard 3"));

        assertThat(answered()).isEqualTo(1);
    }

    @Test
    void aMentionThatIsWrittenThereIsNotHeardTwice() {
        office.event(office.sends.written(ALICE, THREAD, "<@" + FakeSlack.BOT + "> resolve"));

        assertThat(answered()).isZero();
        nothingWasSaid();
    }

    @Test
    void whatReadsLikeACommandIsAskedAbout() {
        office.event(office.sends.written(ALICE, THREAD, "resolve"));

        assertThat(answered()).isZero();
        assertThat(await(() -> office.slack.chat().ephemerals().stream().findFirst())
                        .text())
                .contains("That reads like a command");
    }

    @Test
    void nothingElseThatIsWrittenIsHeard() {
        office.event(office.sends.written(BOB, THREAD, "I do not know"));
        office.event(office.sends.written(HANA, THREAD, "shard 5"));
        office.event(office.sends.written(ALICE, Spot.in(ROOM), "shard 3"));
        office.event(office.sends.written(ALICE, Spot.in(ROOM).thread("1600000000.000100"), "shard 3"));
        office.event(with(office.sends.written(ALICE, THREAD, "shard 3"), "bot_id", "B0OTHER"));
        office.event(with(office.sends.written(FakeSlack.BOT, THREAD, "shard 3"), "app_id", "A0ARKE"));
        office.event(with(office.sends.written(ALICE, THREAD, "shard 3"), "subtype", "message_changed"));
        office.event(with(office.sends.written(ALICE, Spot.in(ROOM), "shard 3"), "subtype", "file_share"));
        office.event(with(office.sends.written(FakeSlack.BOT, THREAD, "shard 3"), "subtype", "thread_broadcast"));
        office.event(with(office.sends.written(ALICE, THREAD, ""), "subtype", "file_share"));
        var edited = office.sends.written(ALICE, THREAD, "shard 3");
        ((ObjectNode) edited.get("event"))
                .putObject("edited")
                .put("user", ALICE)
                .put("ts", "1700000002.000100");
        office.event(edited);

        assertThat(answered()).isZero();
        nothingWasSaid();
    }

    private void nothingWasSaid() {
        assertThat(office.slack.calls())
                .extracting(call -> call.method())
                .doesNotContain("chat.postEphemeral", "chat.postMessage");
    }

    private static ObjectNode with(ObjectNode envelope, String name, String value) {
        ((ObjectNode) envelope.get("event")).put(name, value);
        return envelope;
    }

    private long answered() {
        return office.count(number, IncidentEvent.QuestionAnswered.class);
    }
}
