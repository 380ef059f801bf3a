package dev.arke.scenario;

import static dev.arke.scenario.SlackOffice.ALICE;
import static dev.arke.scenario.SlackOffice.CARD_TS;
import static dev.arke.scenario.SlackOffice.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.Place;
import dev.arke.dialogue.Submitted;
import dev.arke.testkit.Engine;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.FakeViews;
import dev.arke.testkit.slack.SlackSends.Spot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slack gives up after 3 seconds, and is acknowledged before, however long the answer takes. */
final class SlackPatienceTest {
    private static final Duration SLACKS = Duration.ofSeconds(3);

    private final CountDownLatch database = new CountDownLatch(1);
    private final TestDatabase opened = TestDatabase.open(Engine.H2);
    private final SlackOffice office = new SlackOffice(opened, Slow::new);

    @AfterEach
    void close() {
        database.countDown();
        office.close();
        opened.close();
    }

    @Test
    void aLookIsAnsweredLater() {
        int before = office.told();
        var heard = office.sends.command(ALICE, ROOM, "list");
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.body()).isEmpty();
        assertThat(heard.took()).isLessThan(SLACKS);

        database.countDown();

        assertThat(office.told(before).body().toString()).contains("the answer to list");
        assertThat(office.told()).isEqualTo(before + 1);
    }

    @Test
    void aChangeIsSaidToGoOnAndThenToBeDone() {
        int before = office.told();
        var heard = office.sends.command(ALICE, ROOM, "ack 1");
        assertThat(heard.took()).isLessThan(SLACKS).isGreaterThan(Duration.ofSeconds(2));
        assertThat(heard.body()).contains("I am still working on it");

        database.countDown();

        assertThat(office.told(before).body().toString()).contains("the answer to ack 1");
    }

    @Test
    void aClickIsToldTheSame() {
        int before = office.told();
        var card = new Spot(ROOM, Optional.of(CARD_TS), Optional.empty(), false);
        assertThat(office.sends.click(ALICE, card, "run:1", "ack 1").took()).isLessThan(SLACKS);
        assertThat(office.told(before).body().toString()).contains("I am still working on it");
        database.countDown();
        assertThat(office.told(before + 1).body().toString()).contains("the answer to ack 1");
    }

    @Test
    void aChangeByEventThatIsNotKeptYetIsSentAgainAndDoneOnce() {
        var event = office.sends.mention(ALICE, Spot.in(ROOM), "ack 1");
        var heard = office.sends.event(event);
        assertThat(heard.status()).isEqualTo(503);
        assertThat(heard.took()).isLessThan(SLACKS);
        // The first is still under way: it has the event, and Slack may forget it.
        assertThat(office.sends.again(event, 1).status()).isEqualTo(200);

        database.countDown();

        SlackOffice.await(() -> office.slack.chat().ephemerals().stream().findFirst());
        assertThat(office.slack.chat().ephemerals()).hasSize(1);
    }

    @Test
    void aFormIsOpenedBeforeAnythingIsRead() {
        assertThat(office.sends.command(ALICE, ROOM, "page").took()).isLessThan(SLACKS);
        SlackOffice.await(() -> office.slack.views().latest());
    }

    @Test
    void oneResponseUrlIsUsedFiveTimesAndThenTheAnswerComesAnotherWay() {
        database.countDown();
        var trigger = office.slack.views().trigger();
        int before = office.told();
        office.sends.command(ALICE, ROOM, "page", trigger);
        var form = office.form();
        for (int i = 0; i < 7; i++) {
            var again = new FakeViews.View(form.id() + i, form.hash(), form.json());
            office.sends.submit(ALICE, again, Map.of("text", "x"));
        }
        SlackOffice.await(() -> Optional.of(office.slack.chat().ephemerals()).filter(told -> told.size() >= 2));
        SlackOffice.await(() -> Optional.of(office.told()).filter(count -> count == before + 5));
        assertThat(office.slack.chat().ephemerals().size() + office.told() - before)
                .isGreaterThanOrEqualTo(7);
    }

    /** A dialogue on a database that does not answer until it does. */
    private final class Slow extends ForwardingDialogue {
        Slow(Dialogue real) {
            super(real);
        }

        private void read() {
            try {
                database.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Reply answer(Asker asker, Place place, String line) {
            read();
            return line.equals("page")
                    ? real.answer(asker, place, line)
                    : new Reply.Private(Card.line("the answer to " + line.replace("<@U0ARKE> ", "")));
        }

        @Override
        public Reply open(Asker asker, Place place, String verb, Map<String, String> given) {
            read();
            return real.open(asker, place, verb, given);
        }

        @Override
        public Submitted submit(Asker asker, Place place, String verb, Map<String, String> values) {
            read();
            return new Submitted.Done(new Reply.Private(Card.line("paged")));
        }

        @Override
        public List<String> complete(Asker asker, Place place, String begun) {
            return List.of();
        }
    }
}
