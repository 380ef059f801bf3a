package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Reply;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.chat.RoomAnswer;
import dev.arke.database.Database;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code room}: asked for, shown, tried again, archived, and a place where the number is implied. */
@EachDatabase
final class RoomTest {
    private final Office office;

    RoomTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fillOffice() {
        office.fill();
    }

    @Test
    void aRoomIsOpenedOnceAndShownEverywhere() {
        long number = office.incident("disk full");
        var name = "inc-" + number + "-disk-full";

        assertThat(office.says("bob", "room " + number))
                .startsWith("I opened the room #" + name + " for #" + number + " and invited");
        assertThat(office.rooms.invited(name)).containsExactly("alice", "bob");
        assertThat(office.says("chen", "room #" + number))
                .startsWith("The room of #" + number + " is #" + name + ". It was open already.");
        assertThat(office.says("chen", "show " + number)).contains("Room: #" + name, "bob opened the room #" + name);
        assertThat(office.audited())
                .filteredOn(entry -> entry.verb().equals("room"))
                .hasSize(2);
    }

    @Test
    void inTheRoomItsIncidentIsMeant() {
        long number = office.incident("disk full");
        office.incident("queue stuck");
        office.says("bob", "room " + number);

        assertThat(inRoom("bob", "inc-" + number + "-disk-full", "ack")).contains("You have #" + number + " now");
        assertThat(inRoom("bob", "inc-" + number + "-disk-full", "who")).contains("On call for payments");
        assertThat(inRoom("bob", "inc-" + number + "-disk-full", "room archive"))
                .contains("is archived.");
        assertThat(inRoom("bob", "inc-" + number + "-disk-full", "ack")).doesNotContain("You have");
    }

    @Test
    void whatTheChatSaysIsPassedOn() {
        long number = office.incident("disk full");
        office.rooms.answer("create", new RoomAnswer.NotAllowed<>("Give me the right to make channels."));

        assertThat(office.says("bob", "room " + number))
                .startsWith("That did not work: Give me the right to make channels.");
        assertThat(office.says("bob", "room " + number + " archive")).contains("has no room");
        assertThat(office.says("bob", "room 99")).contains("There is no incident #99");
        assertThat(office.says("hana", "room " + number)).contains("I do not know which responder you are.");
        assertThat(office.says("bob", "room 1 2")).contains("I can open one room at a time");
        assertThat(office.says("bob", "room " + number)).startsWith("I opened the room");
    }

    @Test
    void theCardOffersIt() {
        long number = office.incident("disk full");
        office.says("bob", "ack " + number);
        var before = ((Reply.Private) office.reply("bob", "show " + number)).card();
        office.says("bob", "room " + number);
        office.says("bob", "resolve " + number);
        var after = ((Reply.Private) office.reply("bob", "show " + number)).card();

        assertThat(before.buttons()).anyMatch(button -> button.line().equals("room " + number));
        assertThat(after.more()).anyMatch(button -> button.line().equals("room " + number + " archive"));
    }

    private String inRoom(String who, String room, String line) {
        var place = new Place(
                new Bot("arke", "Arke", "/oncall"),
                Optional.of(new ChannelAddress(ContactKind.SANDBOX, room)),
                Optional.empty(),
                Map.of());
        return Office.text(office.dialogue.answer(Office.asker(who), place, line));
    }
}
