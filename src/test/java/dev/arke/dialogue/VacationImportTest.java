package dev.arke.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.AbsenceCalendars.Answer;
import dev.arke.calendar.AbsenceCalendars.Event;
import dev.arke.calendar.AbsenceCalendars.Unread;
import dev.arke.calendar.Interval;
import dev.arke.calendar.Role;
import dev.arke.calendar.Shift;
import dev.arke.calendar.VacationCalendarStore;
import dev.arke.card.PlainText;
import dev.arke.chat.NoticeWords;
import dev.arke.database.Database;
import dev.arke.database.Durability;
import dev.arke.testkit.EachDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code vacation import}: vacations that are kept in a calendar elsewhere. It is 12 January 2026, 10:00 in Paris. */
@EachDatabase
final class VacationImportTest {
    private static final String ADDRESS = "https://cal.example.com/secret/bob.ics";
    private static final Event MARCH = event("march", "2026-03-01T23:00:00Z", "2026-03-05T23:00:00Z");
    private static final Event APRIL = event("april", "2026-04-01T22:00:00Z", "2026-04-05T22:00:00Z");
    private static final Event TODAY = event("today", "2026-01-11T23:00:00Z", "2026-01-12T23:00:00Z");

    private final Office office;

    VacationImportTest(Database database) {
        office = new Office(database);
    }

    @BeforeEach
    void fill() {
        office.fill();
    }

    @Test
    void vacationsAreTakenOverAndConflictsTold() {
        has(MARCH, TODAY);
        assertThat(office.says("bob", "vacation import " + ADDRESS))
                .contains("I read the calendar at cal.example.com now")
                .doesNotContain("secret");
        read();

        assertThat(told("bob"))
                .contains("2 vacations within a year; 2 new, 0 moved, 0 gone")
                .contains("they stay until somebody covers them", "Find cover: primary: cover anybody for bob from");
        assertThat(vacations()).isEqualTo(2);
        assertThat(room()).contains("bob is on vacation from", "by the calendar that is followed");
    }

    @Test
    void readingAgainFollowsWhatMovedAndWhatIsGone() {
        has(MARCH);
        office.says("bob", "vacation import " + ADDRESS);
        read();
        var first = office.noticed().size();
        office.clock.advance(Duration.ofHours(7));
        read();
        assertThat(office.noticed()).hasSize(first);

        has(event("march", "2026-03-02T23:00:00Z", "2026-03-06T23:00:00Z"));
        office.clock.advance(Duration.ofHours(7));
        read();
        assertThat(told("bob")).contains("0 new, 1 moved, 0 gone");
        assertThat(vacations()).isEqualTo(1);

        has();
        office.clock.advance(Duration.ofHours(7));
        read();
        assertThat(told("bob")).contains("0 new, 0 moved, 1 gone");
        assertThat(vacations()).isZero();
    }

    @Test
    void whatSomebodyTookBackHereStaysAway() {
        has(MARCH);
        office.says("bob", "vacation import " + ADDRESS);
        read();
        office.says("bob", "vacation cancel 2026-03-03");
        office.clock.advance(Duration.ofHours(7));
        read();

        assertThat(vacations()).isZero();
    }

    @Test
    void aCalendarThatIsMadeAnewKeepsItsVacationsAndWhatWasTakenBack() {
        has(MARCH, APRIL);
        office.says("bob", "vacation import " + ADDRESS);
        read();
        office.says("bob", "vacation cancel 2026-03-03");
        var before = office.shifts();
        var told = office.noticed().size();

        for (int i = 0; i < 2; i++) {
            readsLater(again("march of old", MARCH), again("april of old", APRIL));
            assertThat(office.shifts()).isEqualTo(before);
        }
        assertThat(office.noticed()).hasSize(told);
        readsLater();
        assertThat(vacations()).isZero();
    }

    @Test
    void whatComesWhereAnotherGoesOrMovesAwayIsKept() {
        has(MARCH);
        office.says("bob", "vacation import " + ADDRESS);
        read();
        var within = event("within", "2026-03-02T23:00:00Z", "2026-03-04T23:00:00Z");
        for (int i = 0; i < 2; i++) {
            readsLater(within);
            assertThat(vacations()).isEqualTo(1);
        }

        for (int i = 0; i < 2; i++) {
            readsLater(again("new", within), again("within", APRIL));
            assertThat(vacations()).isEqualTo(2);
        }
    }

    @Test
    void ofTwoAtTheSameTimesTheOneThatIsThereIsKnownAgain() {
        for (var twin : List.of("a", "b")) {
            has(MARCH);
            office.says("bob", "vacation import " + ADDRESS);
            read();
            office.says("bob", "vacation cancel 2026-03-03");
            readsLater(MARCH, again(twin, MARCH));
            assertThat(vacations()).isEqualTo(1);

            readsLater(again("renamed", MARCH));
            assertThat(vacations()).isEqualTo(1);
            office.says("bob", "vacation import stop");
        }
    }

    @Test
    void whatIsKeptAlreadyIsNotKeptTwice() {
        office.says("bob", "vacation 2026-03-01 to 2026-03-10");
        has(MARCH);
        office.says("bob", "vacation import " + ADDRESS);
        read();

        assertThat(vacations()).isEqualTo(1);
    }

    @Test
    void whatLiesWithinAnotherStaysTakenWhenThatGoesOrMoves() {
        var within = event("within", "2026-03-03T11:00:00Z", "2026-03-04T11:00:00Z");
        for (var later : List.of(List.of(within), List.of(again(MARCH.key(), APRIL), within))) {
            has(MARCH, within);
            office.says("bob", "vacation import " + ADDRESS);
            read();
            assertThat(vacations()).isEqualTo(1);
            readsLater(within, MARCH);
            assertThat(vacations()).isEqualTo(1);

            for (int i = 0; i < 2; i++) {
                readsLater(later.toArray(Event[]::new));
                assertThat(vacationTimes())
                        .containsExactlyInAnyOrderElementsOf(
                                later.stream().map(Event::interval).toList());
            }
            readsLater(MARCH);
            assertThat(vacationTimes()).containsExactly(MARCH.interval());
            office.says("bob", "vacation import stop");
        }
    }

    @Test
    void whatLiesWithinOneThatWasTakenBackStaysAwayWithIt() {
        var within = event("within", "2026-03-03T11:00:00Z", "2026-03-04T11:00:00Z");
        has(MARCH, within);
        office.says("bob", "vacation import " + ADDRESS);
        read();
        office.says("bob", "vacation cancel 2026-03-03");

        readsLater(MARCH, within);
        assertThat(vacations()).isZero();
        readsLater(within);
        assertThat(vacations()).isZero();
    }

    @Test
    void linesThatCannotBeReadAreNamed() {
        office.absences.answer = new Answer.Read(List.of(MARCH), List.of(new Unread(17, "this is no property")), 2);
        office.says("bob", "vacation import " + ADDRESS);
        read();

        assertThat(told("bob"))
                .contains("line 17: this is no property", "2 of less than four hours left out", "1 vacation");
    }

    @Test
    void aCalendarThatCannotBeReadIsToldOnceAndItsVacationsStay() {
        has(MARCH);
        office.says("bob", "vacation import " + ADDRESS);
        read();
        office.absences.answer = new Answer.Failed("answered 503", false);
        office.clock.advance(Duration.ofHours(6));
        for (int i = 0; i < 6; i++) {
            read();
            office.clock.advance(Duration.ofHours(1));
        }

        assertThat(office.noticed().stream().filter(notice -> notice.contains("answered 503")))
                .hasSize(1);
        assertThat(vacations()).isEqualTo(1);
    }

    @Test
    void itStopsWithWhatWasToCome() {
        has(MARCH);
        office.says("bob", "vacation import " + ADDRESS);
        read();

        assertThat(office.says("bob", "vacation import stop")).contains("no longer read");
        assertThat(vacations()).isZero();
        var fetched = office.absences.fetched;
        office.clock.advance(Duration.ofDays(1));
        read();
        assertThat(office.absences.fetched).isEqualTo(fetched);
    }

    @Test
    void mistakesAreToldWithWhatToType() {
        assertThat(office.says("bob", "vacation import")).contains("Which calendar", "vacation import https://");
        assertThat(office.says("bob", "vacation import file:///etc/passwd")).contains("not an http or https address");
        assertThat(office.says("bob", "vacation import " + ADDRESS + " @chen")).contains("Only admins of the team");
        assertThat(office.says("alice", "vacation import webcal://cal.example.com/bob.ics @bob"))
                .contains("and tell bob what is in it");
    }

    @Test
    void aCalendarOfTheTeamFileIsReadIsTheFilesAndEndsWithWhatWasToCome() {
        var store = new VacationCalendarStore(office.database.dsl());
        write(() -> store.followByFile(office.bob.id(), ADDRESS, office.clock.instant()));
        has(MARCH);
        read();
        assertThat(vacations()).isEqualTo(1);

        assertThat(office.says("bob", "vacation import stop"))
                .contains("written in the team file, as calendar_url of bob");
        assertThat(office.says("bob", "vacation import https://cal.example.com/other.ics"))
                .contains("written in the team file");
        assertThat(vacations()).isEqualTo(1);

        write(() -> store.end(office.bob.id(), office.clock.instant()));
        read();
        assertThat(vacations()).isZero();
        assertThat(office.says("bob", "vacation import " + ADDRESS)).contains("I read the calendar");
    }

    @Test
    void oneThatEndsWhileItIsReadEndsAtOnce() {
        var store = new VacationCalendarStore(office.database.dsl());
        write(() -> store.followByFile(office.bob.id(), ADDRESS, office.clock.instant()));
        has(MARCH);
        read();

        office.absences.meanwhile = () -> write(() -> store.end(office.bob.id(), office.clock.instant()));
        readsLater(MARCH, APRIL);
        read();
        assertThat(vacations()).isZero();
        assertThat(office.absences.fetched).isEqualTo(2);
    }

    private void write(Runnable unit) {
        office.database.transactions().write(Durability.RELAXED, unit);
    }

    private void has(Event... events) {
        office.absences.answer = new Answer.Read(Arrays.asList(events), List.of(), 0);
    }

    private void readsLater(Event... events) {
        has(events);
        office.clock.advance(Duration.ofHours(7));
        read();
    }

    private static Event again(String key, Event event) {
        return new Event(key, event.interval());
    }

    private void read() {
        office.calendar.follow().readAllDue();
    }

    private long vacations() {
        return office.shifts().stream()
                .filter(shift -> shift.role() == Role.Absence.VACATION)
                .count();
    }

    private List<Interval> vacationTimes() {
        return office.shifts().stream()
                .filter(shift -> shift.role() == Role.Absence.VACATION)
                .map(Shift::interval)
                .toList();
    }

    private String told(String who) {
        return office.noticed().stream()
                .filter(notice -> notice.startsWith(who + ": "))
                .reduce((earlier, later) -> later)
                .map(notice -> PlainText.of(NoticeWords.card(notice.substring(who.length() + 2))))
                .orElse("");
    }

    private String room() {
        return String.join(
                "\n",
                office.noticed().stream()
                        .filter(notice -> notice.startsWith("payments: "))
                        .toList());
    }

    private static Event event(String key, String from, String to) {
        return new Event(key, new Interval(Instant.parse(from), Instant.parse(to)));
    }
}
