package dev.arke.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.testkit.EachDatabase;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@EachDatabase
final class SandboxSeenStoreTest {
    private final Database database;

    SandboxSeenStoreTest(Database database) {
        this.database = database;
    }

    @Test
    void tabsThatReadARoomForTheFirstTimeTogetherAllCount() throws Exception {
        var seen = new SandboxSeenStore(database.dsl());
        var messages = new SandboxMessageStore(database.dsl());
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 20; i++) {
                var room = "#r" + i;
                var tabs = new ArrayList<Callable<Object>>();
                for (int tab = 0; tab < 4; tab++) {
                    long posted = tab;
                    tabs.add(() -> {
                        database.transactions().write(Durability.RELAXED, () -> {
                            messages.takeRevisions(0);
                            seen.see("alice", room, posted);
                        });
                        return 0;
                    });
                    tabs.add(() -> database.transactions().read(() -> seen.unread("alice")));
                }
                for (var done : pool.invokeAll(tabs)) done.get();
            }
        }
        assertThat(database.transactions().read(() -> seen.unread("alice"))).isEmpty();
    }
}
