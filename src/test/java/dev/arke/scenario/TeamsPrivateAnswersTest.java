package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static dev.arke.scenario.TeamsOffice.GUEST;
import static dev.arke.scenario.TeamsOffice.HANA;
import static dev.arke.scenario.TeamsOffice.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arke.incident.Incident;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.Planned;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers are for who asked: where nobody else sees them, whatever Teams can do there. */
@EachDatabase
final class TeamsPrivateAnswersTest extends InTeams {
    private static final String CHAT = "19:night@thread.v2";
    private static final String THREAD = ROOM + ";messageid=18";

    TeamsPrivateAnswersTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void install() {
        office.install();
    }

    @Test
    void whereTeamsTakesNoMessageThatOnePersonSeesTheAnswerComesInTheirChat() {
        office.teams.whenever(
                call -> call.contains("isTargetedActivity=true"), Planned.refuse(400, "TargetedMessagesNotSupported"));
        office.sends.send(targeted(ALICE, "who"));

        assertThat(office.next(ALICE, 0).words()).contains("Nobody is on call: team payments");
        assertThat(office.teams.in(THREAD)).isEmpty();
    }

    @Test
    void whoCannotBeWrittenToReadsHowToChangeThatAndNotTheAnswer() {
        office.teams.tenant().block(HANA);
        office.sends.send(office.sends.inChannel(HANA, THREAD, "who"));

        var line = SlackOffice.await(() -> office.teams.in(THREAD).stream().findFirst());
        assertThat(line.words())
                .contains("hana, I answer you alone", "Add Arke")
                .doesNotContain("On call");
        assertThat(office.teams.to(HANA)).isEmpty();
        office.teams.tenant().unblock(HANA);
        office.sends.send(office.sends.inChannel(HANA, THREAD, "who"));
        assertThat(office.next(HANA, 0).words()).contains("Nobody is on call: team payments");
    }

    @Test
    void inAGroupChatALookIsAnsweredAloneAndWhatIsSharedIsSeenByAll() {
        office.teams.tenant().chat(CHAT, ALICE, BOB);
        office.incident();
        int before = office.teams.to(ALICE).size();
        office.sends.send(office.sends.inChat(ALICE, CHAT, "list"));

        var answer = office.next(ALICE, before);
        assertThat(answer.words()).contains("all red");
        assertThat(office.teams.in(CHAT)).isEmpty();
        assertThat(office.click(ALICE, answer, "Share").json().path("value").asText())
                .isEqualTo("Shared.");
        assertThat(office.teams.in(CHAT))
                .singleElement()
                .satisfies(post -> assertThat(post.words()).contains("all red", "Shared by alice"));

        office.sends.send(office.sends.inChat(BOB, CHAT, "ack 1"));
        SlackOffice.await(() -> Optional.of(office.incident(1)).filter(Incident.Acknowledged.class::isInstance));
    }

    @Test
    void whoIsNotInAConversationCannotShareAnythingThere() {
        office.teams.tenant().chat(CHAT, BOB, GUEST);
        office.sends.send(office.sends.inChannel(ALICE, THREAD, "who"));
        var answer = office.next(ALICE, 0);
        var data = (ObjectNode) TeamsOffice.action(answer.card(), "Share").deepCopy();
        ((ObjectNode) data.path("arke")).put("to", CHAT);

        var heard = office.sends.send(office.sends.click(ALICE, answer.conversation(), answer.id(), data));

        assertThat(heard.json().path("value").asText()).contains("do not know this button");
        assertThat(office.teams.in(CHAT)).isEmpty();
    }

    @Test
    void peopleAreNamedByMentioningThem() {
        var line = office.sends.inChannel(BOB, THREAD, "page <at>alice m.</at> \"all red\"");
        office.sends.send(office.sends.mention(line, "alice m.", ALICE));
        SlackOffice.await(() -> office.open().stream().findFirst());
        office.work();

        assertThat(office.next(ALICE, 0).words()).contains("all red");
    }

    @Test
    void aMentionOfSomebodyWhomNobodyKnowsIsToldToTheAskerAloneAndChangesNothing() {
        int before = office.teams.to(BOB).size();
        var line = office.sends.inChannel(BOB, THREAD, "page <at>hana</at> \"all red\"");
        office.sends.send(office.sends.mention(line, "hana", HANA));

        assertThat(office.next(BOB, before).words()).contains("hana");
        assertThat(office.open()).isEmpty();
        assertThat(office.teams.in(THREAD)).isEmpty();
        assertThat(office.teams.to(HANA)).isEmpty();
    }

    private ObjectNode targeted(String user, String line) {
        var asked = office.sends.inChannel(user, THREAD, line);
        ((ObjectNode) asked.path("recipient")).put("isTargeted", true);
        return asked;
    }
}
