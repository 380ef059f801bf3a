package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code shifts} and {@code rotation}: what is on the calendar, and why. */
@EachDatabase
final class CalendarLooksTest {
    private final Office office;

    CalendarLooksTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fill() {
        office.fill();
    }

    @Test
    void shiftsAreOnesOwnSomebodysOrATeams() {
        assertThat(office.says("alice", "shifts")).startsWith("Shifts of alice").contains("primary for payments until");
        assertThat(office.says("alice", "shifts @bob"))
                .startsWith("Shifts of bob")
                .contains("primary for payments from");
        assertThat(office.says("alice", "shifts of dana")).contains("No shifts are planned for dana.");
        assertThat(office.says("alice", "shifts checkout"))
                .startsWith("Next on call for payments")
                .contains("bob");
        assertThat(office.says("alice", "shifts bobb")).contains("I know no person, team or service called bobb.");
        assertThat(office.says("hana", "shifts")).contains("I do not know which responder you are.");
    }

    @Test
    void whyTellsHowSomebodyWasChosen() {
        office.weekly("fair");

        assertThat(office.says("bob", "rotation list"))
                .startsWith("Rotations of payments")
                .contains("weekly: shadow, every 1w in Europe/Paris, fair of alice, bob, chen");
        assertThat(office.says("bob", "rotation why payments shadow at \"2026-01-23 09:00\""))
                .contains("shadow from", "by rotation weekly, because of those who can, they had least of this duty");
        assertThat(office.says("bob", "rotation why shadow"))
                .contains("nobody on the roster can", "passed over: alice, who has another duty of the team then");
        assertThat(office.says("bob", "rotation why primary")).contains("alice, put there by hand.");
    }

    @Test
    void mistakesAreToldWithWhatToType() {
        assertThat(office.says("bob", "rotation spin")).contains("I know no team or service called spin.");
        assertThat(office.says("bob", "rotation why paymets"))
                .contains("I know no team or service called paymets.", "rotation why payments");
        assertThat(office.says("bob", "rotation why payments at noonish")).contains("I cannot read a time in noonish");
    }
}
