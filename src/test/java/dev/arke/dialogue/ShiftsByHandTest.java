package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code shifts add}, {@code edit} and {@code delete}. It is Monday 12 January 2026, 10:00 in Paris; alice is primary until
 * 14:00, then bob until 22:00; chen is secondary.
 */
@EachDatabase
final class ShiftsByHandTest {
    private static final String ADD = "shifts add @chen primary from 2026-01-13T09:00 to 2026-01-14T09:00";

    private final Office office;

    ShiftsByHandTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fill() {
        office.fill();
    }

    @Test
    void madeByLineItIsSaidInPublicAndToWhomItConcernsAndTakenBack() {
        var before = calendar();
        var reply = office.reply("alice", ADD);

        assertThat(Office.text(reply))
                .startsWith("chen is primary of payments from Tue 13 Jan 2026 08:00 UTC to Wed 14 Jan 2026 08:00 UTC.");
        assertThat(office.says("bob", "who at 2026-01-13T12:00")).contains("primary: chen");
        var words = "chen is primary of payments from Tue 13 Jan 2026 09:00 to Wed 14 Jan 2026 09:00 (Europe/Paris),"
                + " changed by alice.";
        assertThat(office.noticed()).containsExactlyInAnyOrder("payments: " + words, "chen: " + words);

        assertThat(office.says("alice", undo(reply))).contains("is taken back");
        assertThat(calendar()).isEqualTo(before);
        assertThat(office.noticed())
                .contains("payments: Taken back by alice: their last change of the shifts of payments.");
    }

    @Test
    void timesAreMovedAndARunningOneIsShortenedButNeverItsPast() {
        office.says("alice", ADD);
        assertThat(office.says(
                        "alice", "shifts edit @chen at 2026-01-13T12:00 from 2026-01-13T10:00 to 2026-01-13T18:00"))
                .startsWith("chen is primary of payments from Tue 13 Jan 2026 09:00 UTC to Tue 13 Jan 2026 17:00 UTC");

        var shortened = office.reply("alice", "shifts edit @alice at 10:30 to 12:00");
        assertThat(Office.text(shortened)).contains("to Mon 12 Jan 2026 11:00 UTC");
        assertThat(office.says("bob", "who at 12:30")).doesNotContain("primary: alice");
        assertThat(office.says("alice", undo(shortened))).contains("is taken back");
        assertThat(office.says("bob", "who at 12:30")).contains("primary: alice");

        assertThat(office.says("alice", "shifts edit @alice at 10:30 from 2026-01-12T08:00 to 12:00"))
                .contains("a part of that is past. It can be changed only with a reason.");
        assertThat(office.says(
                        "alice",
                        "shifts edit @alice at 10:30 from 2026-01-12T08:00 to 2026-01-12T12:00 because bob stood in"))
                .startsWith("alice is primary of payments from Mon 12 Jan 2026 07:00 UTC");
        assertThat(office.audited().getFirst().subject()).isEqualTo("payments: bob stood in");
    }

    @Test
    void takenAwayItEndsNowAndAPlannedOneIsAnEmptyPlaceThatStays() {
        office.says("alice", ADD);
        assertThat(office.says("alice", "shifts delete @chen primary at 2026-01-13T12:00"))
                .startsWith("chen is no longer primary of payments");
        assertThat(office.says("bob", "who at 2026-01-13T12:00")).doesNotContain("primary: chen");

        var running = office.reply("alice", "shifts delete @alice primary at 10:30");
        assertThat(office.says("bob", "who")).doesNotContain("primary: alice");
        assertThat(office.says("alice", undo(running))).contains("is taken back");

        office.weekly("round-robin");
        office.says("alice", "shifts delete @bob shadow at 2026-01-21T12:00");
        office.calendar.fill().fillAllDue();
        office.calendar.fill().fillAllDue();
        assertThat(office.shifts().stream()
                        .filter(shift -> shift.role().equals(Role.Duty.SHADOW) && shift.isGap())
                        .map(shift -> shift.interval().start().toString()))
                .contains("2026-01-19T08:00:00Z");
    }

    @Test
    void secondOfTwoHearsWhatTheFirstDid() {
        office.says("alice", ADD);
        office.says("bob", "cover me for @chen from 2026-01-13T09:00 to 2026-01-14T09:00 primary");

        assertThat(office.says("alice", "shifts edit @chen primary at 2026-01-13T12:00 to 2026-01-13T18:00"))
                .startsWith("Nothing was changed: chen has no such shift of payments at that time.")
                .contains("primary: bob from", "instead of chen", "changed by bob at");
    }

    @Test
    void whatClashesIsAskedAbout() {
        var doubtful = (Reply.Private) office.reply("alice", "shifts add @chen shadow from 11:00 to 12:00");

        assertThat(Office.text(doubtful)).startsWith("Nothing was changed yet").contains("chen: secondary of payments");
        assertThat(office.says("alice", doubtful.card().buttons().getFirst().line()))
                .startsWith("chen is shadow of payments");
    }

    @Test
    void formDoesTheSame() {
        var form = ((Reply.Open) office.reply("alice", "shifts add")).form();
        assertThat(form.inputs()).extracting("name").containsExactly("target", "duty", "from", "to");

        var values = Map.of("target", "bob", "duty", "secondary", "from", "2026-01-15T09:00", "to", "4h");
        var done = (Submitted.Done) office.dialogue.submit(Office.asker("alice"), Office.room(), "shifts", values);
        assertThat(Office.text(done.reply())).startsWith("bob is secondary of payments from Thu 15 Jan 2026 08:00 UTC");
    }

    @Test
    void whoIsNotKnownIsAnsweredWithALineThatCanBeTyped() {
        assertThat(office.says("alice", ADD.replace("@chen", "@chne")))
                .contains("chne", "shifts add chen secondary from fri 18:00 to sat 9am");
        assertThat(office.says("alice", "shifts edit @chne at 10:30 to 12:00"))
                .contains("shifts edit chen at fri 20:00 to sat 12:00");
    }

    @Test
    void onlyAdminsOfTheTeamMay() {
        var before = calendar();
        for (var line : List.of(
                ADD, "shifts add", "shifts delete @alice primary at 10:30", "shifts edit @alice at 10:30 to 12:00"))
            assertThat(office.says("bob", line)).as(line).contains("Only admins of the team may change this.");
        assertThat(calendar()).isEqualTo(before);
    }

    @Test
    void badInputIsToldWithWhatToTypeAndChangesNothing() {
        var before = calendar();
        for (var line : List.of(
                "shifts add @chen primary",
                "shifts add @chen from 11:00 to 12:00",
                "shifts add @chenn primary from 11:00 to 12:00",
                "shifts add @dana primary from 2026-01-13T11:00 to 2026-01-13T12:00 of payments",
                "shifts add @chen primary from 2026-01-14T09:00 to 2026-01-13T09:00",
                "shifts add @chen primary from 2026-01-13T09:00 to 2026-01-13T09:00",
                "shifts add @chen primary from 2026-01-13T09:00 to 2036-01-13T09:00",
                "shifts add @chen primary from 2026-01-11T09:00 to 2026-01-13T09:00",
                "shifts add @chen vacation from 2026-01-13T09:00 to 2026-01-14T09:00",
                "shifts add @chen primary from 2026-01-13T09:00 to 2026-01-14T09:00 of paymets",
                "shifts add @chen primary from soon to later",
                "shifts add @chen secondary from 10:30 to 11:30",
                "shifts edit @chen",
                "shifts edit @chen at 10:30",
                "shifts edit @chen at 10:30 to whenever",
                "shifts edit @chen primary at 10:30 to 12:00",
                "shifts delete @chen",
                "shifts delete @chen at 2026-02-01T10:00",
                "shifts delete @chen at 10:30 to 11:00",
                "shifts delete @alice at 2026-01-11T10:00 because"))
            assertThat(office.says("alice", line)).as(line).contains("/oncall");
        assertThat(calendar()).isEqualTo(before);
        assertThat(office.noticed()).isEmpty();
    }

    private List<Shift> calendar() {
        return office.shifts();
    }

    private static String undo(Reply reply) {
        return ((Reply.Private) reply).card().buttons().getFirst().line();
    }
}
