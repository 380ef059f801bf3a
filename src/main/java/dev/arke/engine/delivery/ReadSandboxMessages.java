package dev.arke.engine.delivery;

import dev.arke.chat.SandboxMessage;
import dev.arke.chat.SandboxMessageStore;
import dev.arke.chat.SandboxReplies;
import dev.arke.database.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the rooms of the built-in chat show. */
public final class ReadSandboxMessages {
    /** For {@link #room}: from the end. */
    public static final long LATEST = Long.MAX_VALUE;

    private static final int PAGE = 60;
    private static final int LONGEST_THREAD = 300;
    private static final int CHANGES_AT_ONCE = 200;

    /** A stretch of a room, the oldest first, as it stands at a revision. {@code earlier}: there is more before it. */
    public record Room(
            List<SandboxMessage> messages, Map<UUID, SandboxReplies> replies, boolean earlier, long revision) {}

    /** A message with the replies to it. */
    public record Conversation(SandboxMessage root, List<SandboxMessage> replies) {}

    /**
     * What changed in a room: messages and replies, and the roots of those replies; up to a revision. {@code more}:
     * there are changes after it.
     */
    public record Changes(
            List<SandboxMessage> messages, Map<UUID, SandboxReplies> replies, boolean more, long revision) {}

    private final Transactions transactions;
    private final SandboxMessageStore messages;

    public ReadSandboxMessages(Transactions transactions, SandboxMessageStore messages) {
        this.transactions = transactions;
        this.messages = messages;
    }

    /** The number of the last change. */
    public long revision() {
        return transactions.read(messages::revision);
    }

    /** The last messages of a room that were posted before a change. */
    public Room room(String room, long before) {
        return transactions.read(() -> {
            long revision = messages.revision();
            var found = messages.before(room, before, PAGE + 1);
            var page = found.subList(Math.max(0, found.size() - PAGE), found.size());
            return new Room(page, replies(page), found.size() > PAGE, revision);
        });
    }

    /** The conversation of a message, which may be any reply of it; empty when there is no such message. */
    public Optional<Conversation> conversation(UUID message) {
        return transactions.read(() -> messages.find(List.of(message)).stream()
                .flatMap(found -> messages.find(List.of(found.root())).stream())
                .map(root -> new Conversation(root, messages.replies(root.id(), LONGEST_THREAD)))
                .findFirst());
    }

    /** What was posted or edited in a room after a change. */
    public Changes changes(String room, long since) {
        return transactions.read(() -> {
            long revision = messages.revision();
            if (revision == since) return new Changes(List.of(), Map.of(), false, revision);
            var changed = new ArrayList<>(messages.changedAfter(room, since, CHANGES_AT_ONCE));
            boolean more = changed.size() == CHANGES_AT_ONCE;
            long upTo = more ? changed.getLast().revision() : revision;
            changed.addAll(rootsOfReplies(changed));
            return new Changes(changed, replies(changed), more, upTo);
        });
    }

    private List<SandboxMessage> rootsOfReplies(List<SandboxMessage> changed) {
        var present = changed.stream().map(SandboxMessage::id).toList();
        return messages.find(changed.stream()
                .flatMap(message -> message.threadOf().stream())
                .filter(root -> !present.contains(root))
                .distinct()
                .toList());
    }

    private Map<UUID, SandboxReplies> replies(List<SandboxMessage> roots) {
        return messages.repliesTo(roots.stream().map(SandboxMessage::id).toList());
    }
}
