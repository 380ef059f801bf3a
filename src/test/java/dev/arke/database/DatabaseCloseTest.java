package dev.arke.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stop of Arke on H2, whose one writer may be in the middle of a write. */
class DatabaseCloseTest {
    @TempDir
    Path folder;

    private DatabaseSettings settings() {
        return new DatabaseSettings("jdbc:h2:file:" + folder.resolve("arke"), "arke", "");
    }

    @Test
    void aUnitUnderWayIsFinishedAndNotInterrupted() throws Exception {
        var database = Database.open(settings());
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var unit = CompletableFuture.supplyAsync(() -> database.transactions().write(Durability.SYNCED, () -> {
            begun.countDown();
            await(mayEnd);
            return database.dsl().execute("update directory_version set version = 7");
        }));
        begun.await();
        var close = Thread.ofPlatform().start(database::close);
        // It waits for the writer, which waits for this test.
        while (close.getState() != Thread.State.WAITING) Thread.onSpinWait();
        mayEnd.countDown();

        assertThat(unit.join()).isEqualTo(1);
        close.join();
        assertThatThrownBy(() -> database.transactions().write(Durability.SYNCED, () -> {}))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("stopping");
        try (var again = Database.open(settings())) {
            assertThat(again.transactions()
                            .read(() -> again.dsl()
                                    .select(DSL.field("version", Long.class))
                                    .from("directory_version")
                                    .fetchSingle()
                                    .value1()))
                    .isEqualTo(7);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("the writer was interrupted", e);
        }
    }
}
