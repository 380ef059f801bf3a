package dev.arke.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.alert.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Until when pages wait, in the person's zone, also when its clocks change. */
class QuietHoursTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    private static String over(QuietHours quiet, String at) {
        return quiet.over(Instant.parse(at), PARIS).toString();
    }

    @Test
    void overMidnightAndHalfOpen() {
        assertThat(over(NIGHT, "2026-01-12T20:59:59Z")).isEqualTo("2026-01-12T20:59:59Z");
        assertThat(over(NIGHT, "2026-01-12T21:00:00Z")).isEqualTo("2026-01-13T06:00:00Z");
        assertThat(over(NIGHT, "2026-01-13T05:59:59Z")).isEqualTo("2026-01-13T06:00:00Z");
        assertThat(over(NIGHT, "2026-01-13T06:00:00Z")).isEqualTo("2026-01-13T06:00:00Z");
    }

    @Test
    void withinADay() {
        var lunch = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 30));
        assertThat(over(lunch, "2026-01-12T11:15:00Z")).isEqualTo("2026-01-12T12:30:00Z");
        assertThat(over(lunch, "2026-01-12T10:59:00Z")).isEqualTo("2026-01-12T10:59:00Z");
    }

    @Test
    void theEndIsALocalTimeAlsoInTheNightTheClocksChange() {
        assertThat(over(NIGHT, "2026-03-28T22:00:00Z")).isEqualTo("2026-03-29T05:00:00Z");
        assertThat(over(NIGHT, "2026-10-24T22:00:00Z")).isEqualTo("2026-10-25T06:00:00Z");
        var gap = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));
        assertThat(over(gap, "2026-03-28T23:00:00Z")).isEqualTo("2026-03-29T01:00:00Z");
    }

    @Test
    void anEndThatComesTwiceIsTheFirst() {
        var twice = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));
        assertThat(over(twice, "2026-10-24T23:00:00Z")).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(over(twice, "2026-10-25T01:10:00Z")).isEqualTo("2026-10-25T01:10:00Z");
    }

    @Test
    void onlyLowAndMediumWait() {
        assertThat(Priority.values())
                .filteredOn(QuietHours::holdBack)
                .containsExactlyInAnyOrder(Priority.LOW, Priority.MEDIUM);
    }

    @Test
    void theNearestScopeThatHasRulesCounts() {
        var team = new UUID(1, 1);
        var service = new UUID(1, 2);
        var call = new NotificationRule(Priority.HIGH, NotificationRule.Via.CALL, Duration.ZERO);
        var mail = new NotificationRule(Priority.HIGH, NotificationRule.Via.EMAIL, Duration.ZERO);
        var wishes =
                PagingWishes.NONE.with(team, Priority.HIGH, List.of(mail)).with(service, Priority.HIGH, List.of(call));

        assertThat(wishes.rules(Priority.HIGH, List.of(service, team))).contains(List.of(call));
        assertThat(wishes.rules(Priority.HIGH, List.of(new UUID(9, 9), team))).contains(List.of(mail));
        assertThat(wishes.rules(Priority.LOW, List.of(service, team))).isEqualTo(Optional.empty());
        assertThat(wishes.with(service, Priority.HIGH, List.of()).rules(Priority.HIGH, List.of(service, team)))
                .contains(List.of(mail));
    }
}
