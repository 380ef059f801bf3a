package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import dev.arke.incident.ActResult;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.Actor;
import dev.arke.responder.AuditStore;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may act on incidents, and the audit of who did what from where. */
@EachDatabase
final class RightsTest {
    private static final Actor OUTSIDER = new Actor.Outsider(ContactKind.SLACK, "T1", "U9");
    private static final Actor UNLINKED = new Actor.Unlinked(ContactKind.SLACK, "T1", "U2", "Eve");
    private final World world;
    private final AuditStore audit;

    RightsTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX);
        audit = new AuditStore(database.database().dsl());
    }

    @BeforeEach
    void anIncident() {
        Shop.in(world);
        Shop.incident(world, "disk");
    }

    @Test
    void anOutsiderMayDoNothingAndTheTryIsKept() {
        assertThat(world.act(OUTSIDER, 1, new IncidentAct.Acknowledge())).isInstanceOf(ActResult.Refused.class);

        assertThat(world.incident(1)).isInstanceOf(Incident.Triggered.class);
        expectAudited("outsider:slack:T1/U9 acknowledge #1 false");
    }

    @Test
    void anUnlinkedMemberMayTakeItAndNothingElse() {
        assertThat(world.act(UNLINKED, 1, new IncidentAct.Acknowledge())).isInstanceOf(ActResult.Done.class);
        assertThat(world.act(UNLINKED, 1, new IncidentAct.Resolve(""))).isInstanceOf(ActResult.Refused.class);

        assertThat(world.incident(1))
                .isInstanceOfSatisfying(
                        Incident.Acknowledged.class,
                        held -> assertThat(held.owner().word()).isEqualTo("slack:T1/U2"));
        expectAudited("slack:T1/U2 resolve #1 false", "slack:T1/U2 acknowledge #1 true");
    }

    @Test
    void aResponderMayChangeThePriorityAndItIsKept() {
        world.act("alice", 1, new IncidentAct.ChangePriority(Priority.LOW));

        assertThat(world.incident(1).facts().priority()).isEqualTo(Priority.LOW);
        expectAudited("person:alice priority #1 true");
    }

    private void expectAudited(String... lines) {
        assertThat(world.read(() -> audit.latest(10)))
                .filteredOn(entry -> entry.subject().equals("#1"))
                .extracting(entry -> entry.actor() + " " + entry.verb() + " " + entry.subject() + " " + entry.allowed())
                .containsExactly(lines);
    }
}
