package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static dev.arke.scenario.TeamsOffice.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.FakeTeams;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People, channels, teams and chats come and go in Teams: who can be written to, and where, follows them. */
@EachDatabase
final class TeamsInstallsTest extends InTeams {
    private static final String DANA = "29:dana";
    private static final String CHAT = "19:night@thread.v2";

    TeamsInstallsTest(TestDatabase database) {
        super(database);
    }

    @Test
    void whoJoinsTheTeamLaterIsKnownFromThenOnAndCanBePaged() {
        office.change("  - {name: bob,", "  - {name: dana, teams: dana@example.com}\n  - {name: bob,");
        office.install();
        assertThat(office.keep().addressed("dana@example.com")).isEmpty();

        office.teams.member("dana");
        office.sends.send(office.sends.members(BOB, FakeTeams.TEAM, "membersAdded", DANA));
        SlackOffice.await(() -> office.keep().addressed("dana@example.com"));
        office.ask(BOB, "page dana \"all red\"");
        office.work();

        assertThat(office.next(DANA, 0).words()).contains("all red");
    }

    @Test
    void whoLeavesTheTeamIsReachedByTheNextMethodAtOnce() {
        office.install();
        office.teams.tenant().leave(ALICE);
        assertThat(office.sends
                        .send(office.sends.members(BOB, FakeTeams.TEAM, "membersRemoved", ALICE))
                        .status())
                .isEqualTo(202);
        office.incident();

        assertThat(office.mail.take())
                .anySatisfy(arrived -> assertThat(arrived.message().address()).isEqualTo("a@mail.test"));
        assertThat(office.isReachable("alice")).isFalse();
        assertThat(office.keep().place(ROOM)).as("the team stays").isPresent();
    }

    @Test
    void aChannelThatIsDeletedIsNoPlaceAnyMoreAndItsTeamHearsSo() {
        office.install();
        office.teams.tenant().delete(ROOM);
        int told = office.teams.to(BOB).size();
        office.sends.send(office.sends.ofTeam(BOB, "channelDeleted", ROOM));
        SlackOffice.await(
                () -> Optional.of(true).filter(any -> office.keep().place(ROOM).isEmpty()));
        office.work();

        assertThat(office.next(BOB, told).words()).contains("was deleted", "The team file still names it");
        assertThat(office.keep().without(List.of(new ChannelAddress(ContactKind.TEAMS, ROOM))))
                .hasSize(1);
        assertThat(office.keep().place(FakeTeams.TEAM)).isPresent();
    }

    @Test
    void aChannelThatIsMadeLaterIsAPlaceAtOnce() {
        office.install();
        office.teams.channel("19:new@thread.tacv2");
        office.sends.send(office.sends.ofTeam(BOB, "channelCreated", "19:new@thread.tacv2"));

        SlackOffice.await(() -> office.keep().place("19:new@thread.tacv2"));
    }

    @Test
    void ofATeamThatIsDeletedOrArchivedNoChannelIsAPlaceAnyMore() {
        for (var event : List.of("teamDeleted", "teamHardDeleted", "teamArchived")) {
            office.advance(Duration.ofSeconds(2));
            office.sends.send(office.sends.installation(BOB, FakeTeams.TEAM, "add"));
            SlackOffice.await(() -> office.keep().place(ROOM));
            office.sends.send(office.sends.ofTeam(BOB, event, FakeTeams.TEAM));

            SlackOffice.await(() -> Optional.of(event)
                    .filter(any -> office.keep().ofTeam(FakeTeams.TEAM).isEmpty()));
            assertThat(office.keep().place(ROOM)).as(event).isEmpty();
        }
    }

    @Test
    void aTeamThatRemovesArkeIsNotWrittenToAndPeopleAreStillPaged() {
        office.install();
        office.sends.send(office.sends.installation(BOB, FakeTeams.TEAM, "remove"));
        SlackOffice.await(
                () -> Optional.of(true).filter(any -> office.keep().place(ROOM).isEmpty()));
        office.ask(BOB, "page checkout \"all red\"");
        office.work();

        assertThat(office.next(ALICE, 0).words()).contains("all red");
        assertThat(office.teams.roots(ROOM)).isEmpty();
    }

    @Test
    void aGroupChatGetsItsRosterReadAndShowsTheIncidentsOfTheTeamThatIsLinkedThere() {
        office.teams
                .tenant()
                .addApart(new FakeTeams.Person(DANA, FakeTeams.objectId("dana"), "dana", "dana@example.com", "user"));
        office.teams.tenant().chat(CHAT, BOB, DANA);
        office.sends.send(office.sends.installation(BOB, CHAT, "add"));

        SlackOffice.await(() -> office.keep().person(DANA));
        assertThat(office.keep().person(ALICE)).as("who is not in it").isEmpty();
        assertThat(office.next(BOB, 0).words())
                .as("who added it, alone")
                .contains("I am here, but show no incidents yet");
        assertThat(office.teams.in(CHAT)).isEmpty();

        office.sends.send(office.sends.inChat(BOB, CHAT, "link payments"));
        SlackOffice.await(() -> office.directory().channels().links().stream().findFirst());
        office.ask(BOB, "page checkout \"all red\"");
        office.workByTheClock();

        assertThat(office.teams.in(CHAT))
                .anySatisfy(post -> assertThat(post.words()).contains("all red", "Acknowledge"));
        assertThat(office.teams.roots(CHAT)).as("a chat has no threads").isEmpty();
    }

    @Test
    void whereAConversationIsAnsweredFollowsWhatTeamsSaidLast() {
        office.install();
        office.ask(ALICE, "list");
        office.teams.moveTo("amer");
        office.sends.send(office.sends.inChannel(BOB, ROOM + ";messageid=5", "who"));
        office.ask(ALICE, "list");
        office.ask(BOB, "page checkout \"all red\"");
        int before = office.teams.calls("emea").size();
        office.work();

        assertThat(office.teams.calls("emea")).as("the address of before").hasSize(before);
        assertThat(office.teams.roots(ROOM)).hasSize(1);
        assertThat(office.teams.to(ALICE).getLast().words()).contains("all red");
    }
}
