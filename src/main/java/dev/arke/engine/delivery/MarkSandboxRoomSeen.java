package dev.arke.engine.delivery;

import dev.arke.chat.SandboxMessageStore;
import dev.arke.chat.SandboxSeenStore;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;

/** Notes how far somebody has read a room of the built-in chat. */
public final class MarkSandboxRoomSeen {
    private final Transactions transactions;
    private final SandboxMessageStore messages;
    private final SandboxSeenStore seen;
    private final SandboxSignal signal;

    public MarkSandboxRoomSeen(
            Transactions transactions, SandboxMessageStore messages, SandboxSeenStore seen, SandboxSignal signal) {
        this.transactions = transactions;
        this.messages = messages;
        this.seen = seen;
        this.signal = signal;
    }

    public void mark(String reader, String room, long posted) {
        transactions.write(Durability.RELAXED, () -> {
            // Taken for its lock alone: two tabs of one person must not both insert the first row.
            messages.takeRevisions(0);
            seen.see(reader, room, posted);
            transactions.afterCommit(signal::announce);
        });
    }
}
