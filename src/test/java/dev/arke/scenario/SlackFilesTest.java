package dev.arke.scenario;

import static dev.arke.scenario.SlackOffice.ALICE;
import static dev.arke.scenario.SlackOffice.ROOM;
import static dev.arke.scenario.SlackOffice.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.FakeFiles.Shown;
import dev.arke.testkit.slack.FakeSlack;
import dev.arke.testkit.slack.SlackSends.Spot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures and text files in Slack: for one person in their direct messages, for everybody where it is shared. */
@EachDatabase
final class SlackFilesTest {
    private final TestDatabase database;
    private SlackOffice office;

    SlackFilesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        office = new SlackOffice(database);
        office.shift("bob");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Shown file() {
        return await(() -> office.slack.files().shown().stream().reduce((one, other) -> other));
    }

    @Test
    void aPictureForOneGoesIntoTheirDirectMessagesAndIsSharedInTheRoom() {
        assertThat(told(() -> office.ask(ALICE, "calendar payments")))
                .contains("Calendar of", "It is in your direct messages with me", "share:");
        assertThat(file().channel()).isEqualTo("D0ALICE");
        assertThat(file().name()).isEqualTo("calendar.png");
        assertThat(file().content().substring(1, 4)).isEqualTo("PNG");
        assertThat(file().alt()).contains("bob: primary from");

        var shared = told(() -> office.sends.click(ALICE, Spot.privately(ROOM), "share:1", "calendar payments"));
        assertThat(shared).contains("Shared by").doesNotContain("direct messages");
        assertThat(file().channel()).isEqualTo(ROOM);
    }

    @Test
    void aReportIsAFileToTakeAlong() {
        office.clock.advance(Duration.ofHours(2));

        told(() -> office.ask(ALICE, "report payments this month csv"));
        assertThat(file().name()).isEqualTo("report-payments-2026-01-01-2026-01-31.csv");
        assertThat(file().content())
                .startsWith("from,to,person,team,duty,turns,hours,")
                .contains("\r\n2026-01-01,2026-01-31,bob,payments,primary,1,2.00,0.00,0.00,0.00,0,0,0,0\r\n");
    }

    @Test
    void whatSlackDoesNotTakeIsSaidInWords() {
        office.slack.always("files.getUploadURLExternal", new Answer.Refusal("missing_scope"));

        assertThat(told(() -> office.ask(ALICE, "calendar payments")))
                .contains("Slack did not take the file, so here it is in words.", "bob: primary from")
                .doesNotContain("direct messages");
        office.clock.advance(Duration.ofHours(2));
        assertThat(told(() -> office.ask(ALICE, "report payments this month csv")))
                .contains("report-payments-2026-01-01-2026-01-31.csv, 1 line")
                .contains("2026-01-01,2026-01-31,bob,payments,primary,1,2.00,0.00,0.00,0.00,0,0,0,0");
        assertThat(office.slack.files().shown()).isEmpty();
        assertThat(office.slack.calls("files.getUploadURLExternal")).hasSize(2);
    }

    @Test
    void whatFailsInPassingBeforeAnybodySeesItIsDoneOnceMore() {
        office.slack.next("files.getUploadURLExternal", Answer.status(503));
        office.slack.next(FakeSlack.UPLOAD, Answer.status(500));
        assertThat(told(() -> office.ask(ALICE, "calendar payments"))).contains("Slack did not take the file");
        assertThat(office.slack.files().shown()).isEmpty();

        for (var step : List.of("files.getUploadURLExternal", FakeSlack.UPLOAD)) {
            int before = office.slack.files().shown().size();
            office.slack.next(step, Answer.status(503));
            assertThat(told(() -> office.ask(ALICE, "calendar payments"))).contains("It is in your direct messages");
            assertThat(office.slack.files().shown()).hasSize(before + 1);
        }
    }

    @Test
    void whatMayHaveArrivedIsNotSentAgainButSaidInWordsToo() {
        office.slack.next("files.completeUploadExternal", new Answer.Lost());

        assertThat(told(() -> office.ask(ALICE, "calendar payments")))
                .contains("it may stand in your direct messages with me as well.", "bob: primary from");

        assertThat(office.slack.files().shown()).hasSize(1);
        assertThat(office.slack.calls("files.completeUploadExternal")).hasSize(1);
    }

    @Test
    void aPictureThatIsSharedIsThereOnceAlsoWhereItsWordsCannotBeSaid() {
        office.slack.next(FakeSlack.RESPONSE_URL, Answer.status(404), Answer.status(404));
        office.slack.always("chat.postMessage", new Answer.Refusal("restricted_action"));

        office.sends.click(ALICE, Spot.privately(ROOM), "share:1", "calendar payments");

        await(() -> office.slack.calls("chat.postEphemeral").stream().findFirst());
        assertThat(office.slack.files().shown()).extracting(Shown::channel).containsExactly(ROOM);
    }

    /** What is said by the address of the answer, after this. */
    private String told(Runnable what) {
        int before = office.told();
        what.run();
        return await(() -> Optional.of(office.told(before))).body().toString();
    }
}
