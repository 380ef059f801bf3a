package dev.arke.scenario;

import static dev.arke.scenario.TeamsOffice.ALICE;
import static dev.arke.scenario.TeamsOffice.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.TestDatabase;
import dev.arke.testkit.teams.Planned;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the calendar tells by itself, in Teams: reminders to each alone, handoffs also in a channel. */
@EachDatabase
final class TeamsCalendarTest extends InTeams {
    private static final String STATUS = "19:status@thread.tacv2";

    TeamsCalendarTest(TestDatabase database) {
        super(database);
    }

    /** Bob has the day after tomorrow, from nine in Paris, and alice the day after that: in 47 and in 71 hours. */
    @BeforeEach
    void open() {
        office.teams.channel(STATUS);
        office.install();
        office.sends.send(office.sends.inChannel(BOB, STATUS + ";messageid=7", "link payments"));
        SlackOffice.await(() -> office.directory().channels().links().stream().findFirst());
        office.ask(BOB, "shifts add @bob primary from 2026-01-14T09:00 to 2026-01-15T09:00");
        office.ask(BOB, "shifts add @alice primary from 2026-01-15T09:00 to 2026-01-16T09:00");
        office.workByTheClock();
    }

    @Test
    void whoIsOnCallNextIsRemindedOnceInTheirChatAlsoWhenTeamsWasDownAtThatTime() {
        int before = office.teams.to(ALICE).size();
        pass(Duration.ofHours(46));
        assertThat(office.teams.to(ALICE)).hasSize(before);
        office.teams.always(Planned.status(502));
        pass(Duration.ofHours(2));
        office.teams.working();
        pass(Duration.ofHours(2));

        assertThat(since(ALICE, before))
                .filteredOn(words -> words.contains("Your next shift"))
                .singleElement()
                .asString()
                .contains("primary for payments");
    }

    @Test
    void aHandoffIsToldToBothAndInTheLinkedChannelOnce() {
        int toAlice = office.teams.to(ALICE).size();
        int toBob = office.teams.to(BOB).size();
        pass(Duration.ofHours(71).minusSeconds(30));
        assertThat(channel()).noneMatch(words -> words.contains("alice is on call now"));
        pass(Duration.ofMinutes(5));

        for (var told : List.of(since(ALICE, toAlice), since(BOB, toBob), channel()))
            assertThat(told)
                    .filteredOn(words -> words.contains("alice is on call now"))
                    .as(told.toString())
                    .hasSize(1);
    }

    private List<String> since(String user, int before) {
        return office.teams.to(user).stream()
                .skip(before)
                .map(post -> post.words().replace("\n", ""))
                .toList();
    }

    private List<String> channel() {
        return office.teams.roots(STATUS).stream()
                .map(post -> post.words().replace("\n", ""))
                .toList();
    }

    private void pass(Duration time) {
        var end = office.clock.instant().plus(time);
        while (office.clock.instant().isBefore(end)) {
            var hour = office.clock.instant().plus(Duration.ofHours(1));
            office.clock.set(hour.isAfter(end) ? end : hour);
            office.workByTheClock();
        }
        for (int i = 0; i < 10; i++) {
            office.clock.advance(Duration.ofSeconds(1));
            office.workByTheClock();
        }
    }
}
