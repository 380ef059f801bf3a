package dev.arke.engine.delivery;

import dev.arke.card.Card;
import dev.arke.chat.SandboxMessage;
import dev.arke.chat.SandboxMessageStore;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Posts messages of the built-in chat, or edits those that are there already: a message sent again after a crash is
 * still one message.
 */
public final class KeepSandboxMessages {
    /** A message as it should stand; where its id is known already, only its card is changed. */
    public record Draft(UUID id, String room, Optional<UUID> threadOf, Optional<String> author, Card card) {}

    private final Transactions transactions;
    private final SandboxMessageStore messages;
    private final InstantSource clock;
    private final SandboxSignal signal;

    public KeepSandboxMessages(
            Transactions transactions, SandboxMessageStore messages, InstantSource clock, SandboxSignal signal) {
        this.transactions = transactions;
        this.messages = messages;
        this.clock = clock;
        this.signal = signal;
    }

    /** Keeps drafts of different ids. */
    public void keep(Collection<Draft> drafts) {
        if (drafts.isEmpty()) return;
        transactions.write(Durability.RELAXED, () -> keepInUnit(drafts));
    }

    private void keepInUnit(Collection<Draft> drafts) {
        // First the numbers: their lock also keeps another node from posting one of these between find and insert.
        long revision = messages.takeRevisions(drafts.size()) - drafts.size();
        var known = known(drafts);
        var now = clock.instant();
        var posts = new ArrayList<SandboxMessage>();
        var edits = new ArrayList<SandboxMessage>();
        for (var draft : drafts) {
            revision++;
            var there = known.get(draft.id());
            if (there == null)
                posts.add(new SandboxMessage(
                        draft.id(),
                        draft.room(),
                        draft.threadOf(),
                        draft.author(),
                        draft.card(),
                        now,
                        Optional.empty(),
                        revision,
                        revision));
            else if (!there.card().equals(draft.card())) edits.add(there.edited(draft.card(), now, revision));
        }
        messages.insert(posts);
        messages.update(edits);
        transactions.afterCommit(signal::announce);
    }

    private Map<UUID, SandboxMessage> known(Collection<Draft> drafts) {
        List<UUID> ids = drafts.stream().map(Draft::id).toList();
        return messages.find(ids).stream().collect(Collectors.toMap(SandboxMessage::id, Function.identity()));
    }
}
