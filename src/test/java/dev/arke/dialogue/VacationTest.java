package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.Interval;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.card.Button;
import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Vacations. It is Monday 12 January 2026, 10:00 in Paris; a rotation of shadows goes round alice, bob and chen, from the
 * week after next as others have them busy this week.
 */
@EachDatabase
final class VacationTest {
    private final Office office;

    VacationTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fill() {
        office.fill();
        office.weekly("round-robin");
    }

    @Test
    void fillingGivesAwayWhatIsBeyondFourteenDaysAndTheRestIsAskedAbout() {
        var before = shadowsOfBob();
        assertThat(before).isNotEmpty();

        var said = office.says("bob", "vacation 2026-01-13..2026-03-20");

        assertThat(said)
                .startsWith("You are on vacation from Mon 12 Jan 2026 23:00 UTC to Fri 20 Mar 2026 23:00 UTC. Rotations"
                        + " pass you over.")
                .contains(
                        "The parts of these shifts in that time go to others within a minute",
                        "shadow of payments from");
        office.calendar.fill().fillAllDue();
        var soon = office.clock.instant().plus(Duration.ofDays(14));
        assertThat(shadowsOfBob()).allMatch(shift -> shift.interval().start().isBefore(soon));
        assertThat(office.shifts())
                .filteredOn(shift -> shift.role().equals(Role.Duty.SHADOW))
                .filteredOn(Shift::isGap)
                .hasSize(1);
        assertThat(office.noticed())
                .anyMatch(words -> words.startsWith("payments: bob is on vacation from Tue 13 Jan 2026 00:00"));
        assertThat(office.says("alice", "shifts bob")).contains("away (vacation)");
    }

    @Test
    void whoIsAwayForAPartOfAShiftKeepsTheRest() {
        var whole = shadowsOfBob().getLast();
        var day = LocalDate.ofInstant(whole.interval().start(), Office.PARIS).plusDays(2);

        office.says("bob", "vacation " + day);
        office.calendar.fill().fillAllDue();

        var parts = office.shifts().stream()
                .filter(shift -> shift.role().equals(Role.Duty.SHADOW))
                .filter(shift -> shift.interval().overlaps(whole.interval()))
                .toList();
        assertThat(parts).hasSize(3).noneMatch(Shift::isGap);
        assertThat(parts.getFirst().isOf(office.bob.id())).isTrue();
        assertThat(parts.get(1).interval().length()).isEqualTo(Duration.ofDays(1));
        assertThat(parts.get(1).isOf(office.bob.id())).isFalse();
        assertThat(parts.getLast().isOf(office.bob.id())).isTrue();
        assertThat(office.says("alice", "rotation why payments shadow at " + day + "T12:00"))
                .contains("passed over: bob, who is on vacation");
    }

    @Test
    void whatBeginsSoonStaysAndIsNamed() {
        assertThat(office.says("bob", "vacation today"))
                .contains(
                        "they stay until somebody covers them:", "primary of payments from Mon 12 Jan 2026 13:00 UTC");
        office.calendar.fill().fillAllDue();
        assertThat(office.says("alice", "next")).contains("bob");
    }

    @Test
    void takenBackItIsAsBefore() {
        var calendar = office.shifts();
        var undo = button("bob", "vacation 2026-02-10 to 2026-02-12", "Undo");

        assertThat(office.says("bob", undo.line())).contains("is taken back");

        assertThat(office.shifts()).isEqualTo(calendar);
    }

    @Test
    void cancelEndsARunningOneNowAndRemovesOneToCome() {
        office.says("bob", "vacation 2026-01-12 to 2026-01-14");
        office.says("bob", "vacation 2026-02-10 to 2026-02-12");
        office.clock.advance(Duration.ofHours(3));

        assertThat(office.says("bob", "vacation cancel today")).contains("You are not on vacation after all");
        assertThat(office.says("bob", "vacation cancel 2026-02-11")).contains("You are not on vacation after all");
        assertThat(office.says("bob", "vacation cancel 2026-02-11")).contains("There is no vacation on that day.");

        assertThat(vacations())
                .containsExactly(
                        new Interval(Instant.parse("2026-01-12T09:00:00Z"), Instant.parse("2026-01-12T12:00:00Z")));
        assertThat(office.says("bob", "undo")).contains("is taken back");
        assertThat(vacations()).hasSize(2);
    }

    @Test
    void adminsSayItForTheirTeamAndOthersForThemselves() {
        assertThat(office.says("alice", "vacation 2026-02-10 to 2026-02-12 @bob"))
                .startsWith("bob is on vacation");
        assertThat(office.noticed())
                .contains("bob: bob is on vacation from Tue 10 Feb 2026 00:00 to Fri 13 Feb 2026 00:00 (Europe/Paris)."
                        + " alice changed it.");
        assertThat(office.says("bob", "vacation 2026-02-10 to 2026-02-12 for chen"))
                .contains("Only admins of the team may change this.");
        assertThat(office.says("hana", "vacation tomorrow")).contains("I do not know which responder you are");
        assertThat(vacations()).hasSize(1);
    }

    @Test
    void badInputIsToldWithWhatToType() {
        for (var line : List.of(
                "vacation soon",
                "vacation 2026-02-30",
                "vacation 2026-02-12 to 2026-02-10",
                "vacation 2026-02-12 to whenever",
                "vacation 2025-02-12 to 2025-02-14",
                "vacation 2026-02-12 to 2036-02-12",
                "vacation 2026-02-12 to 2026-02-14 @bobb",
                "vacation cancel",
                "vacation cancel 2026-05-01"))
            assertThat(office.says("bob", line)).as(line).contains("/oncall");
        assertThat(vacations()).isEmpty();

        office.says("bob", "vacation 2026-02-10 to 2026-02-12");
        assertThat(office.says("bob", "vacation 2026-02-11")).contains("That is already recorded");
        assertThat(vacations()).hasSize(1);
    }

    @Test
    void formTakesDays() {
        assertThat(office.says("bob", "vacation")).isEqualTo("form vacation");
        assertThat(submit(Map.of("from", "2026-02-30", "to", "fri", "target", "bob")))
                .isInstanceOfSatisfying(
                        Submitted.Invalid.class,
                        invalid -> assertThat(invalid.errors()).containsOnlyKeys("from"));
        assertThat(submit(Map.of("from", "2026-02-10", "to", "2026-02-12", "target", "bob")))
                .isInstanceOf(Submitted.Done.class);
        assertThat(vacations()).hasSize(1);
    }

    private Submitted submit(Map<String, String> values) {
        return office.dialogue.submit(Office.asker("bob"), Office.room(), "vacation", values);
    }

    private Button button(String who, String line, String label) {
        return ((Reply.Private) office.reply(who, line))
                .card().buttons().stream()
                        .filter(button -> button.label().equals(label))
                        .findFirst()
                        .orElseThrow();
    }

    private List<Interval> vacations() {
        return office.shifts().stream()
                .filter(shift -> shift.role() == Role.Absence.VACATION)
                .map(Shift::interval)
                .toList();
    }

    private List<Shift> shadowsOfBob() {
        return office.shifts().stream()
                .filter(shift -> shift.role().equals(Role.Duty.SHADOW))
                .filter(shift -> shift.isOf(office.bob.id()))
                .toList();
    }
}
