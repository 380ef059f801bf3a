package dev.arke.scenario;

import static dev.arke.database.generated.Tables.IDENTITY;
import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.Statements;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.FakeTeams;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** One by one they took a quarter of a minute for 500, while pages to the last of them found nobody. */
    @Test
    void aRosterOfManyIsKeptAndLinkedAtOnce() {
        var names = IntStream.range(0, 130).mapToObj(i -> "p" + i).toList();
        names.forEach(office.teams::member);
        office.change(
                "responders:\n",
                names.stream()
                        .map(name -> "  - {name: " + name + ", teams: " + name + "@example.com}\n")
                        .collect(Collectors.joining("", "responders:\n", "")));
        var statements = new Statements(database);

        office.install();

        assertThat(office.ask("29:p129", "me").words()).contains("You are p129");
        assertThat(statements.take())
                .filteredOn(sql -> sql.contains("admin_channel"))
                .as("times that the directory was read anew")
                .hasSizeBetween(1, 4);
        assertThat(accounts())
                .containsAll(names.stream().map(FakeTeams::objectId).toList());
    }

    private List<String> accounts() {
        return database.database()
                .transactions()
                .read(() -> database.database().dsl().fetch(IDENTITY).getValues(IDENTITY.EXTERNAL_ID));
    }
}
