package dev.arke.boot;

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
import dev.arke.engine.people.Directory;
import dev.arke.engine.people.ReadDirectory;
import dev.arke.sandbox.DemoControls;
import dev.arke.sandbox.SandboxCarrier;
import dev.arke.sandbox.SandboxMessages;
import dev.arke.sandbox.SandboxRooms;
import dev.arke.sandbox.SandboxRoutes;
import dev.arke.sandbox.SandboxSettings;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The built-in chat, put together. */
final class Sandbox implements AutoCloseable {
    private final Database database;
    private final SandboxSettings settings;
    private final SandboxMessages messages;
    private final Supplier<Directory> directory;
    private @Nullable SandboxRoutes routes;

    Sandbox(Database database, Settings settings, Optional<String> demoKey) {
        var tx = database.transactions();
        var store = new SandboxMessageStore(database.dsl());
        var seen = new SandboxSeenStore(database.dsl());
        var signal = new SandboxSignal();
        var read = new ReadDirectory(EngineStores.on(database).directory());
        this.database = database;
        this.directory = () -> tx.read(read::current);
        this.settings = new SandboxSettings(
                settings.publicUrl(),
                demoKey.map(key -> new DemoControls(settings.publicUrl().resolve("/in/" + key + "/generic"))));
        this.messages = new SandboxMessages(
                new KeepSandboxMessages(tx, store, database.clock(), signal),
                new ReadSandboxMessages(tx, store),
                new ReadUnreadSandboxMessages(tx, seen),
                new MarkSandboxRoomSeen(tx, store, seen, signal),
                new KeepSandboxRooms(tx, new SandboxRoomStore(database.dsl()), database.clock(), signal),
                signal);
    }

    SandboxCarrier carrier() {
        return new SandboxCarrier(messages, directory);
    }

    SandboxRooms rooms() {
        return new SandboxRooms(messages.rooms());
    }

    SandboxRoutes routes(EngineParts engine) {
        var fresh = new SandboxRoutes(
                settings,
                directory,
                Conversation.with(engine),
                messages,
                engine.needs().ids()::next,
                database.clock());
        routes = fresh;
        return fresh;
    }

    @Override
    public void close() {
        if (routes != null) routes.close();
    }
}
