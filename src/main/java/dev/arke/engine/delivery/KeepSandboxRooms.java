package dev.arke.engine.delivery;

import dev.arke.chat.SandboxRoom;
import dev.arke.chat.SandboxRoomStore;
import dev.arke.database.Durability;
import dev.arke.database.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the built-in chat knows of its channels. */
public final class KeepSandboxRooms {
    private final Transactions transactions;
    private final SandboxRoomStore rooms;
    private final InstantSource clock;
    private final SandboxSignal signal;

    public KeepSandboxRooms(
            Transactions transactions, SandboxRoomStore rooms, InstantSource clock, SandboxSignal signal) {
        this.transactions = transactions;
        this.rooms = rooms;
        this.clock = clock;
        this.signal = signal;
    }

    /** Those that Arke made and did not archive, by name. */
    public List<String> made() {
        return transactions.read(() -> rooms.load().stream()
                .filter(room -> room.made() && !room.archived())
                .map(SandboxRoom::name)
                .toList());
    }

    public SandboxRoom find(String name) {
        return transactions.read(() -> rooms.find(name)).orElseGet(() -> SandboxRoom.plain(name));
    }

    /** Writes what {@code change} makes of a channel, and answers it. */
    public SandboxRoom change(String name, UnaryOperator<SandboxRoom> change) {
        return transactions.write(Durability.SYNCED, () -> {
            var before = rooms.find(name).orElseGet(() -> SandboxRoom.plain(name));
            var after = change.apply(before);
            if (!after.equals(before)) rooms.save(after, clock.instant());
            transactions.afterCommit(signal::announce);
            return after;
        });
    }
}
