package dev.arke.dialogue;

import dev.arke.card.Reply;
import dev.arke.chat.ChatContext.Bot;
import dev.arke.chat.HandoffCard;
import dev.arke.chat.NoticePhrases;
import dev.arke.chat.Verb;
import dev.arke.database.Database;
import dev.arke.responder.ChannelAddress;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.slack.Gallery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every answer and form of the dialogue fits Slack, and is kept for the gallery. */
@EachDatabase
final class SlackRepliesTest {
    private static final Place STATUS = new Place(
            new Bot("arke", "Arke", "/oncall"),
            Optional.of(new ChannelAddress(ContactKind.SANDBOX, "status")),
            Optional.empty(),
            Map.of());

    private final Office office;

    SlackRepliesTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fillOffice() {
        office.fill();
    }

    @Test
    void answersAndForms() {
        office.incident("p99 latency of POST /checkout above 2 s");
        office.incident("disk of db-3 is full");
        office.says("bob", "ack 2");
        for (var who : List.of("alice", "bob", "chen", "nobody"))
            Gallery.keepHome(who, office.dialogue.home(Office.asker(who), Office.directMessages()));
        for (var line : List.of(
                "",
                "who",
                "who web",
                "who bob",
                "next",
                "list",
                "list mine",
                "show 1",
                "show 2",
                "me",
                "simulate checkout",
                "help",
                "help ack",
                "ack",
                "ack 1",
                "resolv 1",
                "ack 99",
                "note 1 rolling back",
                "page",
                "snooze 1",
                "note 1",
                "reassign 1",
                "add 1",
                "merge 1",
                "priority 1",
                "link",
                "link payments min high",
                "unlink payments",
                "room 1",
                "shifts",
                "rotation",
                "rotation why",
                "ask 1",
                "ask 1 bob which shard?",
                "ask 1 chen which shard?",
                "answer 1",
                "escalate 1",
                "snooze 1 2h waiting for the vendor",
                "priority 1 low",
                "vacation",
                "vacation fri",
                "swap",
                "cover anybody for me",
                "swap fri with bob",
                "shifts add",
                "shifts edit",
                "shifts delete",
                "roster change",
                "rotation add weekly",
                "test",
                "connect bob",
                "disconnect",
                "link payments loudly",
                "what is all this",
                "override",
                "cover",
                "cover bob for alice 2h",
                "undo",
                "take 2h",
                "connect",
                "resolve 1 2 rolled back",
                "reopen 1",
                "unack 1")) keep(line);
        for (var verb : Verb.values()) keep("help " + verb.word());
    }

    @Test
    void answersAndFormsOfChannels() {
        var number = office.incident("p99 latency of POST /checkout above 2 s");
        keep("joined-a-linked-channel", Optional.empty(), office.dialogue.joined(Office.asker("alice"), Office.room()));
        keep("joined", Optional.empty(), office.dialogue.joined(Office.asker("alice"), STATUS));
        keep("joined-by-others", Optional.empty(), office.dialogue.joined(Office.asker("bob"), STATUS));
        for (var line : List.of(
                "link new",
                "link checkout min high flat topic group @oncall-payments",
                "link payments no handoffs",
                "link",
                "link checkout options",
                "unlink",
                "unlink checkout",
                "link nobody-knows",
                "link payments loudly")) keepInChannel(line);
        for (var line : List.of("room " + number, "show " + number, "resolve " + number, "room " + number + " archive"))
            keepInChannel(line);
        var shift = new HandoffCard.Change(
                "payments",
                "primary",
                List.of(new HandoffCard.Person(office.bob.id(), "bob", Optional.empty())),
                List.of(new HandoffCard.Person(
                        office.alice.id(), "alice", Optional.of(Instant.parse("2026-01-15T09:00:00Z")))));
        Gallery.keep(
                "handoff",
                HandoffCard.of(List.of(shift), List.of(office.find(number)), NoticePhrases.ENGLISH),
                Optional.empty());
        var nobody = new HandoffCard.Change("payments", "secondary", shift.leave(), List.of());
        Gallery.keep(
                "handoff-to-nobody",
                HandoffCard.of(List.of(shift, nobody), List.of(), NoticePhrases.ENGLISH),
                Optional.empty());
    }

    private void keepInChannel(String line) {
        keep(
                "in-channel-" + line.replaceAll("[^a-z0-9]+", "-"),
                shared(line),
                office.dialogue.answer(Office.asker("alice"), STATUS, line));
    }

    private void keep(String line) {
        var name = line.isEmpty() ? "overview" : line.replaceAll("[^a-z0-9]+", "-");
        keep(name, shared(line), office.reply("alice", line));
    }

    /** As in Slack: what changes something, and what is not understood, is nothing to share. */
    private Optional<String> shared(String line) {
        var expected = office.dialogue.expect(ContactKind.SANDBOX, STATUS, line);
        return expected == Expected.LOOKS ? Optional.of(line) : Optional.empty();
    }

    private static void keep(String name, Optional<String> line, Reply reply) {
        switch (reply) {
            case Reply.Private told -> Gallery.keep("reply-" + name, told.card(), line);
            case Reply.Public told -> Gallery.keep("reply-" + name, told.card(), Optional.empty());
            case Reply.Open open -> Gallery.keep(name, open.form());
            case Reply.Silent ignored -> {}
        }
    }
}
