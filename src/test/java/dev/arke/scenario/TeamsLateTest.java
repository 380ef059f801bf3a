package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import dev.arke.card.Reply;
import dev.arke.dialogue.Asker;
import dev.arke.dialogue.Dialogue;
import dev.arke.dialogue.Place;
import dev.arke.teams.card.Press;
import dev.arke.testkit.Engine;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.FakeTeams;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What takes longer than Teams waits is told when it is there. */
final class TeamsLateTest {
    private final CountDownLatch answers = new CountDownLatch(1);
    private final TestDatabase opened = TestDatabase.open(Engine.H2);
    private final TeamsOffice office = new TeamsOffice(opened, Slow::new);

    @AfterEach
    void close() {
        answers.countDown();
        office.close();
        opened.close();
    }

    @Test
    void whatALateClickHasToSayIsSaidByAMessage() {
        var heard = click("ack 1");
        assertThat(heard).contains("You will hear from me as soon as it is done");
        assertThat(office.teams.to(ALICE)).isEmpty();

        answers.countDown();

        assertThat(office.next(ALICE, 0).words()).contains("the answer to ack 1");
    }

    @Test
    void aLateClickThatFailsIsToldOfToo() {
        assertThat(click("break")).contains("You will hear from me");

        answers.countDown();

        assertThat(office.next(ALICE, 0).words()).contains("Something went wrong");
    }

    @Test
    void aLateSearchIsAnsweredAsASearch() {
        var search = office.sends.invoke("composeExtension/query", ALICE, FakeTeams.direct(ALICE));
        search.putObject("value").put("commandId", "whoIsOnCall");

        var found = office.sends.send(search).json();

        assertThat(found.at("/composeExtension/type").asText()).isEqualTo("result");
        assertThat(found.toString()).contains("took too long");
        assertThat(found.has("task")).isFalse();
    }

    private String click(String line) {
        return office.sends
                .send(office.sends.click(ALICE, FakeTeams.direct(ALICE), "1700000000001", new Press.Run(line).data()))
                .body();
    }

    /** What answers people, on a database that does not answer until it does. */
    private final class Slow extends ForwardingDialogue {
        Slow(Dialogue real) {
            super(real);
        }

        @Override
        public Reply answer(Asker asker, Place place, String line) {
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (line.equals("break")) throw new IllegalStateException("as planned");
            return new Reply.Private(Card.line("the answer to " + line));
        }
    }
}
