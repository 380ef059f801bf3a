package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message;
import dev.arke.delivery.Outcome;
import dev.arke.incident.Incident;
import dev.arke.incident.IncidentAct;
import dev.arke.responder.ContactKind;
import dev.arke.responder.DirectoryVersionStore;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A row that cannot be read, as a mishap or a newer node beside this one may leave it, holds up no other. */
@EachDatabase
final class UnreadableRowsTest {
    private static final String FIRST = "(select id from incident where number = 1)";

    private static final Outcome DOWN = new Outcome.Again(Duration.ZERO, FailureReason.SERVER, "the chat is down");

    private final TestDatabase database;
    private final World world;

    UnreadableRowsTest(TestDatabase database) {
        this.database = database;
        this.world = new World(database, ContactKind.SANDBOX, ContactKind.SMS);
    }

    @BeforeEach
    void aTeam() {
        Checkout.in(world);
    }

    @Test
    void aTimelineThatCannotBeReadHoldsUpNoPageOfAnotherIncident() throws SQLException {
        Checkout.opensTwo(world);
        change("update timeline_entry set body = '{' where what = 'step_fired' and incident_id = " + FIRST);

        world.advance(Duration.ofMinutes(10));

        assertThat(world.take(Message.Purpose.PAGE))
                .filteredOn(page -> page.message().address().equals("bob"))
                .singleElement()
                .satisfies(page -> assertThat(page.text()).contains("disk slow"));
    }

    @Test
    void anEventOfANewerNodeIsLeftToItsOwnViews() throws SQLException {
        Checkout.opensTwo(world);
        change("update timeline_entry set what = 'teleported' where what = 'step_fired' and incident_id = " + FIRST);

        world.act("bob", 1, new IncidentAct.Acknowledge());

        assertThat(world.events(1)).isNotEmpty();
        assertThat(world.incident(1)).isInstanceOf(Incident.Acknowledged.class);
        world.advance(Duration.ofSeconds(10));
        assertThat(world.pages()).isEmpty();
    }

    @Test
    void aLatePageThatCannotBeSeenToHoldsUpNoOther() throws SQLException {
        var down = new Outcome.Again(Duration.ZERO, FailureReason.SERVER, "the chat is down");
        world.carrier(ContactKind.SANDBOX)
                .answer("alice", Stream.generate(() -> down).limit(200).toArray(Outcome[]::new));
        Checkout.opensTwo(world);
        change("update delivery set incident_id = null, due_at = null where kind = 'page' and address = 'alice' and"
                + " incident_id = "
                + FIRST);

        world.advance(Duration.ofSeconds(30));

        assertThat(world.take(Message.Purpose.PAGE))
                .filteredOn(page -> page.message().address().equals("+33600000001"))
                .singleElement()
                .satisfies(page -> assertThat(page.text()).contains("disk slow"));
    }

    @Test
    void aPageOfAKindThatOnlyANewerNodeKnowsHoldsUpNoOther() throws SQLException {
        world.carrier(ContactKind.SANDBOX).answer("alice", DOWN, DOWN);
        Checkout.opensTwo(world);
        change("update delivery set state = 'odd' where kind = 'page' and address = 'alice' and incident_id = "
                + FIRST);

        world.advance(Duration.ofSeconds(20));

        assertThat(world.take(Message.Purpose.PAGE))
                .singleElement()
                .satisfies(page -> assertThat(page.text()).contains("disk slow"));
        assertThat(database.database().unreadableRows().problem().orElseThrow()).contains("passed over", "delivery");
    }

    @Test
    void anIncidentInAStateThatOnlyANewerNodeKnowsHoldsUpNoOther() throws SQLException {
        Checkout.opensTwo(world);
        change("update incident set state = 'teleported' where number = 1");

        world.advance(Duration.ofMinutes(10));

        assertThat(world.take(Message.Purpose.PAGE))
                .filteredOn(page -> page.message().address().equals("bob"))
                .singleElement()
                .satisfies(page -> assertThat(page.text()).contains("disk slow"));
        assertThat(database.database().unreadableRows().problem().orElseThrow()).contains("passed over");
    }

    @Test
    void whatANewerNodeWroteOfPeopleAndTeamsHoldsUpNobodysPage() throws SQLException {
        change("update responder set time_zone = 'Mars/Olympus' where name = 'bob'");
        change("update team set time_zone = 'Mars/Olympus'");
        change("update contact_method set kind = 'telepathy' where kind = 'sms'");
        change("insert into notification_rule (responder_id, priority, position, via, after_seconds, from_file)"
                + " select id, 'urgent', 1, 'telepathy', 0, false from responder where name = 'bob'");
        change("insert into identity (platform, tenant, external_id, responder_id)"
                + " select 'telepathy', '', 'x', id from responder where name = 'bob'");
        change("insert into team_channel (team_id, platform, address) select id, 'telepathy', 'x' from team");
        change("insert into admin_channel (platform, address) values ('telepathy', 'x')");
        reread();

        Checkout.opensTwo(world);

        world.advance(Duration.ofMinutes(10));
        assertThat(world.pages()).contains("bob");
        assertThat(database.database().unreadableRows().problem().orElseThrow()).contains("passed over");
    }

    @Test
    void routesThatCannotBeReadCostNoAlert() throws SQLException {
        change("update integration set routes = '[{\"teleport\": 1}]', priorities = '{'");
        reread();

        Checkout.opensTwo(world);
    }

    @Test
    void aPolicyThatCannotBeReadPagesTheTeamsManagersOrItsAdmins() throws SQLException {
        Checkout.opensTwo(world);
        change("update policy_version set definition = '{\"teleport\": 1}'");
        reread();

        world.alert(Checkout.MONITOR, Checkout.alert("disk gone"));

        assertThat(world.take(Message.Purpose.PAGE))
                .filteredOn(page -> page.message().address().equals("bob"))
                .singleElement()
                .satisfies(page -> assertThat(page.text()).contains("disk gone"));
        world.take(Message.Purpose.CARD);
        world.take(Message.Purpose.NOTICE);
        world.take(Message.Purpose.CHANNEL_PAGE);
    }

    /** As when another node has just written it. */
    private void reread() {
        world.write(() -> new DirectoryVersionStore(database.database().dsl()).raise());
    }

    private void change(String sql) throws SQLException {
        assertThat(database.change(sql)).isPositive();
    }
}
