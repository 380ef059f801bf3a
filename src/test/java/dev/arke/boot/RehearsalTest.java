package dev.arke.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.database.DatabaseSettings;
import dev.arke.delivery.BacklogStore;
import dev.arke.engine.health.CheckQuiet;
import dev.arke.incident.OpenIncidentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class RehearsalTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void everyAlertPagesAndItEndsWhenItMayNotGoOn() {
        var asked = new AtomicInteger();

        int paged = Rehearsal.play(() -> asked.incrementAndGet() <= 3);

        assertThat(paged).isEqualTo(150);
        assertThat(asked).hasValue(4);
    }

    @Test
    void theCommandPlaysItOnAServerOfItsOwnAndLeavesNothing() throws IOException {
        var before = leftovers();

        assertThat(new CommandLine(new RehearseCommand()).execute()).isZero();

        assertThat(leftovers()).isEqualTo(before);
    }

    private static List<Path> leftovers() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("arke-rehearsal"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void itBeginsWhenNothingIsDueAndPausesWhileSomethingIs() throws InterruptedException {
        var events = new ArrayList<String>();
        Deque<Boolean> quiet = new ArrayDeque<>(List.of(false, true, true, false, true));
        var ended = new CountDownLatch(1);
        try (var rehearsal = new RehearseWhenQuiet(
                () -> {
                    boolean isQuiet = quiet.pop();
                    events.add(isQuiet ? "quiet" : "busy");
                    return isQuiet;
                },
                Duration.ZERO,
                goOn -> {
                    for (int part = 1; part <= 2 && goOn.getAsBoolean(); part++) events.add("part " + part);
                    ended.countDown();
                    return 100;
                })) {
            rehearsal.start();

            assertThat(ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        assertThat(events).containsExactly("busy", "quiet", "quiet", "part 1", "busy", "quiet", "part 2");
    }

    @Test
    void itGoesNoFurtherOnceTheServerStops() throws InterruptedException {
        var mayGoOn = new SynchronousQueue<BooleanSupplier>();
        var rehearsal = new RehearseWhenQuiet(() -> true, Duration.ZERO, goOn -> {
            hand(goOn, mayGoOn);
            return 0;
        });
        rehearsal.start();
        var goOn = mayGoOn.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(goOn).isNotNull();
        assertThat(goOn.getAsBoolean()).isTrue();

        rehearsal.close();

        assertThat(goOn.getAsBoolean()).isFalse();
    }

    private static void hand(BooleanSupplier goOn, SynchronousQueue<BooleanSupplier> to) {
        try {
            to.put(goOn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aServerThatStopsWithinItsFirstHalfMinuteRehearsesNothing() throws InterruptedException {
        var looked = new AtomicInteger();
        var rehearsal = new RehearseWhenQuiet(() -> looked.incrementAndGet() > 0, Duration.ofDays(1), goOn -> 0);
        rehearsal.start();
        rehearsal.close();

        assertThat(rehearsal.endsWithin(PATIENCE)).isTrue();
        assertThat(looked).hasValue(0);
    }

    @Test
    void aServerWithoutItsDatabaseIsNotQuiet() {
        var database = Database.open(new DatabaseSettings("jdbc:h2:mem:gone", "arke", ""));
        var quiet = new CheckQuiet(
                database.transactions(),
                new BacklogStore(database.dsl()),
                new OpenIncidentStore(database.dsl()),
                database.clock());
        assertThat(quiet.isQuiet()).isTrue();

        database.close();

        assertThat(quiet.isQuiet()).isFalse();
    }
}
