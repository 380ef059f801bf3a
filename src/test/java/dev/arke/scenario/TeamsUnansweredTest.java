package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.Planned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers for one person that Teams does not take: what passes is tried again, and nothing untrue is said where all read it. */
@EachDatabase
final class TeamsUnansweredTest extends InTeams {
    private static final String THREAD = ROOM + ";messageid=17";

    TeamsUnansweredTest(TestDatabase database) {
        super(database);
    }

    /** Alice has a chat with Arke, and it is known who she is. */
    @BeforeEach
    void open() {
        office.install();
        ask();
        office.next(ALICE, 0);
    }

    @Test
    void aTeamsThatStumblesIsAskedOnceMore() {
        for (var stumbles : new Planned[] {Planned.status(502), Planned.status(504), Planned.limited(0)}) {
            int before = office.teams.to(ALICE).size();
            office.teams.next(stumbles);
            ask();

            assertThat(office.teams.to(ALICE)).as(stumbles.toString()).hasSize(before + 1);
        }
        assertThat(office.teams.in(THREAD)).isEmpty();
    }

    @Test
    void aTeamsThatIsDownIsNotSaidToLackTheApp() {
        office.teams.next(Planned.status(503), Planned.status(503));
        ask();

        assertThat(office.teams.to(ALICE)).hasSize(1);
        assertThat(office.teams.in(THREAD)).isEmpty();
    }

    @Test
    void whoCannotBeWrittenToReadsWhereTheyAskedHowTheyCan() {
        office.teams.next(Planned.refuse(403, "MessageWritesBlocked"));
        ask();

        assertThat(office.teams.to(ALICE)).hasSize(1);
        assertThat(office.teams.in(THREAD))
                .singleElement()
                .satisfies(post -> assertThat(post.words()).contains("Add Arke for yourself"));
    }

    private void ask() {
        assertThat(office.sends
                        .send(office.sends.inChannel(ALICE, THREAD, "who"))
                        .status())
                .isEqualTo(202);
    }
}
