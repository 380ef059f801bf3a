package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static dev.arke.scenario.TeamsOffice.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.chat.ChannelState;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.FakeTeams;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arke leaves conversations and comes back: in whatever order Teams tells of it, where it is is known. */
@EachDatabase
final class TeamsComingsTest extends InTeams {
    private static final String CHAT = "19:chat@thread.v2";

    TeamsComingsTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void install() {
        office.install();
    }

    @Test
    void thatArkeIsNoMemberAnyMoreDoesNotBringAChatBack() {
        office.sends.send(inChat("installationUpdate").put("action", "add"));
        SlackOffice.await(() -> office.keep().place(CHAT));
        office.sends.send(inChat("installationUpdate").put("action", "remove"));
        assertThat(office.keep().place(CHAT)).isEmpty();

        var left = inChat("conversationUpdate");
        left.putArray("membersRemoved").addObject().put("id", FakeTeams.BOT);
        assertThat(office.sends.send(left).status()).isEqualTo(202);

        assertThat(office.keep().place(CHAT)).isEmpty();
    }

    @Test
    void aChannelOfAnArchivedTeamIsBackWhenSomebodyWritesThere() {
        office.sends.send(office.sends.inChannel(ALICE, ROOM + ";messageid=17", "who"));
        office.sends.send(ofTeam("teamArchived"));
        assertThat(office.keep().place(ROOM)).isEmpty();

        office.sends.send(office.sends.inChannel(ALICE, ROOM + ";messageid=17", "who"));
        assertThat(office.keep().place(ROOM)).isPresent();
    }

    @Test
    void aTeamThatIsNotArchivedAnyMoreIsBackWithAllItsChannels() {
        office.sends.send(ofTeam("teamArchived"));
        assertThat(office.keep().place(ROOM)).isEmpty();
        assertThat(office.keep().place(FakeTeams.TEAM)).isEmpty();
        assertThat(problem()).hasValueSatisfying(words -> assertThat(words).contains("It is archived."));

        office.sends.send(ofTeam("teamUnarchived"));
        assertThat(office.keep().place(ROOM)).isPresent();
        assertThat(problem()).isEmpty();
    }

    private Optional<String> problem() {
        return office.engine()
                .rooms()
                .read()
                .read(new ChannelAddress(ContactKind.TEAMS, ROOM))
                .flatMap(ChannelState::problem)
                .map(ChannelState.Problem::words);
    }

    @Test
    void whatAnotherNodeHeardEndIsThereAgainWhenThisOneHearsOfIt() {
        office.sends.send(inChat("installationUpdate").put("action", "add"));
        office.keep().ended(CHAT);

        office.sends.send(inChat("installationUpdate").put("action", "add"));
        assertThat(office.keep().place(CHAT)).isPresent();
    }

    private ObjectNode inChat(String type) {
        return office.sends.activity(type, BOB, CHAT, "groupChat");
    }

    private ObjectNode ofTeam(String event) {
        var activity = office.sends.activity("conversationUpdate", BOB, FakeTeams.TEAM, "channel");
        ((ObjectNode) activity.path("channelData")).put("eventType", event);
        return activity;
    }
}
