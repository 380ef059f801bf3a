package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Button;
import dev.arke.card.Element;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code roster}. Roster main of payments is the team file's: alice, bob, chen; buddies is made in chat. */
@EachDatabase
final class ManageRostersTest {
    private final Office office;

    ManageRostersTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fill() {
        office.fill();
        office.weekly("round-robin");
        office.says("alice", "roster add @bob to buddies new");
    }

    @Test
    void oneMadeInChatIsChangedThereAndEachChangeIsTakenBack() {
        assertThat(rosters()).contains("buddies: bob");

        undone("roster add @chen to buddies", "buddies: bob, chen");
        office.says("alice", "roster add @chen to buddies");
        undone("roster move @chen to 1 in buddies", "buddies: chen, bob");
        undone("roster remove @bob from buddies", "buddies: chen");
        assertThat(office.noticed())
                .contains("payments: chen is in roster buddies of payments now. alice changed it.")
                .contains("payments: chen has place 1 in roster buddies of payments now. alice changed it.");
    }

    private void undone(String line, String after) {
        var before = rosters();
        var reply = office.reply("alice", line);
        assertThat(Office.text(reply)).as(line).startsWith("Now " + after);
        var undo = ((Reply.Private) reply).card().buttons().getFirst().line();
        assertThat(office.says("alice", undo)).startsWith("Now buddies");
        assertThat(rosters()).isEqualTo(before);
    }

    @Test
    void whoTakesNoTurnsIsPassedOverAndPublishedShiftsStay() {
        var calendar = promised();

        assertThat(office.says("alice", "roster out @bob main"))
                .startsWith("Now main: alice, bob (takes no turns), chen");
        office.calendar.fill().fillAllDue();
        assertThat(office.says("bob", "roster")).contains("bob (takes no turns)");
        assertThat(promised()).isEqualTo(calendar);
        assertThat(office.says("alice", "roster in @bob main")).startsWith("Now main: alice, bob, chen");
    }

    @Test
    void formDoesTheSame() {
        var form = ((Reply.Open) office.reply("alice", "roster change")).form();
        assertThat(form.inputs()).extracting("name").containsExactly("text", "target", "roster");

        var done = (Submitted.Done) office.dialogue.submit(
                Office.asker("alice"),
                Office.room(),
                "roster",
                Map.of("text", "out", "target", "chen", "roster", "main"));

        assertThat(Office.text(done.reply())).startsWith("Now main: alice, bob, chen (takes no turns)");
        assertThat(office.says("bob", "roster change")).contains("Only admins of the team may change this.");
    }

    @Test
    void whoIsInARosterOfTheTeamFileIsTheFilesToSay() {
        for (var line : List.of("roster remove @bob from main", "roster move @bob to 1 in main"))
            assertThat(office.says("alice", line))
                    .as(line)
                    .contains("written in the team file, under teams, payments, rosters");
        assertThat(rosters()).contains("main: alice, bob, chen · team file");
    }

    @Test
    void nobodyLeavesARotationWithoutPeople() {
        office.says("alice", "roster out @alice main");
        office.says("alice", "roster out @bob main");

        assertThat(office.says("alice", "roster out @chen main"))
                .contains("nobody would be left in roster main", "weekly");
    }

    @Test
    void aRosterThatIsNotThereIsOfferedToBeMade() {
        var reply = (Reply.Private) office.reply("alice", "roster add @chen to seniors");

        assertThat(Office.text(reply)).contains("payments has no roster seniors. There are: buddies, main.");
        var make = reply.card().body().stream()
                .flatMap(element ->
                        element instanceof Element.Actions(var buttons) ? buttons.stream() : Stream.<Button>of())
                .filter(button -> button.label().equals("Make seniors"))
                .findFirst()
                .orElseThrow();
        assertThat(office.says("alice", make.line())).startsWith("Now seniors: chen");
    }

    @Test
    void badInputIsToldWithWhatToTypeAndOnlyAdminsMay() {
        var before = rosters();
        for (var line : List.of(
                "roster add @dana to buddies",
                "roster add @bobb to buddies",
                "roster add @bob to buddies",
                "roster remove @chen from buddies",
                "roster move @bob to 9 in buddies",
                "roster move @bob buddies",
                "roster out @bob of paymets",
                "roster out @bob",
                "roster of paymets"))
            assertThat(office.says("alice", line)).as(line).contains("/oncall");
        assertThat(office.says("bob", "roster out @bob main")).contains("Only admins of the team may change this.");
        assertThat(rosters()).isEqualTo(before);
    }

    private List<String> promised() {
        var soon = office.clock.instant().plus(Duration.ofDays(14));
        return office.shifts().stream()
                .filter(shift -> shift.interval().start().isBefore(soon))
                .map(shift -> shift.responder() + " " + shift.interval())
                .toList();
    }

    private String rosters() {
        return office.says("alice", "roster show payments");
    }
}
