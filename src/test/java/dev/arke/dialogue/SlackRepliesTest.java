package dev.arke.dialogue;

import dev.arke.card.Reply;
import dev.arke.chat.Verb;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.slack.Gallery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every answer and form of the dialogue fits Slack, and is kept for the gallery. */
@EachDatabase
final class SlackRepliesTest {
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

    private void keep(String line) {
        var name = line.isEmpty() ? "overview" : line.replace(' ', '-');
        switch (office.reply("alice", line)) {
            case Reply.Private told -> Gallery.keep("reply-" + name, told.card(), Optional.of(line));
            case Reply.Public told -> Gallery.keep("reply-" + name, told.card(), Optional.empty());
            case Reply.Open open -> Gallery.keep(name, open.form());
            case Reply.Silent ignored -> {}
        }
    }
}
