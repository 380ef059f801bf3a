package dev.arke.scenario;

import static dev.arke.scenario.SlackOffice.ALICE;
import static dev.arke.scenario.SlackOffice.ROOM;
import static dev.arke.scenario.SlackOffice.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.FakeFiles.Shown;
import dev.arke.testkit.slack.SlackSends.Spot;
import java.time.Duration;
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
                .contains("\r\n2026-01-01,2026-01-31,bob,payments,primary,1,2.00,0.00,0.00,0,0,0,0\r\n");
    }

    @Test
    void whatSlackDoesNotTakeIsSaidInWords() {
        office.slack.always("files.getUploadURLExternal", new Answer.Refusal("missing_scope"));

        assertThat(told(() -> office.ask(ALICE, "calendar payments")))
                .contains("bob: primary from")
                .doesNotContain("direct messages");
        assertThat(office.slack.files().shown()).isEmpty();
    }

    /** What is said by the address of the answer, after this. */
    private String told(Runnable what) {
        int before = office.told();
        what.run();
        return await(() -> Optional.of(office.told(before))).body().toString();
    }
}
