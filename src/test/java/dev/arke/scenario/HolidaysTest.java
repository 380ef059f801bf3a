package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.FillingStore;
import dev.arke.responder.ContactKind;
import dev.arke.responder.Region;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Public holidays come with the team file, count in a fair rotation and are named. It is Monday 12 January 2026. */
@EachDatabase
final class HolidaysTest {
    private static final String FILE = Shop.TEAM
            .replace("{name: bob,", "{name: bob, holidays: jp,")
            .replace(
                    "admins: [dana]}\n",
                    "admins: [dana], rosters: {main: [bob, chen]}, rotations: [{name: w, role: primary, roster: main,"
                            + " every: 1w, starting: 2026-01-12T00:00, strategy: fair}]}\n");

    private final TestDatabase database;
    private final World world;

    HolidaysTest(TestDatabase database) {
        this.database = database;
        world = new World(database, ContactKind.SANDBOX);
    }

    @Test
    void theyAreKeptWithThePersonUntilTheFileSaysOtherwise() {
        world.team(FILE);
        assertThat(holidays()).containsExactly(Map.entry(world.responder("bob"), new Region("JP")));

        world.team(FILE.replace("holidays: jp,", ""));

        assertThat(holidays()).isEmpty();
    }

    @Test
    void whoHasShiftsOnTheirsIsToldSo() {
        world.team(FILE);

        assertThat(says("shifts bob"))
                .contains("Public holidays in these shifts: Mon 12 Jan 2026 (Coming Of Age Day), Wed 11 Feb 2026"
                        + " (Foundation Day).");
        assertThat(says("shifts chen")).doesNotContain("Public holidays");
    }

    @Test
    void theyAreNamedToThePersonThemselvesToWhoAsksWhoIsNextAndInAVacation() {
        world.team(FILE);

        assertThat(says("bob", "me"))
                .contains("Your public holidays are those of JP. Public holidays in these shifts: Mon 12 Jan 2026"
                        + " (Coming Of Age Day), Wed 11 Feb 2026 (Foundation Day).");
        assertThat(says("chen", "me")).doesNotContain("ublic holidays");
        assertThat(says("chen", "next shop"))
                .contains("Public holidays in these shifts: Wed 11 Feb 2026 (Foundation Day).");
        assertThat(says("bob", "vacation 2026-02-09 to 2026-02-13"))
                .contains("Public holidays in that time: Wed 11 Feb 2026 (Foundation Day).");
        assertThat(says("chen", "vacation 2026-02-09 to 2026-02-13")).doesNotContain("ublic holidays");
    }

    private Map<UUID, Region> holidays() {
        return world.read(() -> {
            var team = world.engine().directory().current().teamNamed("shop").orElseThrow();
            var rotation =
                    world.engine().calendar().explain().rotations(team.id()).getFirst();
            return new FillingStore(database.database().dsl())
                    .of(rotation, world.now())
                    .history()
                    .holidays();
        });
    }

    private String says(String line) {
        return says("chen", line);
    }

    private String says(String who, String line) {
        return Talk.says(world, who, line);
    }
}
