package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static dev.arke.scenario.TeamsOffice.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.FakeTeams;
import dev.arke.testkit.teams.Planned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Teams takes so much in a time, and sometimes nothing for a while: what it did not take comes later, once. */
@EachDatabase
final class TeamsLimitsTest extends InTeams {
    private static final Duration STEP = Duration.ofMillis(250);

    TeamsLimitsTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void install() {
        office.install();
    }

    @Test
    void whatTeamsDoesNotGetToIsTriedAgainAfterLongerAndLongerAndArrivesOnce() {
        for (int status : List.of(412, 502, 504)) {
            int before = pagesTo(ALICE);
            refuse(ALICE, Planned.status(status));
            office.ask(BOB, "page checkout \"trouble " + status + "\"");
            var tried = tries(ALICE, Duration.ofSeconds(40));

            assertThat(tried).as("HTTP " + status).hasSizeBetween(4, 7);
            for (int i = 2; i < tried.size() - 1; i++)
                assertThat(between(tried, i)).as("pause %d of %s", i, tried).isGreaterThan(between(tried, i - 1));
            assertThat(pagesTo(ALICE)).isEqualTo(before);
            assertThat(office.teams.roots(ROOM).getLast().words())
                    .as("the channel is not held up")
                    .contains("trouble " + status);

            office.teams.working();
            pass(Duration.ofSeconds(70));
            assertThat(pagesTo(ALICE)).as("HTTP " + status).isEqualTo(before + 1);
        }
    }

    @Test
    void whoIsToldToWaitIsNotAskedBeforeAndReadsItOnce() {
        refuse(ALICE, Planned.limited(20));
        office.ask(BOB, "page checkout \"all red\"");
        office.work();
        office.teams.working();
        int before = writesTo(ALICE);
        pass(Duration.ofSeconds(19));
        assertThat(writesTo(ALICE)).isEqualTo(before);
        assertThat(office.teams.roots(ROOM)).as("others are not held up").hasSize(1);

        pass(Duration.ofSeconds(10));
        assertThat(pagesTo(ALICE)).isEqualTo(1);
    }

    @Test
    void aCardThatCouldNotBeChangedIsTrueInTheEnd() {
        var root = office.incident();
        office.teams.whenever(call -> call.startsWith("PUT"), Planned.status(502));
        office.click(BOB, root, "Acknowledge");
        pass(Duration.ofSeconds(20));
        assertThat(office.teams.roots(ROOM).getLast().edits()).isZero();

        office.teams.working();
        pass(Duration.ofMinutes(2));
        assertThat(office.teams.roots(ROOM))
                .singleElement()
                .satisfies(now -> assertThat(now.words()).contains("bob", "has had it since"));
        assertThat(pagesTo(ALICE)).isEqualTo(1);
    }

    @Test
    void oneChannelAndOnePersonAreNeverSentMoreThanTeamsTakes() {
        for (int i = 0; i < 20; i++) {
            office.ask(i % 2 == 0 ? BOB : ALICE, "page checkout \"trouble " + i + "\"");
            pass(Duration.ofSeconds(1));
        }
        pass(Duration.ofMinutes(1));

        assertThat(office.open()).hasSize(20);
        assertThat(pagesTo(ALICE)).isPositive();
        assertThat(office.teams.strange()).isEmpty();
    }

    @Test
    void whileTeamsDoesNotSayWhoSomebodyIsItIsAskedOnceAndTheyAreAnsweredAtOnce() {
        office.teams.whenever(call -> call.contains("/members/" + ALICE), Planned.limited(5));

        for (int i = 0; i < 3; i++)
            assertThat(office.ask(ALICE, "list").words()).contains("No open incidents");
        assertThat(lookups()).isOne();

        office.teams.working();
        office.advance(Duration.ofSeconds(11));
        office.ask(ALICE, "list");
        office.ask(ALICE, "list");
        assertThat(lookups()).isEqualTo(2);
    }

    private long lookups() {
        return office.teams.calls().stream()
                .filter(call -> call.contains("/members/" + ALICE))
                .count();
    }

    private void refuse(String user, Planned answer) {
        var path = "/v3/conversations/" + FakeTeams.direct(user) + "/activities";
        office.teams.whenever(call -> call.equals("POST " + path), answer);
    }

    private void pass(Duration time) {
        var end = office.clock.instant().plus(time);
        office.work();
        while (office.clock.instant().isBefore(end)) office.advance(STEP);
    }

    /** When somebody's chat was written to, or would have been. */
    private List<Instant> tries(String user, Duration time) {
        var tried = new ArrayList<Instant>();
        int before = writesTo(user);
        var end = office.clock.instant().plus(time);
        for (office.work(); office.clock.instant().isBefore(end); office.advance(STEP))
            for (int known = tried.size(), all = writesTo(user) - before; known < all; known++)
                tried.add(office.clock.instant());
        return tried;
    }

    private static Duration between(List<Instant> tried, int index) {
        return Duration.between(tried.get(index - 1), tried.get(index));
    }

    private int writesTo(String user) {
        var path = "POST /v3/conversations/" + FakeTeams.direct(user) + "/activities";
        return (int) office.teams.calls().stream().filter(path::equals).count();
    }

    private int pagesTo(String user) {
        return (int) office.teams.to(user).stream()
                .filter(post -> post.activity().path("channelData").has("notification"))
                .count();
    }
}
