package dev.arke.calendar;

import static dev.arke.calendar.CalendarFixture.TEAM;
import static dev.arke.calendar.CalendarFixture.interval;
import static dev.arke.calendar.CalendarFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arke.calendar.Tally.Held;
import dev.arke.calendar.Tally.Page;
import dev.arke.calendar.Tally.Paged;
import dev.arke.responder.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final UUID ROTATION = new UUID(8, 1);
    private static final Optional<Role.Duty> PRIMARY = Optional.of(Role.Duty.PRIMARY);

    private static Shift shift(int id, String who, String from, String to, Provenance provenance) {
        return new Shift(
                new UUID(9, id), TEAM, Role.Duty.PRIMARY, Optional.of(person(who)), interval(from, to), provenance);
    }

    private static List<Tally> tally(List<Shift> shifts, List<Page> pages, Interval during) {
        return Tally.of(shifts, pages, during, any -> new Tally.Place(ZoneId.of("Europe/Paris"), Region.parse("FR")));
    }

    @Test
    void aWeekHasItsNightsAndItsWeekend() {
        var monday = interval("2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z");
        var week =
                shift(1, "a", "2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z", new Provenance.Planned(ROTATION, 1, 0));

        assertThat(tally(List.of(week), List.of(), monday))
                .containsExactly(new Tally(
                        new Held(person("a"), TEAM, PRIMARY),
                        Duration.ofHours(168),
                        Duration.ofHours(56),
                        Duration.ofHours(48),
                        Duration.ZERO,
                        1,
                        new Paged(0, 0),
                        0,
                        0));
    }

    /** In France 1 May 2026 is a holiday. */
    @Test
    void holidaysAreThoseOfThePerson() {
        var days = interval("2026-04-30T10:00:00Z", "2026-05-02T10:00:00Z");
        var shift =
                shift(1, "a", "2026-04-30T00:00:00Z", "2026-05-01T10:00:00Z", new Provenance.Planned(ROTATION, 1, 0));

        assertThat(tally(List.of(shift), List.of(), days).getFirst().holidays()).isEqualTo(Duration.ofHours(12));
    }

    /** In Paris the clocks go back on 25 October 2026 at 3:00: that night has nine hours. */
    @Test
    void aNightIsAsLongAsItIs() {
        var night = interval("2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z");
        var shift =
                shift(1, "a", "2026-10-24T00:00:00Z", "2026-10-26T00:00:00Z", new Provenance.Planned(ROTATION, 1, 0));

        assertThat(tally(List.of(shift), List.of(), night).getFirst().nights()).isEqualTo(Duration.ofHours(9));
    }

    @Test
    void onlyWhatLiesInTheDaysCountsAndPiecesAreOneTurn() {
        var planned = new Provenance.Planned(ROTATION, 1, 0);
        var cover = new Provenance.Edited(Optional.of(planned), Optional.of(person("a")), Optional.empty());
        var tallies = tally(
                List.of(
                        shift(1, "a", "2026-01-05T08:00:00Z", "2026-01-06T08:00:00Z", planned),
                        shift(2, "b", "2026-01-06T08:00:00Z", "2026-01-06T10:00:00Z", cover),
                        shift(3, "a", "2026-01-06T10:00:00Z", "2026-01-12T08:00:00Z", planned)),
                List.of(),
                interval("2026-01-06T07:00:00Z", "2026-01-06T12:00:00Z"));

        assertThat(tallies).hasSize(2);
        assertThat(tallies)
                .filteredOn(one -> one.held().who().equals(person("a")))
                .satisfiesExactly(one -> {
                    assertThat(one.time()).isEqualTo(Duration.ofHours(3));
                    assertThat(one.turns()).isEqualTo(1);
                    assertThat(one.covered()).isEqualTo(1);
                    assertThat(one.covers()).isZero();
                });
        assertThat(tallies)
                .filteredOn(one -> one.held().who().equals(person("b")))
                .satisfiesExactly(one -> {
                    assertThat(one.time()).isEqualTo(Duration.ofHours(2));
                    assertThat(one.covers()).isEqualTo(1);
                });
    }

    @Test
    void pagesCountForTheDutyOfTheirInstantAndAtNightByThePersonsClock() {
        var week =
                shift(1, "a", "2026-01-05T08:00:00Z", "2026-01-12T08:00:00Z", new Provenance.Planned(ROTATION, 1, 0));
        var pages = List.of(
                page("a", "2026-01-05T20:59:59Z"),
                page("a", "2026-01-05T21:00:00Z"),
                page("a", "2026-01-06T04:59:59Z"),
                page("a", "2026-01-06T05:00:00Z"),
                page("a", "2026-01-12T09:00:00Z"),
                page("a", "2026-02-12T09:00:00Z"),
                page("b", "2026-01-06T12:00:00Z"));
        var tallies = tally(List.of(week), pages, interval("2026-01-05T00:00:00Z", "2026-01-19T00:00:00Z"));

        assertThat(tallies)
                .extracting(Tally::held, Tally::paged)
                .containsExactly(
                        tuple(new Held(person("a"), TEAM, PRIMARY), new Paged(4, 2)),
                        tuple(new Held(person("a"), TEAM, Optional.empty()), new Paged(1, 0)),
                        tuple(new Held(person("b"), TEAM, Optional.empty()), new Paged(1, 0)));
    }

    private static Page page(String who, String at) {
        return new Page(person(who), TEAM, Instant.parse(at));
    }
}
