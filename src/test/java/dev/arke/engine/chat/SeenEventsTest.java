package dev.arke.engine.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.chat.SeenEventStore;
import dev.arke.database.Database;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.MovableInstants;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@EachDatabase
final class SeenEventsTest {
    private final MovableInstants clock = new MovableInstants();
    private final Database database;
    private final SeenEvents events;

    SeenEventsTest(Database database) {
        this.database = database;
        this.events = fresh();
    }

    private SeenEvents fresh() {
        return new SeenEvents(database.transactions(), new SeenEventStore(database.dsl()), clock);
    }

    @Test
    void countsOnce() {
        assertThat(events.claim(ContactKind.SLACK, "Ev1")).isTrue();
        events.finish(ContactKind.SLACK, "Ev1");
        assertThat(events.claim(ContactKind.SLACK, "Ev1")).isFalse();
        assertThat(events.claim(ContactKind.TEAMS, "Ev1")).isTrue();
        assertThat(events.claim(ContactKind.SLACK, "Ev2")).isTrue();
    }

    @Test
    void isRememberedOverARestart() {
        events.claim(ContactKind.SLACK, "Ev1");
        events.finish(ContactKind.SLACK, "Ev1");
        clock.advance(Duration.ofMinutes(6));
        assertThat(fresh().claim(ContactKind.SLACK, "Ev1")).isFalse();
    }

    @Test
    void whatACrashCutShortIsFreeAgainOnceItsLeaseIsOver() {
        events.claim(ContactKind.SLACK, "Ev1");
        clock.advance(Duration.ofSeconds(29));
        assertThat(fresh().claim(ContactKind.SLACK, "Ev1")).isFalse();
        clock.advance(Duration.ofSeconds(2));
        assertThat(fresh().claim(ContactKind.SLACK, "Ev1")).isTrue();
        assertThat(fresh().claim(ContactKind.SLACK, "Ev1")).isFalse();
    }

    @Test
    void whatWasReleasedCountsWhenItComesAgain() {
        events.claim(ContactKind.SLACK, "view:V1");
        events.release(ContactKind.SLACK, "view:V1");
        assertThat(events.claim(ContactKind.SLACK, "view:V1")).isTrue();
    }

    @Test
    void isForgottenAfterADay() {
        events.claim(ContactKind.SLACK, "Ev1");
        events.finish(ContactKind.SLACK, "Ev1");
        clock.advance(Duration.ofHours(23));
        events.prune();
        assertThat(events.claim(ContactKind.SLACK, "Ev1")).isFalse();
        clock.advance(Duration.ofHours(2));
        events.prune();
        assertThat(events.claim(ContactKind.SLACK, "Ev1")).isTrue();
    }

    @Test
    void ofManyAtOnceOneHasIt() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var claims = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(i -> () -> events.claim(ContactKind.SLACK, "Ev1"))
                    .toList();
            int had = 0;
            for (var claim : threads.invokeAll(claims)) if (claim.get()) had++;
            assertThat(had).isEqualTo(1);
        }
    }

    @Test
    void idsOfAnyLengthAreTakenAndToldApart() {
        var long1 = "x".repeat(400) + "1";
        assertThat(events.claim(ContactKind.SLACK, long1)).isTrue();
        assertThat(events.claim(ContactKind.SLACK, long1)).isFalse();
        assertThat(events.claim(ContactKind.SLACK, "x".repeat(400) + "2")).isTrue();
    }
}
