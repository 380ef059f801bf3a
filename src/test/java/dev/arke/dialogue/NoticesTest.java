package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.card.PlainText;
import dev.arke.chat.NoticeWords;
import dev.arke.database.Database;
import dev.arke.testkit.EachDatabase;
import dev.arke.testkit.slack.Gallery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people hear of the calendar by themselves: reminders, handoffs, and what is wrong with it. */
@EachDatabase
final class NoticesTest {
    private final Office office;
    private int heard;

    NoticesTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fill() {
        office.fill();
        office.tellAllDue();
        assertThat(news()).isEmpty();
    }

    private void pass(Duration time) {
        office.clock.advance(time);
        office.tellAllDue();
    }

    /** What was told since the last look, as "to: words". */
    private List<String> news() {
        var all = office.noticed();
        var fresh = all.subList(heard, all.size());
        heard = all.size();
        return fresh.stream()
                .map(line -> {
                    int colon = line.indexOf(": ");
                    return line.substring(0, colon) + ": " + PlainText.of(NoticeWords.card(line.substring(colon + 2)));
                })
                .toList();
    }

    @Test
    void aShiftIsRemindedOfAWeekAndADayBefore() {
        office.shift("primary", office.bob, Duration.ofDays(10), Duration.ofDays(11));
        pass(Duration.ofDays(2));
        news();

        pass(Duration.ofDays(1));
        assertThat(news())
                .singleElement()
                .asString()
                .startsWith("bob: Your next shift")
                .contains("primary for payments from Thu 22 Jan 2026 09:00");
        pass(Duration.ofMinutes(1));
        assertThat(news()).isEmpty();

        pass(Duration.ofDays(6));
        assertThat(news())
                .singleElement()
                .asString()
                .startsWith("bob: Your next shift")
                .contains("Find cover: cover anybody for me from 2026-01-22");
        pass(Duration.ofDays(1));
        assertThat(news()).filteredOn(line -> line.contains("Your next shift")).isEmpty();
    }

    @Test
    void everybodyHasTheirOwnTimes() {
        assertThat(office.says("bob", "me remind 2d 3h")).contains("I remind you of shifts 2 days and 3 h before.");
        assertThat(office.says("bob", "me remind secondary never")).contains("before; of secondary never.");
        assertThat(office.says("bob", "me")).contains("2 days and 3 h before", "me remind 1w 1d");
        assertThat(office.says("chen", "me remind 1w,1d")).contains("of shifts 7 days and 1 day before.");
        office.says("chen", "me remind never");
        assertThat(office.says("chen", "me remind secondary 3h"))
                .contains("I remind you of secondary 3 h before, and of nothing else.");
        office.shift("primary", office.bob, Duration.ofDays(10), Duration.ofDays(11));
        office.shift("secondary", office.bob, Duration.ofDays(12), Duration.ofDays(13));

        for (int hour = 0; hour < 13 * 24; hour++) pass(Duration.ofHours(1));
        assertThat(news())
                .filteredOn(line -> line.startsWith("bob: Your next shift") && line.contains("Thu 22 Jan 2026 09:00"))
                .hasSize(2);

        assertThat(office.says("bob", "me remind usual")).contains("7 days and 1 day before.");
        assertThat(office.says("bob", "me remind 1 fortnight")).contains("I cannot read a length of time in");
        assertThat(office.says("bob", "me remind 1m")).contains("from 10 minutes to 60 days");
    }

    /** The night shift of every day of one week is one turn. */
    @Test
    void oneTurnInManyPiecesIsRemindedOfOnce() {
        office.shift("primary", office.bob, Duration.ofDays(10), Duration.ofDays(11));
        office.shift("primary", office.bob, Duration.ofDays(11), Duration.ofDays(12));

        for (int hour = 0; hour < 11 * 24; hour++) pass(Duration.ofHours(1));
        assertThat(news())
                .filteredOn(line -> line.startsWith("bob: Your next shift"))
                .hasSize(2);
    }

    @Test
    void afterADowntimeOneMessageTellsAllAndNothingThatIsOver() {
        office.shift("primary", office.bob, Duration.ofDays(10), Duration.ofDays(11));
        office.shift("primary", office.bob, Duration.ofDays(12), Duration.ofDays(13));
        office.shift("primary", office.bob, Duration.ofDays(14), Duration.ofDays(15));

        pass(Duration.ofDays(11).plusHours(1));

        assertThat(news().stream().filter(line -> line.startsWith("bob: Your")))
                .singleElement()
                .asString()
                .contains("Sat 24 Jan", "Mon 26 Jan")
                .doesNotContain("Thu 22 Jan");
    }

    @Test
    void atTheSecondOfAHandoffThoseConcernedHearOfEachOther() {
        office.incident("disk is full");
        heard = office.noticed().size();
        pass(Duration.ofHours(4).minusSeconds(1));
        assertThat(news()).isEmpty();

        pass(Duration.ofSeconds(1));
        var told = news();
        assertThat(told)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("payments primary: bob is on call now until Mon 12 Jan 2026 21:00 UTC, after alice.")
                        .contains("#1 disk is full"));
        assertThat(told).extracting(line -> line.split(":", 2)[0]).containsExactlyInAnyOrder("alice", "bob");
        pass(Duration.ofMinutes(2));
        assertThat(news()).isEmpty();
    }

    @Test
    void eachHearsOfTheOpenIncidentsOfTheOwnTeamsOnly() {
        office.incident("disk is full");
        office.shift(office.web, "primary", office.chen, Duration.ofHours(4), Duration.ofHours(5));
        heard = office.noticed().size();

        pass(Duration.ofHours(4));

        assertThat(news())
                .anySatisfy(line -> assertThat(line).startsWith("bob: ").contains("#1 disk is full"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("chen: web primary: chen is on call now")
                        .doesNotContain("disk is full"));
    }

    @Test
    void whoGoesOnOrTookOverByHandHearsNothing() {
        office.shift("primary", office.bob, Duration.ofHours(12), Duration.ofHours(14));
        pass(Duration.ofHours(5));
        news();
        pass(Duration.ofHours(7).plusMinutes(1));
        assertThat(news()).as("bob goes on").isEmpty();

        office.says("chen", "take 1h primary of payments anyway");
        heard = office.noticed().size();
        pass(Duration.ofMinutes(1));
        assertThat(news()).filteredOn(line -> line.contains("is on call now")).isEmpty();
    }

    @Test
    void adminsHearOfWhatAChangeLeavesAndDailyOfAll() {
        office.says("chen", "take 1h primary of payments anyway");
        office.says("bob", "cover me for @chen from 2026-01-12T12:00 to 2026-01-12T13:00 anyway");
        office.shift("primary", office.chen, Duration.ofHours(5), Duration.ofHours(6));
        office.says("alice", "override bob from 2026-01-12T17:00 to 2026-01-12T18:00 secondary");
        heard = office.noticed().size();
        pass(Duration.ofMinutes(1));

        assertThat(news())
                .singleElement()
                .asString()
                .startsWith("alice: A change of the calendar of payments leaves this to look at")
                .contains("bob and chen are both primary from");
        pass(Duration.ofHours(1));
        assertThat(news()).filteredOn(line -> line.contains("to look at")).isEmpty();
        office.shift("primary", office.dana, Duration.ofDays(2), Duration.ofDays(3));

        pass(Duration.ofDays(1));
        var daily = news().stream().filter(line -> line.contains("To look at")).toList();
        assertThat(daily)
                .singleElement()
                .asString()
                .startsWith("alice: To look at on the calendar of payments")
                .contains("dana is primary from", "cannot be reached", "report coverage payments");
        pass(Duration.ofHours(1));
        assertThat(news()).filteredOn(line -> line.contains("To look at")).isEmpty();
    }

    @Test
    void twoNodesTellItOnce() throws Exception {
        office.shift("primary", office.bob, Duration.ofDays(7).plusSeconds(30), Duration.ofDays(8));
        office.clock.advance(Duration.ofHours(4));
        Callable<Integer> node = () -> office.calendar.handoffs().tellAllDue()
                + office.calendar.remind().remindAllDue();
        try (var nodes = Executors.newFixedThreadPool(4)) {
            int told = 0;
            for (var one : nodes.invokeAll(List.of(node, node, node, node))) told += one.get();
            assertThat(told).isEqualTo(3);
        }
        assertThat(news()).hasSize(3);
    }

    @Test
    void theCardsLookWell() {
        office.shift("primary", office.bob, Duration.ofDays(7).plusSeconds(30), Duration.ofDays(8));
        pass(Duration.ofMinutes(1));
        var words = office.noticed().getLast().split(": ", 2)[1];

        Gallery.keep("reminder", NoticeWords.card(words), Optional.empty());
    }
}
