package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A team of more people than Teams tells of at a time. */
@EachDatabase
final class TeamsRosterTest extends InTeams {
    TeamsRosterTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aRosterOfManyPagesIsReadToItsEnd() {
        office.teams.pageSize(2);
        office.install();

        assertThat(List.of(ALICE, BOB, TeamsOffice.HANA, TeamsOffice.GUEST))
                .as(office.teams.calls().toString())
                .allSatisfy(user -> assertThat(office.keep().person(user)).isPresent());
        assertThat(office.teams.calls())
                .filteredOn(call -> call.contains("pagedmembers"))
                .hasSize(2)
                .last()
                .asString()
                .contains("continuationToken=");
    }
}
