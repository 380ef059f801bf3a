package dev.arke.delivery;

import static dev.arke.delivery.Rows.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@EachDatabase
final class InstallationStoreTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Database database;
    private final InstallationStore store;

    InstallationStoreTest(Database database) {
        this.database = database;
        this.store = new InstallationStore(database.dsl());
    }

    @Test
    void givesBackWhatWasSavedTheOldestFirst() {
        var late = installation("T2", NOW.plusSeconds(1), Optional.empty());
        var early = installation("T1", NOW, Optional.of(NOW.plusSeconds(9)));
        save(late, early);

        assertThat(load()).containsExactly(early, late);
        assertThat(read(() -> store.load(ContactKind.TEAMS))).isEmpty();
    }

    @Test
    void installingAgainReplaces() {
        save(installation("T1", NOW, Optional.of(NOW)));
        var again = installation("T1", NOW.plusSeconds(60), Optional.empty());
        save(again);

        assertThat(load()).containsExactly(again);
    }

    @Test
    void oneThatEndedIsGoneItsTokensTooUntilItIsInstalledAgain() {
        save(installation("T1", NOW, Optional.of(NOW)));

        assertThat(write(() -> store.end(ContactKind.SLACK, "T1", NOW))).isTrue();
        assertThat(write(() -> store.end(ContactKind.SLACK, "T1", NOW))).isFalse();
        assertThat(load()).isEmpty();
        assertThat(claim(NOW)).isEmpty();
        assertThat(read(() -> database.dsl().fetchValue("select sealed from installation")))
                .isEqualTo("");

        save(installation("T1", NOW, Optional.empty()));
        assertThat(load()).hasSize(1);
    }

    @Test
    void tokensAreRenewedByOneNodeOnceTheyAreDue() {
        var due = installation("T1", NOW, Optional.of(NOW));
        save(due, installation("T2", NOW, Optional.of(NOW.plusSeconds(1))), installation("T3", NOW, Optional.empty()));

        assertThat(claim(NOW)).containsExactly(due);
        assertThat(claim(NOW)).isEmpty();
        assertThat(claim(NOW.plus(LEASE))).hasSize(2);

        save(installation("T1", NOW, Optional.of(NOW)));
        assertThat(claim(NOW)).containsExactly(due);
    }

    private static Installation installation(String tenant, Instant installedAt, Optional<Instant> refreshesAt) {
        return new Installation(
                ContactKind.SLACK,
                tenant,
                "Team " + tenant,
                "B1",
                "sealed",
                refreshesAt,
                installedAt,
                Optional.empty());
    }

    private void save(Installation... installations) {
        write(() -> {
            List.of(installations).forEach(store::save);
            return true;
        });
    }

    private List<Installation> load() {
        return read(() -> store.load(ContactKind.SLACK));
    }

    private List<Installation> claim(Instant now) {
        return write(() -> store.claimRefreshes(ContactKind.SLACK, now.plus(LEASE), now));
    }

    private <R> R read(Supplier<R> work) {
        return database.transactions().read(work);
    }

    private <R> R write(Supplier<R> work) {
        return database.transactions().write(Durability.SYNCED, work);
    }
}
