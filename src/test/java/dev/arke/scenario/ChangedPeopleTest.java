package dev.arke.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.delivery.FailureReason;
import dev.arke.delivery.Message.Purpose;
import dev.arke.delivery.Outcome;
import dev.arke.responder.ContactKind;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who is gone, and numbers that are somebody else's by now, are paged no more, also by what was planned before. */
@EachDatabase
final class ChangedPeopleTest {
    private static final String OLD = "+33600000001";
    private static final String NEW = "+33600000009";
    private static final Outcome DOWN = new Outcome.Again(Duration.ZERO, FailureReason.SERVER, "the chat is down");

    private final World world;

    ChangedPeopleTest(TestDatabase database) {
        world = new World(database, ContactKind.SANDBOX, ContactKind.SMS, ContactKind.EMAIL);
    }

    @Test
    void whoIsTakenOutOfTheFileIsPagedAgainNoMore() {
        withAlice("sandbox: alice, rules: {urgent: [{via: chat, every: 4m}]}");
        alert("disk full");
        assertThat(pagesIn(240)).containsExactly("alice", "alice");

        withoutAlice();

        assertThat(pagesIn(3600)).isNotEmpty().containsOnly("bob");
    }

    @Test
    void ofWhomNothingArrivedBeforeTheyLeftTheStepMovesOn() {
        withAlice("sandbox: alice, phone: \"" + OLD + "\", email: alice@example.com");
        world.carrier(ContactKind.SANDBOX)
                .answer("alice", Stream.generate(() -> DOWN).limit(200).toArray(Outcome[]::new));
        alert("disk full");
        assertThat(pagesIn(5)).isNotEmpty().containsOnly("alice");

        withoutAlice();

        assertThat(pagesIn(30)).containsExactly("bob");
    }

    @Test
    void whatWaitedForANumberGoesToTheOneInItsPlace() {
        withAlice("sandbox: alice, phone: \"" + OLD + "\"");
        alert("disk full");
        assertThat(pagesIn(30)).containsExactly("alice");

        withAlice("sandbox: alice, phone: \"" + NEW + "\"");

        assertThat(pagesIn(540)).containsExactly(NEW);
    }

    @Test
    void aBundleThatWaitedForANumberGoesToTheOneInItsPlace() {
        withAlice("sandbox: alice, phone: \"" + OLD + "\"");
        for (int i = 1; i <= 6; i++) alert("disk " + i);
        assertThat(pagesIn(30)).containsOnly("alice");

        withAlice("sandbox: alice, phone: \"" + NEW + "\"");

        assertThat(pagesIn(540)).isNotEmpty().containsOnly(NEW);
    }

    @Test
    void whoHasNoNumberAnyMoreWasReachedByWhatArrived() {
        withAlice("sandbox: alice, phone: \"" + OLD + "\"");
        alert("disk full");
        assertThat(pagesIn(30)).containsExactly("alice");

        withAlice("sandbox: alice");

        assertThat(pagesIn(540)).isEmpty();
        assertThat(pagesIn(30)).containsExactly("bob");
    }

    private void withAlice(String ways) {
        world.team(Checkout.pagedBy("""
            responders:
              - {name: alice, %s}
              - {name: bob, sandbox: bob}
            teams:
              - {name: payments, time_zone: UTC, channels: {sandbox: payments}, members: [alice, bob]}
            """.formatted(ways)));
    }

    private void withoutAlice() {
        world.team(Checkout.pagedBy("""
            responders:
              - {name: bob, sandbox: bob}
            teams:
              - {name: payments, time_zone: UTC, channels: {sandbox: payments}, members: [bob]}
            """).replace("page: [alice]", "page: [bob]"));
    }

    private void alert(String what) {
        world.alert(Checkout.MONITOR, Checkout.alert(what));
        world.take(Purpose.CARD);
    }

    private List<String> pagesIn(int seconds) {
        world.advance(Duration.ofSeconds(seconds));
        world.take(Purpose.CARD);
        return world.pages();
    }
}
