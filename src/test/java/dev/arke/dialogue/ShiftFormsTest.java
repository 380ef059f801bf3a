package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Button;
import dev.arke.card.Form;
import dev.arke.card.Form.Choice;
import dev.arke.card.Form.Input.ChoiceInput;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The forms in which a shift is chosen: to swap it, to move it, to take it away. It is Monday 12 January 2026, 10:00 in
 * Paris; alice is primary until 14:00, then bob until 22:00, and on Wednesday; chen is secondary, and primary on Thursday.
 */
@EachDatabase
final class ShiftFormsTest {
    private final Office office;

    ShiftFormsTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void twoMoreShifts() {
        office.fill();
        office.shift("primary", office.bob, Duration.ofHours(47), Duration.ofHours(71));
        office.shift("primary", office.chen, Duration.ofDays(3), Duration.ofDays(4));
    }

    @Test
    void whatIsSwappedIsChosenFromOnesOwnShifts() {
        var form = form("bob", "swap");
        assertThat(labels(form, "day"))
                .containsExactly(
                        "Mon 12 Jan 14:00 to 22:00, primary of payments",
                        "Wed 14 Jan 09:00 to Thu 15 Jan 09:00, primary of payments");
        assertThat(form.input("day").orElseThrow().label()).isEqualTo("Your shift (times in Europe/Paris)");
        assertThat(labels(form, "target")).containsExactly("Alice Martin (alice)", "Chen Martin (chen)");
        assertThat(form("bob", "swap 2026-01-14").input("day").orElseThrow().initial())
                .isEqualTo("2026-01-14");

        assertThat(done("bob", "swap", Map.of("day", "2026-01-14", "target", "chen", "back", "")))
                .startsWith("I asked chen to take primary of payments from Wed 14 Jan 2026 08:00 UTC")
                .contains("for primary of payments from Thu 15 Jan 2026 09:00 UTC");
        assertThat(office.says("chen", "accept")).startsWith("You have primary");
    }

    @Test
    void whoSeesTheirShiftsCanSwapOneOrFindCover() {
        var card = ((Reply.Private) office.reply("bob", "shifts")).card();
        assertThat(card.buttons()).extracting(Button::label).contains("Swap…", "Find cover…");
        for (var button : card.buttons().subList(0, 3))
            assertThat(office.reply("bob", button.line())).as(button.line()).isInstanceOf(Reply.Open.class);
        var cover = form("bob", "cover anybody for me");
        assertThat(cover.input("target").orElseThrow().initial()).isEqualTo("anybody");
        assertThat(cover.input("instead_of").orElseThrow().initial()).isEqualTo("bob");

        assertThat(((Reply.Private) office.reply("alice", "shifts bob")).card().buttons())
                .extracting(Button::label)
                .containsExactly("Who is on call now");
    }

    @Test
    void mistakesOfASwapAreToldAtTheField() {
        assertThat(submit("bob", "swap", Map.of("day", "2026-01-16", "target", "bob", "back", "soon")))
                .isEqualTo(new Submitted.Invalid(Map.of(
                        "day", "You have no shift that starts on 2026-01-16. Choose another.",
                        "target", "That is you. Choose somebody else.",
                        "back", "I cannot read a day in that. Write it like 2027-08-02, or fri.")));
        assertThat(submit("bob", "swap", Map.of("target", "chenn")))
                .isInstanceOfSatisfying(
                        Submitted.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .containsEntry("day", "I cannot read a day in that. Write it like 2027-08-02, or fri.")
                                .hasEntrySatisfying(
                                        "target", words -> assertThat(words).endsWith("Did you mean chen?")));
    }

    @Test
    void whoHasNothingToSwapHearsSo() {
        assertThat(office.says("dana", "swap")).contains("You have no upcoming shift", "/oncall cover");
        assertThat(office.says("hana", "swap")).contains("I do not know which responder you are");
    }

    @Test
    void aShiftThatIsChosenIsMovedAndTakenAway() {
        var form = form("alice", "shifts edit");
        var choices = ((ChoiceInput) form.input("shift").orElseThrow()).choices();
        assertThat(choices)
                .extracting(Choice::label)
                .contains("Wed 14 Jan 09:00 to Thu 15 Jan 09:00, bob, primary")
                .allSatisfy(label -> assertThat(label).doesNotContain("vacation"));
        var wednesday = value(choices, "Wed 14 Jan");

        assertThat(done("alice", "shifts-edit", Map.of("shift", wednesday, "from", "", "to", "4h", "text", "")))
                .startsWith("bob is primary of payments from Wed 14 Jan 2026 08:00 UTC to Wed 14 Jan 2026 12:00 UTC.");
        assertThat(done("alice", "shifts-edit", Map.of("shift", wednesday, "from", "2026-01-14T10:00", "to", "")))
                .startsWith("bob is primary of payments from Wed 14 Jan 2026 09:00 UTC to Wed 14 Jan 2026 12:00 UTC.");
        var running = value(choices, "Mon 12 Jan 06:00 to 14:00, alice");
        assertThat(done("alice", "shifts-edit", Map.of("shift", running, "to", "12:00")))
                .startsWith("alice is primary of payments")
                .contains("to Mon 12 Jan 2026 11:00 UTC.");

        assertThat(labels(form("alice", "shifts delete"), "shift")).anyMatch(label -> label.startsWith("Wed 14 Jan"));
        assertThat(done("alice", "shifts-delete", Map.of("shift", wednesday, "text", "nobody is needed")))
                .startsWith("bob is no longer primary of payments from Wed 14 Jan 2026 09:00 UTC");
        assertThat(office.audited().getFirst().subject()).isEqualTo("payments: nobody is needed");
        assertThat(submit("alice", "shifts-delete", Map.of("shift", wednesday)))
                .isEqualTo(new Submitted.Invalid(Map.of("shift", "That shift no longer exists. Choose another one.")));
    }

    @Test
    void mistakesOfATimeAreToldAtTheField() {
        var shift = value(
                ((ChoiceInput) form("alice", "shifts edit").input("shift").orElseThrow()).choices(), "Wed 14 Jan");

        assertThat(errors(Map.of("shift", shift, "from", " ", "to", ""))).containsOnlyKeys("from");
        assertThat(errors(Map.of("shift", shift, "from", "soon", "to", "4h"))).containsOnlyKeys("from");
        assertThat(errors(Map.of("shift", shift, "from", "", "to", "later"))).containsOnlyKeys("to");
        assertThat(errors(Map.of("shift", shift, "from", "", "to", "2026-01-13T09:00")))
                .containsOnlyKeys("to");
        assertThat(errors(Map.of("shift", shift, "from", "2026-01-16T09:00", "to", "")))
                .containsOnlyKeys("to");
        assertThat(errors(Map.of("shift", shift, "from", "", "to", "4h because I say so")))
                .containsOnlyKeys("to");
        assertThat(errors(Map.of("shift", shift, "from", "", "to", "4h of web")))
                .containsOnlyKeys("to");
    }

    @Test
    void onlyAdminsOfTheTeamAreAskedWhichShift() {
        for (var line : List.of("shifts edit", "shifts delete"))
            assertThat(office.says("bob", line)).contains("Only admins of the team may change this.");
        var shift = value(
                ((ChoiceInput) form("alice", "shifts edit").input("shift").orElseThrow()).choices(), "Wed 14 Jan");
        assertThat(errors("bob", Map.of("shift", shift, "to", "4h"))).containsOnlyKeys("shift");
    }

    private Form form(String who, String line) {
        return ((Reply.Open) office.reply(who, line)).form();
    }

    private static List<String> labels(Form form, String input) {
        return ((ChoiceInput) form.input(input).orElseThrow())
                .choices().stream().map(Choice::label).toList();
    }

    private static String value(List<Choice> choices, String label) {
        return choices.stream()
                .filter(choice -> choice.label().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(choices))
                .value();
    }

    private Map<String, String> errors(Map<String, String> values) {
        return errors("alice", values);
    }

    private Map<String, String> errors(String who, Map<String, String> values) {
        return ((Submitted.Invalid) submit(who, "shifts-edit", values)).errors();
    }

    private String done(String who, String form, Map<String, String> values) {
        return Office.text(((Submitted.Done) submit(who, form, values)).reply());
    }

    private Submitted submit(String who, String form, Map<String, String> values) {
        return office.dialogue.submit(Office.asker(who), Office.room(), form, values);
    }
}
