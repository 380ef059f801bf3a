package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.card.Form;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.slack.Gallery;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody says how they want to be paged themselves, by a line or a form. */
@EachDatabase
final class MyRulesTest {
    private final Office office;

    MyRulesTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fillOffice() {
        office.fill();
    }

    @Test
    void aLineChangesOnePriorityAndCanBeUndone() {
        var reply = (Reply.Private) office.reply("alice", "me urgent chat, email 2m");

        assertThat(Office.text(reply))
                .contains(
                        "From now on you are paged like this:",
                        "urgent: sandbox at once.",
                        "Left out, as you have none that works: email");
        assertThat(rules(Priority.URGENT)).isEqualTo("chat, email 2m");
        assertThat(rules(Priority.HIGH)).isEqualTo("chat, sms 3m");
        assertThat(rules("bob", Priority.URGENT)).isEqualTo("chat, sms 1m, call 3m");
        var undo = reply.card().buttons().getLast();
        assertThat(undo.line()).isEqualTo("me urgent default");
        office.says("alice", undo.line());
        assertThat(rules(Priority.URGENT)).isEqualTo("chat, sms 1m, call 3m");
    }

    @Test
    void severalAtOnce() {
        office.says("alice", "me urgent call; low email 1h30m");
        assertThat(rules(Priority.URGENT)).isEqualTo("call");
        assertThat(rules(Priority.LOW)).isEqualTo("email 1h30m");

        var undo = ((Reply.Private) office.reply("alice", "me low chat; urgent chat, call after 90s"))
                .card()
                .buttons()
                .getLast();
        assertThat(undo.line()).isEqualTo("me urgent call; low email 1h30m");
    }

    @Test
    void theFormShowsWhatIsAndChangesOnlyWhatIsFilledInOtherwise() {
        office.says("alice", "me high email");
        var form = form();
        Gallery.keep("my-rules", form);
        assertThat(form.inputs())
                .extracting(Form.Input::initial)
                .containsExactly("chat, sms 1m, call 3m", "email", "chat, email 5m", "chat", "", "", "");

        var done = submit(Map.of(
                "urgent", "chat, sms 1m, call 3m", "high", "chat; ", "medium", "chat, email 10m", "low", "chat"));
        assertThat(done)
                .isInstanceOfSatisfying(
                        Submitted.Invalid.class,
                        invalid -> assertThat(invalid.errors()).containsOnlyKeys("high"));
        assertThat(rules(Priority.MEDIUM)).isEqualTo("chat, email 5m");

        done = submit(
                Map.of("urgent", "chat, sms 1m, call 3m", "high", "", "medium", "chat, mail 10 min", "low", "chat"));
        assertThat(said(done)).contains("high", "medium").doesNotContain("urgent", "low");
        assertThat(rules(Priority.MEDIUM)).isEqualTo("chat, email 10m");
        assertThat(rules(Priority.HIGH)).isEqualTo("chat, sms 3m");

        assertThat(said(submit(Map.of("medium", "chat, email 10m")))).contains("nothing changed");
    }

    @Test
    void theFormHasQuietHoursOtherWaysAndThoseForWhenThereAreMany() {
        var done = submit(Map.of(
                "quiet", "22 to 7",
                "apart", "checkout: urgent call; high sms 1m\n\nweb: low email",
                "many", "more than 3 sms in 10m use email\nMore than 9 chat within 1h: call"));
        assertThat(said(done))
                .contains(
                        "From 22:00 to 07:00",
                        "For checkout you are paged like this: high sms 1m; urgent call.",
                        "For web you are paged like this: low email.",
                        "more than 3 sms in 10m use email",
                        "more than 9 chat in 1h use call");
        assertThat(initial("quiet")).isEqualTo("22:00-07:00");
        assertThat(initial("apart").lines())
                .containsExactlyInAnyOrder("checkout: urgent call; high sms 1m", "web: low email");
        assertThat(initial("many")).isEqualTo("more than 3 sms in 10m use email\nmore than 9 chat in 1h use call");

        done = submit(Map.of(
                "urgent", "chat, call 5m",
                "quiet", "22:00-07:00",
                "apart", "checkout: high sms 1m",
                "many", "more than 9 chat in 1h use call"));
        assertThat(said(done))
                .contains(
                        "urgent: sandbox at once.",
                        "For checkout you are paged like this: high sms 1m; urgent as usual.",
                        "For web you are paged like this: low as usual.",
                        "Pages by sms are no longer limited.")
                .doesNotContain("22:00", "9 chat");
        assertThat(initial("apart")).isEqualTo("checkout: high sms 1m");
        assertThat(initial("many")).isEqualTo("more than 9 chat in 1h use call");

        submit(Map.of("urgent", "chat, call 5m"));
        assertThat(initial("many")).as("of a form without these inputs").isNotEmpty();
        submit(Map.of("urgent", "chat, call 5m", "quiet", "", "apart", "", "many", ""));
        assertThat(initial("quiet") + initial("apart") + initial("many")).isEmpty();
    }

    @Test
    void aFormWithMistakesSaysWhereAndChangesNothing() {
        var done = submit(Map.of(
                "urgent", "call", "quiet", "at night", "apart", "nobody: urgent call\nweb: soon", "many", "3 sms"));
        assertThat(done)
                .isInstanceOfSatisfying(
                        Submitted.Invalid.class,
                        invalid -> assertThat(invalid.errors()).containsOnlyKeys("quiet", "apart", "many"));
        assertThat(rules(Priority.URGENT)).isEqualTo("chat, sms 1m, call 3m");
    }

    @Test
    void rulesForAServiceThatIsGoneLeaveTheFormUsable() {
        office.says("alice", "me low email for web");
        office.says("alice", "me urgent call for ledger");
        office.retireLedger();
        assertThat(initial("apart")).isEqualTo("web: low email");

        assertThat(said(submit(Map.of("quiet", "22:00-07:00", "apart", "web: low chat"))))
                .contains("From 22:00 to 07:00", "For web you are paged like this: low chat.")
                .doesNotContain("ledger");
        assertThat(said(submit(Map.of("quiet", "22:00-07:00", "apart", ""))))
                .contains("low as usual")
                .doesNotContain("ledger");
    }

    private String initial(String input) {
        return form().input(input).orElseThrow().initial();
    }

    @Test
    void whatCannotBeReadChangesNothing() {
        assertThat(office.says("alice", "me urgent pigeon")).contains("How do I reach you?", "me urgent chat");
        assertThat(office.says("alice", "me soon chat")).contains("How urgent?");
        assertThat(office.says("alice", "me urgent chat, sms 2d")).contains("How do I reach you?");
        assertThat(office.says("hana", "me urgent chat")).contains("I do not know which responder you are");
        assertThat(rules(Priority.URGENT)).isEqualTo("chat, sms 1m, call 3m");
    }

    private String rules(Priority priority) {
        return rules("alice", priority);
    }

    private String rules(String who, Priority priority) {
        var form = ((Reply.Open) office.reply(who, "me change")).form();
        return form.input(priority.word()).orElseThrow().initial();
    }

    private Form form() {
        return ((Reply.Open) office.reply("alice", "me change")).form();
    }

    private Submitted submit(Map<String, String> values) {
        return office.dialogue.submit(Office.asker("alice"), Office.room(), "me", values);
    }

    private static String said(Submitted submitted) {
        return Office.text(((Submitted.Done) submitted).reply());
    }
}
