package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Form;
import dev.arke.card.Form.Input.ChoiceInput;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.incident.Incident;
import dev.arke.testkit.EachDatabase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a line left out is asked by a form; mistakes are told at the field. */
@EachDatabase
final class FormsTest {
    private final Office office;

    FormsTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fillOffice() {
        office.fill();
    }

    @Test
    void pageOpensAFormThatPages() {
        var form = form("page @chen");
        assertThat(form.input("target")).get().isInstanceOfSatisfying(ChoiceInput.class, target -> {
            assertThat(target.initial()).isEqualTo("chen");
            assertThat(target.choices()).extracting(Form.Choice::value).contains("checkout", "payments", "alice");
        });

        var answer = submit("page", Map.of("target", "checkout", "text", "all red", "priority", "urgent"));

        assertThat(said(answer)).startsWith("#1 is open on checkout. I am paging alice");
    }

    @Test
    void eachMistakeIsToldAtItsField() {
        assertThat(submit("page", Map.of("target", "chekout", "text", " ", "priority", "very")))
                .isEqualTo(new Submitted.Invalid(Map.of(
                        "target", "I know no service, team or person called chekout. Did you mean checkout?",
                        "text", "What is wrong? One sentence is enough.",
                        "priority", "How urgent? Choose urgent, high, medium or low.")));
        assertThat(submit("snooze", Map.of("incidents", "abc", "how_long", "yesterday")))
                .isEqualTo(new Submitted.Invalid(Map.of(
                        "incidents", "Which incidents? Write their numbers, like 1042 or 1042 1043.",
                        "how_long", "How long? Write a time in the future, like 30m, 2h, 1d or until tomorrow 9:00.")));
        assertThat(submit("merge", Map.of("incidents", "7", "into", "#7")))
                .isEqualTo(new Submitted.Invalid(
                        Map.of("into", "An incident cannot be merged into itself. Write another number.")));
        assertThat(submit("reassign", Map.of("incidents", "7")))
                .isEqualTo(new Submitted.Invalid(Map.of("target", "Who? Choose or write a name.")));
    }

    @Test
    void everyVerbThatAsksCanBeAnswered() {
        long one = office.incident("disk full");
        long two = office.incident("queue stuck");
        var numbers = one + " " + two;

        assertThat(form("snooze " + one).input("incidents").orElseThrow().initial())
                .isEqualTo("" + one);
        assertThat(form("note " + one).verb()).isEqualTo("note");
        assertThat(said(submit("note", Map.of("incidents", numbers, "text", "it is\nthe cache"))))
                .contains("Your note is in the timeline of #" + one);
        assertThat(form("reassign " + one).verb()).isEqualTo("reassign");
        assertThat(said(submit("reassign", Map.of("incidents", "#" + one, "target", "bob"))))
                .contains("is handed to bob");
        assertThat(form("add " + one).verb()).isEqualTo("add");
        assertThat(said(submit("add", Map.of("incidents", "" + one, "target", "chen"))))
                .contains("I am paging chen");
        assertThat(form("priority " + one).verb()).isEqualTo("priority");
        assertThat(said(submit("priority", Map.of("incidents", numbers, "priority", "low"))))
                .contains("is low now, it was high");
        assertThat(said(submit("snooze", Map.of("incidents", "" + one, "how_long", "2h", "text", "vendor"))))
                .contains("is quiet until Mon 12 Jan 2026 11:00 UTC");
        assertThat(form("merge " + two).verb()).isEqualTo("merge");
        assertThat(said(submit("merge", Map.of("incidents", "" + two, "into", "" + one))))
                .contains("is a part of #" + one);
        assertThat(office.find(two)).isInstanceOf(Incident.Resolved.class);
    }

    @Test
    void whichIncidentIsMeantIsSaidWhereItIsClear() {
        assertThat(incidents(Map.of("text", "x")))
                .isEqualTo(new Form.Input.TextInput("incidents", "Incidents", true, "", false, 100));
        long one = office.incident("disk full");
        assertThat(incidents(Map.of("text", "x")).initial()).isEqualTo("" + one);

        long two = office.incident("queue stuck");

        assertThat(incidents(Map.of("text", "x")).initial()).isEmpty();
        assertThat(incidents(Map.of("text", "x")).label())
                .startsWith("Incidents (open here: ")
                .contains("" + one, "" + two);
        assertThat(incidents(Map.of("incidents", "" + two)).label()).isEqualTo("Incidents");
    }

    private Form.Input incidents(Map<String, String> given) {
        return ((Reply.Open) opened("alice", "note", given))
                .form()
                .input("incidents")
                .orElseThrow();
    }

    @Test
    void detailsOfAPageAreOnItsCardAndBareAddressesBecomeLinks() {
        submit(
                "page",
                Map.of(
                        "target", "checkout",
                        "text", "all red",
                        "priority", "urgent",
                        "details", "Dana wrote: it is all red\nhttps://acme.slack.com/archives/C0PAY/p17"));

        assertThat(office.says("alice", "show 1"))
                .contains("Dana wrote: it is all red", "acme.slack.com (https://acme.slack.com/archives/C0PAY/p17)");
    }

    @Test
    void aFormOpensWithWhatIsGivenAsItWasDelivered() {
        var page = opened("alice", "page", Map.of("text", "\u201call red\u201d", "details", "x\ny"));
        assertThat(page).isInstanceOfSatisfying(Reply.Open.class, open -> {
            assertThat(open.form().input("text").orElseThrow().initial()).isEqualTo("\"all red\"");
            assertThat(open.form().input("details").orElseThrow().initial()).isEqualTo("x\ny");
        });
        assertThat(opened("alice", "note", Map.of("text", "y".repeat(9000))))
                .isInstanceOfSatisfying(
                        Reply.Open.class,
                        open -> assertThat(
                                        open.form().input("text").orElseThrow().initial())
                                .hasSizeLessThanOrEqualTo(2000));
        assertThat(opened("alice", "resolve", Map.of())).isInstanceOf(Reply.Private.class);
        assertThat(opened("hana", "page", Map.of())).isInstanceOf(Reply.Private.class);
    }

    private Reply opened(String who, String verb, Map<String, String> given) {
        return office.dialogue.open(Office.asker(who), Office.room(), verb, given);
    }

    @Test
    void aFormThatIsNoneIsAnswered() {
        assertThat(said(submit("resolve", Map.of()))).contains("I do not know this form any more.", "/oncall help");
        assertThat(said(submit("'; drop table", Map.of()))).contains("/oncall help");
    }

    private Form form(String line) {
        return ((Reply.Open) office.reply("alice", line)).form();
    }

    private Submitted submit(String verb, Map<String, String> values) {
        return office.dialogue.submit(Office.asker("alice"), Office.room(), verb, values);
    }

    private static String said(Submitted submitted) {
        return Office.text(((Submitted.Done) submitted).reply());
    }
}
