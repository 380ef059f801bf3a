package dev.arke.responder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RegionTest {
    private static final LocalDate NEW_YEAR = LocalDate.parse("2026-01-01");
    private static final LocalDate EVE = LocalDate.parse("2026-12-31");

    @Test
    void codesAreReadInAnyCase() {
        assertThat(Region.parse(" de-by ")).contains(new Region("DE-BY"));
        assertThat(Region.parse("it")).contains(new Region("IT"));
        assertThat(Region.parse("US-NY")).isPresent();
        assertThat(Region.parse("FR")).isPresent();
    }

    @Test
    void whatIsNoPlaceIsNone() {
        assertThat(Region.parse("XX")).isEmpty();
        assertThat(Region.parse("DE-XX")).isEmpty();
        assertThat(Region.parse("DE-")).isEmpty();
        assertThat(Region.parse("")).isEmpty();
        assertThat(Region.parse("nyse")).isEmpty();
        assertThat(Region.names()).containsEntry("France", "FR").containsEntry("DE", "DE");
    }

    @Test
    void aPartHasItsOwnBesideThoseOfTheCountry() {
        var epiphany = LocalDate.parse("2026-01-06");
        assertThat(new Region("DE-BY").holidays(NEW_YEAR, EVE)).containsKeys(epiphany, LocalDate.parse("2026-10-03"));
        assertThat(new Region("DE").holidays(NEW_YEAR, EVE))
                .containsKey(LocalDate.parse("2026-10-03"))
                .doesNotContainKey(epiphany);
        assertThat(new Region("FR").holidays(NEW_YEAR, EVE)).containsKey(LocalDate.parse("2026-07-14"));
    }

    @Test
    void onlyDaysOfTheTimeAreThere() {
        var day = LocalDate.parse("2026-07-14");
        assertThat(new Region("FR").holidays(day, day)).containsOnlyKeys(day);
        assertThat(new Region("FR").holidays(day.plusDays(1), day.plusDays(9))).isEmpty();
    }
}
