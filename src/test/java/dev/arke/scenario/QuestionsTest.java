package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.PlainText;
import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.engine.incident.AnswerQuestion;
import dev.arke.engine.incident.AskQuestion;
import dev.arke.incident.IncidentAct;
import dev.arke.incident.IncidentEvent;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.By;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.FakeCarrier.Arrived;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is asked something about an incident hears it, is reminded until they answer, and then no more. */
@EachDatabase
final class QuestionsTest {
    private final World world;
    private final AuditStore audit;

    QuestionsTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.EMAIL, ContactKind.SMS);
        audit = new AuditStore(database.database().dsl());
    }

    @BeforeEach
    void somebodyHasAnIncident() {
        Shop.in(world);
        Shop.webIncidentOf(world, "bob", "disk", 1);
    }

    @Test
    void theOneAskedIsRemindedUntilTheyAnswerAndTheAskerIsTold() {
        var start = world.now();
        ask("bob", "alice", "which shard?");

        world.advance(Duration.ofMinutes(80));
        var asked = world.take(Purpose.NOTICE);
        assertThat(asked).extracting(sent -> minutes(start, sent)).containsExactly(0L, 5L, 15L, 45L, 75L);
        assertThat(asked).extracting(sent -> sent.message().address()).containsOnly("alice");
        assertThat(asked.getFirst().message().card().summary()).isEqualTo("bob asks you about #1: which shard?");
        assertThat(asked.getLast().message().card().summary())
                .isEqualTo("bob is still waiting for your answer about #1: which shard?");

        answer("alice", "shard 7");
        assertThat(world.take(Purpose.NOTICE)).singleElement().satisfies(told -> {
            assertThat(told.message().address()).isEqualTo("bob");
            assertThat(told.message().card().summary()).isEqualTo("alice answers about #1: shard 7");
        });
        world.advance(Duration.ofHours(3));
        world.act("bob", 1, new IncidentAct.Resolve(""));
        assertThat(world.events(1))
                .contains(
                        new IncidentEvent.QuestionAsked(world.responder("alice"), "which shard?"),
                        new IncidentEvent.QuestionAnswered("bob", "which shard?", "shard 7"));
        assertThat(world.read(() -> audit.latest(10)))
                .extracting(entry -> entry.actor() + " " + entry.verb() + " " + entry.subject())
                .contains("person:bob ask #1", "person:alice answer #1");
    }

    @Test
    void theMessagesAndTheCardSayWhatWasAnswered() {
        ask("bob", "alice", "which shard?");
        world.take(Purpose.NOTICE);
        assertThat(cardNow()).contains("bob asks alice: “which shard?” No answer yet, since");

        answer("alice", "shard 7");
        world.advance(Duration.ofSeconds(10));

        assertThat(edits("alice"))
                .last()
                .asString()
                .contains("alice answered bob: shard 7")
                .doesNotContain("Answer…");
        assertThat(cardNow()).contains("bob asked alice: “which shard?” Answer: “shard 7”");
        world.take(Purpose.NOTICE);
    }

    @Test
    void aDeadMethodIsFollowedByTheNextOneAtOnce() {
        world.carrier(ContactKind.SANDBOX).answer("alice", new Outcome.RecipientGone("nobody is there"));

        ask("bob", "alice", "which shard?");

        assertThat(world.take(Purpose.NOTICE))
                .filteredOn(sent -> sent.message().card().summary().startsWith("bob asks you"))
                .extracting(sent -> sent.message().address())
                .containsExactly("alice", "+33600000001");
    }

    @Test
    void aMethodThatFailsIsFollowedByTheNextOneAfterTwoMinutes() {
        var start = world.now();
        failing("alice", 8);

        ask("bob", "alice", "which shard?");
        world.advance(Duration.ofMinutes(4));

        assertThat(world.take(Purpose.NOTICE))
                .filteredOn(sent -> sent.message().address().equals("+33600000001"))
                .singleElement()
                .satisfies(sent -> assertThat(minutes(start, sent)).isEqualTo(2));
    }

    @Test
    void whenNothingReachesThemTheAskerHearsItOnceAndTheCardSaysIt() {
        world.carrier(ContactKind.SANDBOX).answer("dana", new Outcome.RecipientGone("nobody is there"));

        ask("bob", "dana", "which shard?");
        world.advance(Duration.ofHours(1));

        assertThat(world.take(Purpose.NOTICE))
                .extracting(sent ->
                        sent.message().address() + ": " + sent.message().card().summary())
                .containsExactly(
                        "dana: bob asks you about #1: which shard?",
                        "bob: I cannot reach dana with your question about #1");
        assertThat(cardNow()).contains("bob asks dana: “which shard?” Not reached, since");
        assertThat(world.events(1)).containsOnlyOnce(new IncidentEvent.QuestionUnreached(world.responder("dana")));
    }

    @Test
    void theEndOfTheIncidentEndsTheReminders() {
        ask("bob", "alice", "which shard?");
        world.take(Purpose.NOTICE);

        world.act("bob", 1, new IncidentAct.Resolve(""));
        world.advance(Duration.ofHours(2));

        assertThat(edits("alice")).last().asString().contains("bob needs no answer any more: it is resolved.");
        assertThat(outcome("alice", "shard 7")).isInstanceOf(AnswerQuestion.Outcome.NoneOpen.class);
    }

    @Test
    void whatIsMergedIsAskedOnInTheOtherIncident() {
        ask("bob", "alice", "which shard?");
        Shop.webIncidentOf(world, "bob", "disk again", 2);
        world.act("bob", 1, new IncidentAct.MergeInto(2));
        world.take(Purpose.NOTICE);

        world.advance(Duration.ofMinutes(5));
        assertThat(world.take(Purpose.NOTICE))
                .extracting(sent -> sent.message().card().summary())
                .containsExactly("bob is still waiting for your answer about #2: which shard?");
        world.act("bob", 2, new IncidentAct.Resolve(""));
    }

    @Test
    void askingTheSameTwiceIsAskingOnce() {
        ask("bob", "alice", "which shard?");
        assertThat(asking("bob", "alice", "which shard?")).isInstanceOf(AskQuestion.Outcome.Already.class);

        assertThat(world.take(Purpose.NOTICE)).hasSize(1);
        assertThat(world.engine().incidents().questions().remind().remindAllDue())
                .isZero();
    }

    @Test
    void whatIsSaidByNobodyWhoMayIsRefused() {
        var unlinked = new By(new Actor.Unlinked(ContactKind.SLACK, "T1", "U9", "Eve"), "slack");
        var questions = world.engine().incidents().questions();

        assertThat(questions.ask().ask(unlinked, 1, world.responder("alice"), "which shard?"))
                .isInstanceOf(AskQuestion.Outcome.Refused.class);
        assertThat(asking("bob", "bob", "which shard?")).isInstanceOf(AskQuestion.Outcome.Oneself.class);
        ask("bob", "alice", "which shard?");
        world.take(Purpose.NOTICE);
        assertThat(questions.answer().answer(unlinked, new AnswerQuestion.Which.OnIncident(1), "shard 7"))
                .isInstanceOf(AnswerQuestion.Outcome.Refused.class);
    }

    @Test
    void afterADowntimeThereIsOneReminderNotMany() {
        ask("bob", "alice", "which shard?");
        world.take(Purpose.NOTICE);

        world.sleepFor(Duration.ofHours(5));

        assertThat(world.take(Purpose.NOTICE)).hasSize(1);
    }

    private void ask(String asker, String who, String words) {
        assertThat(asking(asker, who, words)).isInstanceOf(AskQuestion.Outcome.Asked.class);
        world.work();
    }

    private AskQuestion.Outcome asking(String asker, String who, String words) {
        return world.engine()
                .incidents()
                .questions()
                .ask()
                .ask(new By(world.person(asker), "test"), 1, world.responder(who), words);
    }

    private void answer(String who, String words) {
        assertThat(outcome(who, words)).isInstanceOf(AnswerQuestion.Outcome.Answered.class);
        world.work();
    }

    private AnswerQuestion.Outcome outcome(String who, String words) {
        return world.engine()
                .incidents()
                .questions()
                .answer()
                .answer(new By(world.person(who), "test"), new AnswerQuestion.Which.OnIncident(1), words);
    }

    private void failing(String address, int times) {
        for (int i = 0; i < times; i++)
            world.carrier(ContactKind.SANDBOX)
                    .answer(address, new Outcome.Again(Duration.ZERO, FailureReason.SERVER, "it is down"));
    }

    private List<String> edits(String address) {
        return world.edits(address);
    }

    private String cardNow() {
        return PlainText.of(world.card(1));
    }

    private static long minutes(Instant start, Arrived sent) {
        return Duration.between(start, sent.at()).toMinutes();
    }
}
