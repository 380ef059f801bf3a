package dev.arke.scenario;

import static dev.arke.scenario.SlackOffice.ALICE;
import static dev.arke.scenario.SlackOffice.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.incident.Incident;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.FakeSlack;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Slack tells of the app itself: somebody looks at its home tab, or a workspace does not want it any more. */
@EachDatabase
final class SlackHomeTest {
    private final TestDatabase database;
    private SlackOffice office;

    SlackHomeTest(TestDatabase database) {
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
    void theHomeShowsWhatConcernsOneWhenItIsOpenedAndAgainWhenThatChanges() {
        long number = office.incident();

        office.event(opened("home"));
        var shown = await(() -> home("You were paged, and nobody has it yet"));
        assertThat(shown)
                .contains("no shift of yours is planned", "What I know about you")
                .doesNotContain("Your shifts");
        assertThat(published()).isEqualTo(1);
        office.refreshHomes();
        assertThat(published()).isEqualTo(1);

        office.ask(ALICE, "ack " + number);
        office.refreshHomes();
        await(() -> home("*You have*"));
        assertThat(published()).isEqualTo(2);
        office.refreshHomes();
        assertThat(published()).isEqualTo(2);
    }

    @Test
    void aButtonOfTheHomeIsAnsweredByDirectMessage() {
        long number = office.incident();
        office.event(opened("home"));
        var home = await(() -> office.slack.views().home(ALICE));

        office.sends.clickIn(home, ALICE, "run:1", "ack " + number);

        office.becomes(number, Incident.Acknowledged.class);
        await(() -> office.slack.chat().all().stream()
                .filter(message -> message.text().contains("You have #" + number))
                .findFirst());
    }

    @Test
    void whoReadsTheMessagesTabGetsNoHome() {
        office.event(opened("messages"));
        office.event(opened("home"));

        await(() -> home("What concerns you now"));
        assertThat(published()).isEqualTo(1);
    }

    @Test
    void aWorkspaceThatRemovesTheAppOrItsTokenIsForgotten() {
        office.event(revoked("oauth"));
        office.event(office.sends.envelope(event("app_uninstalled")));
        await(() -> office.removedFrom.stream().findFirst());
        office.event(revoked("bot"));
        await(() -> Optional.of(office.removedFrom).filter(teams -> teams.size() == 2));

        assertThat(office.removedFrom).containsExactly(FakeSlack.TEAM, FakeSlack.TEAM);
    }

    private Optional<String> home(String words) {
        return office.slack
                .views()
                .home(ALICE)
                .map(view -> view.json().toString())
                .filter(json -> json.contains(words));
    }

    private long published() {
        return office.slack.calls("views.publish").size();
    }

    private ObjectNode opened(String tab) {
        return office.sends.envelope(event("app_home_opened").put("user", ALICE).put("tab", tab));
    }

    private ObjectNode revoked(String whose) {
        var event = event("tokens_revoked");
        event.putObject("tokens").putArray(whose).add("U0SOMEBODY");
        return office.sends.envelope(event);
    }

    private static ObjectNode event(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
