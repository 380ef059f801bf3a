package dev.arke.sandbox;

import dev.arke.chat.SandboxMessageStore;
import dev.arke.chat.SandboxRoomStore;
import dev.arke.chat.SandboxSeenStore;
import dev.arke.database.Database;
import dev.arke.engine.delivery.KeepSandboxMessages;
import dev.arke.engine.delivery.KeepSandboxRooms;
import dev.arke.engine.delivery.MarkSandboxRoomSeen;
import dev.arke.engine.delivery.ReadSandboxMessages;
import dev.arke.engine.delivery.ReadUnreadSandboxMessages;
import dev.arke.engine.delivery.SandboxSignal;
import java.time.InstantSource;

/** The chat's use cases on a test's database. */
final class Chat {
    private Chat() {}

    static SandboxMessages on(Database database, InstantSource clock) {
        var transactions = database.transactions();
        var messages = new SandboxMessageStore(database.dsl());
        var seen = new SandboxSeenStore(database.dsl());
        var signal = new SandboxSignal();
        return new SandboxMessages(
                new KeepSandboxMessages(transactions, messages, clock, signal),
                new ReadSandboxMessages(transactions, messages),
                new ReadUnreadSandboxMessages(transactions, seen),
                new MarkSandboxRoomSeen(transactions, messages, seen, signal),
                new KeepSandboxRooms(transactions, new SandboxRoomStore(database.dsl()), clock, signal),
                signal);
    }
}
