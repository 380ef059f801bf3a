package dev.arke.dialogue;

import static dev.arke.database.generated.Tables.INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Reply;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.incident.Incident;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what by chat: known people, members whom nobody knows, and outsiders. */
@EachDatabase
final class RightsTest {
    private final Database database;
    private final Office office;

    RightsTest(Database database) {
        this.database = database;
        office = new Office(database);
    }

    @BeforeEach
    void fillOffice() {
        office.fill();
    }

    @Test
    void aMemberWhomNobodyKnowsReadsAndAcknowledgesAndHearsHowToBeKnown() {
        long number = office.incident("disk full");

        assertThat(office.says("hana", "who")).contains("alice");
        assertThat(office.says("hana", "ack " + number))
                .startsWith("You have #" + number + " now.")
                .contains("So that I know you next time, connect this account", "Connect me…: connect");
        assertThat(office.find(number)).isInstanceOf(Incident.Acknowledged.class);
        assertThat(office.says("bob", "ack " + number)).startsWith("hana has had #" + number);
    }

    @Test
    void aMemberWhomNobodyKnowsIsCalledWhatTheChatCallsThem() {
        long number = office.incident("disk full");

        said("u-7", "Hana Kim", "ack " + number);

        assertThat(office.says("bob", "list"))
                .contains("Hana Kim has had it since")
                .doesNotContain("u-7");
        assertThat(office.says("bob", "show " + number))
                .contains("Hana Kim has had it since", "Hana Kim took it")
                .doesNotContain("u-7");
        assertThat(said("u-7", "Hana Lee", "list mine")).startsWith("1 open incident with you");
        assertThat(said("u-7", "Hana Lee", "ack " + number)).startsWith("You have #" + number + " already.");
        assertThat(said("u-77", "Hana Kim", "list mine")).startsWith("No open incidents with you");
        assertThat(office.says("bob", "reassign " + number + " to me"))
                .contains("Hana Kim")
                .doesNotContain("u-7");
    }

    @Test
    void whoIsCalledLikeAPersonIsNotThatPerson() {
        long number = office.incident("disk full");

        said("u-8", "alice", "ack " + number);

        assertThat(office.says("alice", "list mine")).startsWith("No open incidents with you");
        assertThat(office.says("bob", "reassign " + number + " to me"))
                .contains("alice")
                .doesNotContain("Hand back to");
        office.says("alice", "reassign " + number + " to me");
        assertThat(office.says("bob", "reassign " + number + " to me")).contains("Hand back to alice");
    }

    @Test
    void whoseNameBeginsLikeAnothersHasNothingOfTheirs() {
        long number = office.incident("disk full");
        office.says("alice", "ack " + number);
        assertThat(office.says("alice", "list mine")).startsWith("1 open incident with you");

        database.transactions()
                .write(
                        Durability.SYNCED,
                        () -> database.dsl()
                                .update(INCIDENT)
                                .set(INCIDENT.OWNER, "person:alice marie")
                                .execute());

        assertThat(office.says("alice", "list mine")).startsWith("No open incidents with you");
    }

    private String said(String account, String name, String line) {
        var asker =
                new Asker(ContactKind.SANDBOX, "sandbox", account, name, ZoneId.of("Europe/Paris"), Asker.Kind.MEMBER);
        return Office.text(office.dialogue.answer(asker, Office.room(), line));
    }

    @Test
    void aMemberWhomNobodyKnowsDoesNothingElse() {
        long number = office.incident("disk full");

        for (var line : List.of(
                "resolve " + number,
                "note " + number + " hello",
                "note " + number,
                "escalate " + number,
                "page checkout \"more trouble\"",
                "page",
                "me",
                "test"))
            assertThat(office.says("hana", line)).as(line).contains("I do not know which responder you are.");
        assertThat(office.find(number)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void anOutsiderLearnsNothingAndDoesNothing() {
        long number = office.incident("disk full");
        var outsider = Office.outsider("alice");

        for (var line : List.of("", "help", "who", "list", "show " + number, "ack " + number, "page checkout x"))
            assertThat(Office.text(office.dialogue.answer(outsider, Office.room(), line)))
                    .as(line)
                    .startsWith("Guests and people of other organisations cannot use Arke.");
        var submitted =
                office.dialogue.submit(outsider, Office.room(), "note", Map.of("incidents", "" + number, "text", "x"));
        assertThat(Office.text(((Submitted.Done) submitted).reply())).startsWith("Guests");
        assertThat(office.dialogue.complete(outsider, Office.room(), "a")).isEmpty();
        assertThat(office.find(number)).isInstanceOf(Incident.Triggered.class);
    }

    @Test
    void aFormIsNoWayAroundTheRights() {
        long number = office.incident("disk full");

        var submitted = office.dialogue.submit(
                Office.asker("hana"), Office.room(), "note", Map.of("incidents", "" + number, "text", "x"));

        assertThat(submitted)
                .isInstanceOfSatisfying(
                        Submitted.Done.class,
                        done -> assertThat(done.reply())
                                .isInstanceOfSatisfying(
                                        Reply.Private.class,
                                        told -> assertThat(Office.text(told))
                                                .contains("I do not know which responder you are.")));
    }
}
