package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.Shift;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Shifts that move together: {@code shifts link} and {@code unlink}, and swaps and covers of whole sets and of parts. It is
 * Monday 12 January 2026, 10:00 in Paris; bob has the nights (20:00 to 8:00) that follow Wednesday, Thursday and Friday as
 * primary, chen a whole Sunday.
 */
@EachDatabase
final class LinkedShiftsTest {
    private static final String LINK = "shifts link @bob primary from 2026-01-14T12:00 to 2026-01-17T12:00";
    private static final String SWAP = "swap 2026-01-14 with @chen for 2026-01-18";

    private final Office office;

    LinkedShiftsTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void nights() {
        office.fill();
        for (var day : List.of(2, 3, 4))
            office.shift("primary", office.bob, Duration.ofHours(day * 24 + 10), Duration.ofHours(day * 24 + 22));
        office.shift("primary", office.chen, Duration.ofDays(6), Duration.ofDays(7));
    }

    @Test
    void unlinkedOnlyTheOneOfTheDayIsSwappedAndLinkedAllOfThem() {
        swapAndAccept();
        assertThat(nightsOf("chen")).containsExactly("14");
        office.says("chen", "undo");
        assertThat(office.noticed())
                .contains("payments: Taken back by chen: their last change of the shifts of payments.");

        var linked = office.reply("alice", LINK);
        assertThat(Office.text(linked))
                .startsWith("3 shifts of bob as primary of payments move together now:")
                .contains("Wed 14 Jan 2026 19:00 UTC to Thu 15 Jan 2026 07:00 UTC", "Fri 16 Jan 2026 19:00 UTC");
        assertThat(office.noticed())
                .contains(
                        "payments: 3 shifts of bob as primary of payments from Wed 14 Jan 2026 20:00 to Sat 17 Jan 2026"
                                + " 08:00 (Europe/Paris) move together now, changed by alice.");
        assertThat(office.audited().getFirst().verb()).isEqualTo("link shifts");

        swapAndAccept();
        assertThat(nightsOf("chen")).containsExactly("14", "15", "16");
        assertThat(office.says("bob", "who at 2026-01-18T12:00")).contains("primary: bob");
        assertThat(office.says("chen", "swap 2026-01-16 with @bob for 2026-01-18"))
                .startsWith("I asked bob");
        assertThat(office.says("bob", "accept")).startsWith("You have primary");
        assertThat(nightsOf("bob")).as("they are still linked").containsExactly("14", "15", "16");
    }

    @Test
    void partOfALinkedSetIsSwappedAndIsLinkedNoMore() {
        office.says("alice", LINK);
        assertThat(office.says(
                        "bob",
                        "swap from 2026-01-15T20:00 to 2026-01-17T00:00 with @chen for from 2026-01-18T10:00 to"
                                + " 2026-01-18T14:00"))
                .startsWith("I asked chen to take primary of payments from Thu 15 Jan 2026 19:00 UTC to Fri 16 Jan 2026"
                        + " 23:00 UTC for primary of payments from Sun 18 Jan 2026 09:00 UTC to Sun 18 Jan 2026 13:00"
                        + " UTC");
        office.says("chen", "accept");
        assertThat(nightsOf("chen")).containsExactly("15", "16");
        assertThat(nightsOf("bob")).containsExactly("14");
        assertThat(office.says("bob", "who at 2026-01-18T12:00")).contains("primary: bob");
        assertThat(office.says("bob", "who at 2026-01-18T15:00")).contains("primary: chen");
        assertThat(office.says("bob", "who at 2026-01-17T05:00")).contains("primary: bob");

        assertThat(office.says("chen", "swap 2026-01-15 with @bob for 2026-01-18"))
                .startsWith("I asked bob");
        assertThat(office.says("bob", "accept")).startsWith("You have primary");
        assertThat(nightsOf("chen")).as("what moved is linked no more").containsExactly("16");
    }

    @Test
    void coverOfAPartTakesThatPartOutOfTheSet() {
        office.says("alice", LINK);
        office.says("alice", "override @chen from 2026-01-15T12:00 to 2026-01-16T12:00 as primary");
        assertThat(nightsOf("chen")).containsExactly("15");
        assertThat(nightsOf("bob")).containsExactly("14", "16");
        swapAndAccept();
        assertThat(nightsOf("bob")).as("the rest goes on moving together").isEmpty();
        assertThat(nightsOf("chen")).containsExactly("14", "15", "16");
    }

    @Test
    void takenApartEachMovesAloneAgainAndUndoPutsItBack() {
        office.says("alice", LINK);
        var before = office.shifts();
        var apart = office.reply("alice", "shifts unlink @bob at 2026-01-15T22:00");
        assertThat(Office.text(apart)).startsWith("3 shifts of bob as primary of payments move each alone now:");
        assertThat(office.says("alice", "shifts unlink @bob at 2026-01-15T22:00"))
                .startsWith("This shift of bob as primary of payments moves alone already:");
        assertThat(office.says("alice", undo(apart))).contains("is taken back");
        assertThat(office.shifts()).isEqualTo(before);
        assertThat(office.noticed())
                .contains("payments: Taken back by alice: their last change of the shifts of payments.")
                .noneMatch(words -> words.contains("does not cover"));
    }

    @Test
    void partsOfOneTurnOfARotationAreTakenApartAndStayWhereTheyAre() {
        office.weekly("round-robin");
        assertThat(office.says(
                        "alice",
                        "rotation add halves role helper roster main every 1w starting 2026-01-12T00:00 during mon-sun"
                                + " 08:00-20:00"))
                .contains("halves");
        office.calendar.fill().fillAllDue();
        var week = office.shifts().stream()
                .filter(shift -> shift.role().word().equals("helper"))
                .filter(shift -> shift.interval().start().isAfter(Instant.parse("2026-01-19T00:00:00Z"))
                        && shift.interval().start().isBefore(Instant.parse("2026-01-25T23:00:00Z")))
                .toList();
        assertThat(week)
                .hasSize(7)
                .extracting(Shift::turn)
                .containsOnly(week.getFirst().turn());
        var who = office.says("bob", "who at 2026-01-21T12:00").replaceAll("(?s).*helper: (\\w+).*", "$1");
        assertThat(office.says("alice", "shifts unlink @" + who + " helper at 2026-01-21T12:00"))
                .startsWith("7 shifts of " + who + " as helper of payments move each alone now:");
        var apart = office.shifts();
        office.calendar.fill().fillAllDue();
        assertThat(office.shifts()).isEqualTo(apart);
    }

    @Test
    void whatIsLinkedIsMovedAndTakenAwayTogetherUnlessAloneIsSaid() {
        office.says("alice", LINK);
        var before = office.shifts();
        var moved =
                office.reply("alice", "shifts edit @bob at 2026-01-15T22:00 from 2026-01-15T21:00 to 2026-01-16T09:00");
        assertThat(Office.text(moved))
                .startsWith("bob is primary of payments from Thu 15 Jan 2026 20:00 UTC to Fri 16 Jan 2026 08:00 UTC.")
                .contains(
                        "These changed too, because they are linked:",
                        "Wed 14 Jan 2026 20:00 UTC to Thu 15 Jan 2026 08:00 UTC")
                .contains("Fri 16 Jan 2026 20:00 UTC to Sat 17 Jan 2026 08:00 UTC", "undo this and add alone");
        assertThat(office.noticed())
                .contains("payments: bob is primary of payments from Wed 14 Jan 2026 21:00 to Sat 17 Jan 2026 09:00"
                        + " (Europe/Paris), in 3 parts, changed by alice.");
        assertThat(office.says("alice", undo(moved))).contains("is taken back");
        assertThat(office.shifts()).isEqualTo(before);

        assertThat(office.says("alice", "shifts edit @bob at 2026-01-15T22:00 to 2026-01-16T06:00 of payments alone"))
                .startsWith("bob is primary of payments from Thu 15 Jan 2026 19:00 UTC to Fri 16 Jan 2026 05:00 UTC.")
                .doesNotContain("linked");
        var gone = office.reply("alice", "shifts delete @bob at 2026-01-16T22:00");
        assertThat(Office.text(gone))
                .contains("bob is no longer primary", "These changed too, because they are linked:");
        assertThat(nightsOf("bob")).isEmpty();
        office.says("alice", undo(gone));
        office.says("alice", "shifts delete @bob at 2026-01-16T22:00 alone because he asked");
        assertThat(nightsOf("bob")).containsExactly("14", "15");
    }

    @Test
    void partsThatWouldOverlapAreNotMovedTogether() {
        office.says("alice", LINK);
        var before = office.shifts();
        var refused = office.reply("alice", "shifts edit @bob at 2026-01-15T22:00 to 2026-01-16T22:00");
        assertThat(Office.text(refused))
                .contains("if they all moved, some would overlap", "to 2026-01-16T21:00:00Z of payments alone");
        assertThat(office.shifts()).isEqualTo(before);
        assertThat(office.says("alice", "shifts edit @bob at 2026-01-15T22:00 to 2026-01-16T18:00 alone"))
                .startsWith("bob is primary of payments from Thu 15 Jan 2026 19:00 UTC to Fri 16 Jan 2026 17:00 UTC.");
    }

    @Test
    void wholeTurnIsCoveredByATimeThatIsInItAndAPartByFromAndTo() {
        office.says("alice", LINK);
        assertThat(office.says("alice", "override @chen at 2026-01-15T22:00 as primary"))
                .startsWith("chen covers bob as primary of payments from Wed 14 Jan 2026 19:00 UTC")
                .contains("in 2 more parts until Sat 17 Jan 2026 07:00 UTC");
        assertThat(nightsOf("chen")).containsExactly("14", "15", "16");
        assertThat(office.says("alice", "cover @bob for @chen at 2026-01-16T22:00 of payments"))
                .as("it is still linked")
                .contains("in 2 more parts until");
        assertThat(nightsOf("bob")).containsExactly("14", "15", "16");
        assertThat(office.says("alice", "override @chen at 2026-02-20T22:00")).startsWith("Nothing was changed");
        assertThat(office.says("alice", "override @chen at noonish")).contains("override chen at fri 20:00");
    }

    @Test
    void whatIsWrongIsSaidAndChangesNothing() {
        var before = office.shifts();
        assertThat(office.says("alice", "shifts link @bob from 2026-01-14T12:00 to 2026-01-15T12:00"))
                .startsWith("This shift of bob as primary of payments is alone in that time, so there is nothing to"
                        + " link it with:");
        assertThat(office.says("alice", "shifts link @bob from 2026-02-14T12:00 to 2026-02-15T12:00"))
                .startsWith("Nothing was changed: bob has no shift of payments in that time that is not over.");
        assertThat(office.says("alice", "shifts link @bob from 2026-01-15T12:00 to 2026-01-14T12:00"))
                .contains("ends before it starts");
        assertThat(office.says("alice", "shifts link @bobb from 2026-01-14T12:00 to 2026-01-17T12:00"))
                .contains("bobb");
        assertThat(office.says("alice", "shifts link @bob")).contains("shifts link @dana from mon 8am to fri 20:00");
        assertThat(office.says("bob", LINK)).contains("Only admins of the team may change this.");
        assertThat(office.says("bob", "swap from 2026-01-14T12:00 to 2026-01-14T12:00 with @chen"))
                .contains("swap from fri 18:00 to sat 9am with @dana");
        assertThat(office.says("bob", "swap from 2026-02-14T12:00 to 2026-02-14T14:00 with @chen"))
                .startsWith("You have no shift in that time that is not over.");
        assertThat(office.shifts()).isEqualTo(before);
    }

    @Test
    void formsDoTheSame() {
        assertThat(((Reply.Open) office.reply("alice", "shifts link")).form().inputs())
                .extracting("name")
                .containsExactly("target", "duty", "from", "to");
        var values = Map.of("target", "bob", "duty", "primary", "from", "2026-01-14T12:00", "to", "2026-01-17T12:00");
        var linked =
                (Submitted.Done) office.dialogue.submit(Office.asker("alice"), Office.room(), "shifts-link", values);
        assertThat(Office.text(linked.reply())).startsWith("3 shifts of bob as primary of payments move together now");

        var night = office.shifts().stream()
                .filter(shift -> shift.interval().start().equals(Instant.parse("2026-01-15T19:00:00Z")))
                .findFirst()
                .orElseThrow();
        assertThat(((Reply.Open) office.reply("alice", "shifts unlink")).form().inputs())
                .extracting("name")
                .containsExactly("shift");
        var apart = (Submitted.Done) office.dialogue.submit(
                Office.asker("alice"),
                Office.room(),
                "shifts-unlink",
                Map.of("shift", night.id().toString()));
        assertThat(Office.text(apart.reply())).startsWith("3 shifts of bob as primary of payments move each alone");
    }

    private void swapAndAccept() {
        assertThat(office.says("bob", SWAP)).startsWith("I asked chen to take primary");
        assertThat(office.says("chen", "accept")).startsWith("You have primary");
    }

    /** The days of January whose nights somebody has. */
    private List<String> nightsOf(String name) {
        return List.of("14", "15", "16").stream()
                .filter(day ->
                        office.says("alice", "who at 2026-01-" + day + "T22:00").contains("primary: " + name))
                .toList();
    }

    private static String undo(Reply reply) {
        return ((Reply.Private) reply).card().buttons().getFirst().line();
    }
}
