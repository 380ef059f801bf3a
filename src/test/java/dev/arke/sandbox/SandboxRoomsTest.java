package dev.arke.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.Card;
import dev.arke.chat.SandboxMessage;
import dev.arke.database.Database;
import dev.arke.engine.delivery.KeepSandboxMessages.Draft;
import dev.arke.engine.delivery.ReadSandboxMessages;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept, read, changed and unread in the rooms of the built-in chat. */
@EachDatabase
final class SandboxRoomsTest {
    private final SandboxMessages chat;

    SandboxRoomsTest(Database database) {
        chat = Chat.on(database, new MovableInstants());
    }

    @Test
    void aRoomShowsItsLastMessagesAndThoseBeforeOnRequest() {
        chat.keep()
                .keep(IntStream.range(0, 70)
                        .mapToObj(i -> draft("#payments", "line " + i))
                        .toList());

        var last = chat.read().room("#payments", ReadSandboxMessages.LATEST);
        var before = chat.read().room("#payments", last.messages().getFirst().posted());

        assertThat(words(last.messages())).hasSize(60).startsWith("line 10").endsWith("line 69");
        assertThat(last.earlier()).isTrue();
        assertThat(words(before.messages())).hasSize(10).startsWith("line 0").endsWith("line 9");
        assertThat(before.earlier()).isFalse();
    }

    @Test
    void changesAfterARevisionAreWhatWasPostedOrEditedSince() {
        var first = draft("#payments", "first");
        chat.keep().keep(List.of(first, draft("#payments", "second")));
        long seen = chat.read().revision();

        chat.keep().keep(List.of(draft("#platform", "elsewhere")));
        chat.keep().keep(List.of(saying(first, "first, edited"), draft("#payments", "third")));
        var changes = chat.read().changes("#payments", seen);

        assertThat(words(changes.messages())).containsExactly("first, edited", "third");
        assertThat(chat.read().changes("#payments", changes.revision()).messages())
                .isEmpty();
    }

    @Test
    void aNewReplyBringsItsRootWithTheCount() {
        var root = draft("#payments", "root");
        chat.keep().keep(List.of(root));
        long seen = chat.read().revision();

        chat.keep().keep(List.of(reply(root, "one"), reply(root, "two")));
        var changes = chat.read().changes("#payments", seen);

        assertThat(words(changes.messages())).containsExactly("one", "two", "root");
        assertThat(changes.replies())
                .hasEntrySatisfying(
                        root.id(), replies -> assertThat(replies.count()).isEqualTo(2));
    }

    @Test
    void manyChangesComeInPortions() {
        chat.keep()
                .keep(IntStream.range(0, 450)
                        .mapToObj(i -> draft("#payments", "line " + i))
                        .toList());

        var first = chat.read().changes("#payments", 0);
        var second = chat.read().changes("#payments", first.revision());
        var third = chat.read().changes("#payments", second.revision());

        assertThat(List.of(first.more(), second.more(), third.more())).containsExactly(true, true, false);
        assertThat(first.messages().size()
                        + second.messages().size()
                        + third.messages().size())
                .isEqualTo(450);
    }

    @Test
    void aFollowerMissesNothingWhileManyPost() throws Exception {
        var drafts = IntStream.range(0, 200)
                .mapToObj(i -> draft("#payments", "line " + i))
                .toList();
        var followed = new LinkedHashSet<UUID>();
        long seen = 0;

        try (var writers = Executors.newFixedThreadPool(4)) {
            var posts = drafts.stream()
                    .map(draft -> writers.submit(() -> chat.keep().keep(List.of(draft))))
                    .toList();
            while (followed.size() < drafts.size()) {
                boolean allPosted = posts.stream().allMatch(Future::isDone);
                var changes = chat.read().changes("#payments", seen);
                seen = changes.revision();
                changes.messages().forEach(message -> followed.add(message.id()));
                if (allPosted && !changes.more()) break;
            }
            for (var post : posts) post.get();
        }

        assertThat(followed).hasSize(drafts.size());
    }

    @Test
    void oneMessageSentByManyAtOnceIsOneMessage() throws Exception {
        var draft = draft("@alice", "You are paged.");

        try (var senders = Executors.newFixedThreadPool(4)) {
            var sends = IntStream.range(0, 20)
                    .mapToObj(i -> senders.submit(() -> chat.keep().keep(List.of(draft))))
                    .toList();
            for (var send : sends) send.get();
        }

        assertThat(chat.read().room("@alice", ReadSandboxMessages.LATEST).messages())
                .hasSize(1);
    }

    @Test
    void unreadIsWhatOthersPostedSinceOneLooked() {
        chat.keep().keep(List.of(draft("#payments", "old")));
        chat.seen().mark("alice", "#payments", chat.read().revision());
        chat.keep()
                .keep(List.of(
                        draft("#payments", "new"),
                        new Draft(
                                UUID.randomUUID(),
                                "#payments",
                                Optional.empty(),
                                Optional.of("alice"),
                                Card.line("who")),
                        draft("@alice", "You are paged."),
                        draft("@bob", "You are paged."),
                        draft("@bob", "You are paged again.")));

        assertThat(chat.unread().read("alice"))
                .containsOnly(Map.entry("#payments", 1), Map.entry("@alice", 1), Map.entry("@bob", 2));
        assertThat(chat.unread().read("bob")).containsEntry("#payments", 3);
    }

    @Test
    void repliesAndEditsAreNotUnread() {
        var root = draft("#payments", "root");
        chat.keep().keep(List.of(root));
        chat.seen().mark("alice", "#payments", chat.read().revision());

        chat.keep().keep(List.of(reply(root, "line"), saying(root, "edited")));

        assertThat(chat.unread().read("alice")).isEmpty();
    }

    @Test
    void lookingAtOldMessagesMakesNothingUnread() {
        chat.keep().keep(List.of(draft("#payments", "one"), draft("#payments", "two")));
        chat.seen().mark("alice", "#payments", 2);

        chat.seen().mark("alice", "#payments", 1);

        assertThat(chat.unread().read("alice")).isEmpty();
    }

    private static Draft draft(String room, String words) {
        return new Draft(UUID.randomUUID(), room, Optional.empty(), Optional.empty(), Card.line(words));
    }

    private static Draft reply(Draft root, String words) {
        return new Draft(UUID.randomUUID(), root.room(), Optional.of(root.id()), Optional.empty(), Card.line(words));
    }

    private static Draft saying(Draft draft, String words) {
        return new Draft(draft.id(), draft.room(), draft.threadOf(), draft.author(), Card.line(words));
    }

    private static List<String> words(List<SandboxMessage> messages) {
        return messages.stream().map(message -> message.card().summary()).toList();
    }
}
