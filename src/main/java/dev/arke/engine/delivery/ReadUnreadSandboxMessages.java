package dev.arke.engine.delivery;

import dev.arke.chat.SandboxSeenStore;
import dev.arke.database.Transactions;
import java.util.HashMap;
import java.util.Map;

/** How many messages of the built-in chat people have not read. */
public final class ReadUnreadSandboxMessages {
    private final Transactions transactions;
    private final SandboxSeenStore seen;

    public ReadUnreadSandboxMessages(Transactions transactions, SandboxSeenStore seen) {
        this.transactions = transactions;
        this.seen = seen;
    }

    /** By room: what {@code reader} has not read of the channels, and each person of their own direct messages. */
    public Map<String, Integer> read(String reader) {
        return transactions.read(() -> {
            var unread = new HashMap<>(seen.unread(reader));
            unread.keySet().removeIf(room -> room.startsWith("@"));
            unread.putAll(seen.unreadDirect());
            return Map.copyOf(unread);
        });
    }
}
