package dev.arke.scenario;

import static dev.arke.scenario.SlackOffice.ALICE;
import static dev.arke.scenario.SlackOffice.BOB;
import static dev.arke.scenario.SlackOffice.GUEST;
import static dev.arke.scenario.SlackOffice.ROOM;
import static dev.arke.scenario.SlackOffice.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentEvent;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.slack.Answer;
import dev.arke.testkit.slack.FakeViews.View;
import dev.arke.testkit.slack.SlackSends.Spot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms as modals of Slack: opened within the trigger, told their mistakes, counted once; and the shortcuts that open them. */
@EachDatabase
final class SlackFormsTest {
    private static final Spot SOMEBODYS_MESSAGE =
            new Spot(ROOM, Optional.of("1700000005.000700"), Optional.empty(), false);
    private static final Map<String, String> PAGE =
            Map.of("target", "checkout", "text", "all red", "priority", "urgent");

    private final TestDatabase database;
    private SlackOffice office;

    SlackFormsTest(TestDatabase database) {
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
    void aLightViewOpensFirstAndBecomesTheForm() {
        var heard = office.sends.command(ALICE, ROOM, "page");
        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.body()).isEmpty();

        var form = office.form();
        assertThat(form.json().path("callback_id").asText()).isEqualTo("form:page");
        var views = office.slack.calls().stream()
                .filter(call -> call.method().startsWith("views."))
                .toList();
        assertThat(views.getFirst().method()).isEqualTo("views.open");
        assertThat(views.getFirst().get("view")).contains("One moment");
        assertThat(office.slack.calls().stream()
                        .filter(call -> !call.method().equals("auth.test"))
                        .findFirst()
                        .orElseThrow()
                        .method())
                .isEqualTo("views.open");
    }

    @Test
    void aFormThatIsSentPages() {
        office.sends.command(ALICE, ROOM, "page");
        int before = office.told();

        var heard = office.sends.submit(ALICE, office.form(), PAGE);

        assertThat(heard.status()).isEqualTo(200);
        assertThat(heard.body()).isEmpty();
        assertThat(office.open()).hasSize(1);
        assertThat(office.told(before).body().toString()).contains("is open on checkout");
    }

    @Test
    void aFormThatIsSentTwicePagesOnce() {
        office.sends.command(ALICE, ROOM, "page");
        var form = office.form();
        assertThat(office.sends.submit(ALICE, form, PAGE).status()).isEqualTo(200);
        assertThat(office.sends.submit(ALICE, form, PAGE).status()).isEqualTo(200);
        assertThat(office.open()).hasSize(1);
    }

    @Test
    void mistakesAreToldAtTheFieldAndCanBeMended() {
        office.sends.command(ALICE, ROOM, "page");
        var form = office.form();

        var wrong = office.sends.submit(ALICE, form, Map.of("target", "chekout", "text", "x", "priority", "high"));

        assertThat(wrong.json().path("response_action").asText()).isEqualTo("errors");
        assertThat(wrong.json().path("errors").path("target").asText()).contains("Did you mean checkout?");
        assertThat(office.open()).isEmpty();
        assertThat(office.sends.submit(ALICE, form, PAGE).body()).isEmpty();
        assertThat(office.open()).hasSize(1);
    }

    @Test
    void aTriggerThatExpiredIsSaidWithAButtonToClickAgain() {
        var trigger = office.slack.views().trigger();
        office.slack.views().expire(trigger);
        int before = office.told();
        office.sends.command(ALICE, ROOM, "page checkout", trigger);

        var told = office.told(before).body();
        assertThat(told.toString()).contains("took too long");
        var button = told.findParents("action_id").getFirst();
        assertThat(button.path("value").asText()).isEqualTo("page checkout");
        office.sends.click(ALICE, Spot.privately(ROOM), button.path("action_id").asText(), "page checkout");
        assertThat(office.form().json().toString()).contains("checkout");
    }

    @Test
    void aFormThatSlackDoesNotOpenIsSaid() {
        office.slack.always("views.open", Answer.status(500));
        int before = office.told();
        office.sends.command(ALICE, ROOM, "page");
        assertThat(office.told(before).body().toString()).contains("Slack did not open the form");
    }

    @Test
    void whereNoFormComesTheViewSaysWhy() {
        office.sends.command(ALICE, ROOM, "note");
        var view = await(() -> office.slack
                .views()
                .latest()
                .filter(one -> !one.json().toString().contains("One moment")));
        assertThat(view.json().toString()).contains("Which incident?");
        assertThat(view.json().has("submit")).isFalse();
    }

    @Test
    void aButtonInAViewGoesOnInTheView() {
        long one = office.incident();
        office.sends.command(BOB, ROOM, "page checkout \"another\"");
        office.sends.command(ALICE, ROOM, "snooze");
        var which = await(() -> office.slack
                .views()
                .latest()
                .filter(view -> view.json().toString().contains("Which incident?")));

        office.sends.clickIn(which, ALICE, "run:1", "snooze " + one);

        var form = office.form();
        assertThat(form.id()).isEqualTo(which.id());
        office.sends.submit(ALICE, form, Map.of("incidents", "" + one, "how_long", "2h", "text", ""));
        office.becomes(one, Incident.Snoozed.class);
    }

    @Test
    void manyChoicesAreSuggestedWhileOneTypes() {
        office.manyServices(150);
        office.sends.command(ALICE, ROOM, "page");
        var form = office.form();
        assertThat(form.json().toString()).contains("external_select");

        var found = office.sends.suggest(ALICE, form, "target", "VICE-14");
        assertThat(found.json().findValuesAsText("value"))
                .contains("service-14", "service-140")
                .hasSize(11);
        assertThat(office.sends.suggest(ALICE, form, "target", "").json().path("options"))
                .hasSize(100);
        assertThat(office.sends.suggest(ALICE, form, "nonsense", "x").json().path("options"))
                .isEmpty();
        assertThat(office.sends.suggest(GUEST, form, "target", "").json().path("options"))
                .isEmpty();
    }

    @Test
    void somebodyCanBePagedFromTheMenu() {
        office.sends.globalShortcut(ALICE, "page_somebody");
        office.sends.submit(ALICE, office.form(), PAGE);
        assertThat(office.open()).hasSize(1);
        var told = await(() -> office.slack.chat().all().stream().findFirst());
        assertThat(told.words()).contains("is open on checkout");
    }

    @Test
    void pageAboutAMessageTakesItsWordsAndItsLinkAlong() {
        office.sends.messageShortcut(
                ALICE, "page_about", SOMEBODYS_MESSAGE, "<@U0BOB|bob> checkout is &gt; 5 s slow\nsince noon");
        var form = office.form();
        assertThat(initial(form, "text")).isEqualTo("@bob checkout is > 5 s slow since noon");
        assertThat(initial(form, "details"))
                .contains("@bob checkout is > 5 s slow\nsince noon")
                .endsWith("https://acme.slack.com/archives/C0PAY/p1700000005000700");

        office.sends.submit(
                ALICE,
                form,
                Map.of(
                        "target",
                        "checkout",
                        "text",
                        initial(form, "text"),
                        "priority",
                        "high",
                        "details",
                        initial(form, "details")));

        long number = office.open().getFirst().number();
        assertThat(office.ask(ALICE, "show " + number))
                .contains("since noon", "<https://acme.slack.com/archives/C0PAY/p1700000005000700|");
    }

    @Test
    void aMessageIsAddedToTheTimelineOfAnIncident() {
        long number = office.incident();
        office.sends.messageShortcut(ALICE, "add_to_timeline", SOMEBODYS_MESSAGE, "it is the cache");
        var form = office.form();
        office.sends.submit(ALICE, form, Map.of("incidents", "" + number, "text", initial(form, "text")));
        assertThat(office.events(number))
                .filteredOn(IncidentEvent.Noted.class::isInstance)
                .singleElement()
                .asString()
                .contains("it is the cache", "https://acme.slack.com/archives/C0PAY/p1700000005000700");
    }

    @Test
    void aShortcutThatIsNoneIsAnswered() {
        int before = office.told();
        office.sends.messageShortcut(ALICE, "delete_everything", SOMEBODYS_MESSAGE, "x");
        assertThat(office.told(before).body().toString()).contains("nothing was done");
    }

    @Test
    void aGuestGetsNoForm() {
        office.sends.command(GUEST, ROOM, "page");
        var view = await(() -> office.slack
                .views()
                .latest()
                .filter(one -> !one.json().toString().contains("One moment")));
        assertThat(view.json().has("submit")).isFalse();
        assertThat(office.sends.submit(GUEST, view, PAGE).status()).isEqualTo(200);
        assertThat(office.open()).isEmpty();
    }

    @Test
    void aFormThatIsNoneIsAnswered() {
        office.sends.command(ALICE, ROOM, "page");
        var form = office.form();
        ObjectNode json = form.json().deepCopy();
        var tampered = new View(
                form.id(), form.hash(), json.put("callback_id", "form:destroy").put("private_metadata", "]["));
        assertThat(office.sends.submit(ALICE, tampered, PAGE).status()).isEqualTo(200);
        assertThat(office.open()).isEmpty();
        var told = await(() -> office.slack.chat().all().stream().findFirst());
        assertThat(told.words()).contains("I do not know this form any more.");
    }

    private static String initial(View form, String input) {
        for (var block : form.json().path("blocks"))
            if (block.path("block_id").asText().equals(input))
                return block.path("element").path("initial_value").asText();
        throw new AssertionError("no input " + input + " in " + List.of(form));
    }
}
