package dev.arke.ical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.calendar.AbsenceCalendars.Answer;
import dev.arke.calendar.AbsenceCalendars.Event;
import dev.arke.calendar.AbsenceCalendars.Unread;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is read of calendar files, by somebody in Paris on 12 January 2026. */
final class CalendarFileTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-01-12T09:00:00Z");

    @Test
    void wholeDaysAreDaysOfThePersonAndTheLastIsNotIncluded() {
        assertThat(times(event("a", "DTSTART;VALUE=DATE:20260328", "DTEND;VALUE=DATE:20260330")))
                .containsExactly("2026-03-27T23:00:00Z/2026-03-29T22:00:00Z");
        assertThat(times(event("a", "DTSTART;VALUE=DATE:20260328")))
                .containsExactly("2026-03-27T23:00:00Z/2026-03-28T23:00:00Z");
    }

    @Test
    void timesAreInTheirZone() {
        assertThat(times(event(
                        "a",
                        "DTSTART;TZID=America/New_York:20260401T080000",
                        "DTEND;TZID=America/New_York:20260401T180000")))
                .containsExactly("2026-04-01T12:00:00Z/2026-04-01T22:00:00Z");
        assertThat(times(event("a", "DTSTART;TZID=W. Europe Standard Time:20260401T080000", "DURATION:PT9H")))
                .containsExactly("2026-04-01T06:00:00Z/2026-04-01T15:00:00Z");
        assertThat(times(event("a", "DTSTART:20260401T080000", "DTEND:20260401T180000")))
                .containsExactly("2026-04-01T06:00:00Z/2026-04-01T16:00:00Z");
        assertThat(times(event("a", "DTSTART:20260401T080000Z", "DTEND:20260401T180000Z")))
                .containsExactly("2026-04-01T08:00:00Z/2026-04-01T18:00:00Z");
    }

    @Test
    void aZoneThatTheFileItselfExplainsIsKnown() {
        var zone = String.join(
                "\r\n",
                "BEGIN:VTIMEZONE",
                "TZID:Our office",
                "BEGIN:STANDARD",
                "DTSTART:19700101T000000",
                "TZOFFSETFROM:+0530",
                "TZOFFSETTO:+0530",
                "END:STANDARD",
                "END:VTIMEZONE",
                "");

        assertThat(times(zone
                        + event(
                                "a",
                                "DTSTART;TZID=Our office:20260401T080000",
                                "DTEND;TZID=Our office:20260401T180000")))
                .containsExactly("2026-04-01T02:30:00Z/2026-04-01T12:30:00Z");
    }

    @Test
    void whatRecursIsFollowedForAYearWithItsExceptions() {
        var weekly =
                event("a", "DTSTART;VALUE=DATE:20251229", "RRULE:FREQ=WEEKLY;COUNT=6", "EXDATE;VALUE=DATE:20260119");
        var moved = event("a", "RECURRENCE-ID;VALUE=DATE:20260126", "DTSTART;VALUE=DATE:20260127");
        var off = event("a", "RECURRENCE-ID;VALUE=DATE:20260202", "DTSTART;VALUE=DATE:20260202", "STATUS:CANCELLED");

        assertThat(times(weekly)).hasSize(3).first().isEqualTo("2026-01-11T23:00:00Z/2026-01-12T23:00:00Z");
        assertThat(times(weekly + moved + off))
                .containsExactly(
                        "2026-01-11T23:00:00Z/2026-01-12T23:00:00Z", "2026-01-26T23:00:00Z/2026-01-27T23:00:00Z");
        assertThat(times(event("a", "DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=MONTHLY")))
                .hasSize(12);
    }

    @Test
    void eachOccurrenceIsKnownAgainWhenItIsMoved() {
        var weekly = event("a", "DTSTART;VALUE=DATE:20260119", "RRULE:FREQ=WEEKLY;COUNT=2");
        var moved = event("a", "RECURRENCE-ID;VALUE=DATE:20260126", "DTSTART;VALUE=DATE:20260128");

        assertThat(read(weekly + moved).events())
                .extracting(Event::key)
                .isEqualTo(read(weekly).events().stream().map(Event::key).toList());
        assertThat(read(event("a", "DTSTART;VALUE=DATE:20260301")).events())
                .extracting(Event::key)
                .isEqualTo(read(event("a", "DTSTART;VALUE=DATE:20260401")).events().stream()
                        .map(Event::key)
                        .toList());
    }

    @Test
    void whatIsCancelledOverOrOnlyAnAppointmentIsNoVacation() {
        assertThat(times(event("a", "DTSTART;VALUE=DATE:20260401", "STATUS:CANCELLED")))
                .isEmpty();
        assertThat(times(event("a", "DTSTART;VALUE=DATE:20260101"))).isEmpty();
        var dentist = read(event("a", "DTSTART:20260401T080000Z", "DTEND:20260401T090000Z"));
        assertThat(dentist.events()).isEmpty();
        assertThat(dentist.tooShort()).isEqualTo(1);
    }

    @Test
    void whatIsBrokenCostsNothingElseAndIsNamedByItsLine() {
        var read = read(event("a", "DTSTART;VALUE=DATE:20260401", "rubbish", "X-ODD;;;:\u0000")
                + event("b", "DTSTART;VALUE=DATE:2026x")
                + event("c", "SUMMARY:no start")
                + event("d", "DTSTART;TZID=Nowhere/Zone:20260401T080000")
                + event("e", "DTSTART;VALUE=DATE:20260402", "DTEND;VALUE=DATE:20260401")
                + event("f", "DTSTART;VALUE=DATE:20260403", "RRULE:FREQ=MINUTELY")
                + event("g", "DTSTART;VALUE=DATE:20260404")
                + "BEGIN:VEVENT\r\nUID:h\r\n");

        assertThat(read.events().stream().map(event -> event.interval().start()))
                .containsExactly(Instant.parse("2026-03-31T22:00:00Z"), Instant.parse("2026-04-03T22:00:00Z"));
        assertThat(read.unread()).extracting(Unread::line).containsExactly(7, 10, 14, 18, 22, 27, 36);
        assertThat(read.unread())
                .extracting(Unread::why)
                .anySatisfy(why -> assertThat(why).contains("2026x"))
                .anySatisfy(why -> assertThat(why).contains("Nowhere/Zone"))
                .anySatisfy(why -> assertThat(why).contains("ends before it begins"))
                .anySatisfy(why -> assertThat(why).contains("more often than daily"))
                .anySatisfy(why -> assertThat(why).contains("no DTSTART"))
                .anySatisfy(why -> assertThat(why).contains("no end"));
    }

    @Test
    @Timeout(20)
    void whatRecursEachSecondIsNotCountedHoweverItIsWritten() {
        var folded = event("a", "DTSTART:20260401T080000Z", "DTEND:20260401T180000Z", "RRULE:FREQ=SEC\r\n ONDLY");
        assertThat(read(folded).unread())
                .singleElement()
                .satisfies(one -> assertThat(one.why()).contains("more often than daily"));
        var zone = String.join(
                "\r\n",
                "BEGIN:VTIMEZONE",
                "TZID:Our office",
                "BEGIN:STANDARD",
                "DTSTART:19700101T000000",
                "RRULE:FREQ=SECO",
                " NDLY",
                "TZOFFSETFROM:+0530",
                "TZOFFSETTO:+0530",
                "END:STANDARD",
                "END:VTIMEZONE",
                "");
        assertThat(read(zone + event("a", "DTSTART;TZID=Our office:20260401T080000", "DURATION:PT9H"))
                        .unread())
                .hasSize(1);
    }

    @Test
    void whatIsNoCalendarIsSaidSo() {
        assertThat(CalendarFile.read("<html>", PARIS, NOW)).isInstanceOf(Answer.Failed.class);
    }

    private static List<String> times(String events) {
        return read(events).events().stream()
                .map(event -> event.interval().start() + "/" + event.interval().end())
                .toList();
    }

    private static Answer.Read read(String events) {
        return (Answer.Read) CalendarFile.read(
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n" + events + "END:VCALENDAR\r\n", PARIS, NOW);
    }

    private static String event(String uid, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }
}
