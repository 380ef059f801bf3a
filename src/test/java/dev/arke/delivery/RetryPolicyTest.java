package dev.arke.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RetryPolicyTest {
    private static final Instant NOW = Rows.NOW;

    @Test
    void pausesDoubleUpToTheLongest() {
        var pauses = pauses(RetryPolicy.PAGES, Rows.id());

        var expected = List.of(2, 4, 8, 16, 30, 30, 30);
        for (int i = 0; i < expected.size(); i++)
            assertThat(pauses.get(i).toMillis()).isBetween(expected.get(i) * 800L, expected.get(i) * 1200L);
    }

    @Test
    void pagesAreGivenUpAfterAnHourAndOthersAfterADay() {
        assertThat(total(pauses(RetryPolicy.PAGES, Rows.id())))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
        assertThat(total(pauses(RetryPolicy.OTHERS, Rows.id()))).isBetween(Duration.ofHours(23), Duration.ofHours(24));
    }

    @Test
    void theCarriersOwnWishIsHonouredWhenItIsLonger() {
        assertThat(RetryPolicy.PAGES.next(Rows.id(), Trouble.NONE, Duration.ofMinutes(5), NOW))
                .contains(NOW.plus(Duration.ofMinutes(5)));
        assertThat(RetryPolicy.PAGES.next(Rows.id(), Trouble.NONE, Duration.ofMillis(1), NOW))
                .hasValueSatisfying(at -> assertThat(at).isAfter(NOW.plusSeconds(1)));
        assertThat(RetryPolicy.PAGES.next(Rows.id(), Trouble.NONE, Duration.ofHours(2), NOW))
                .isEmpty();
    }

    @Test
    void deliveriesThatFailTogetherDoNotComeBackTogether() {
        var next = new HashSet<Instant>();
        for (int i = 0; i < 100; i++)
            RetryPolicy.OTHERS.next(Rows.id(), Trouble.NONE, Duration.ZERO, NOW).ifPresent(next::add);

        assertThat(next).hasSizeGreaterThan(50);
    }

    private static List<Duration> pauses(RetryPolicy policy, UUID id) {
        var pauses = new ArrayList<Duration>();
        var trouble = Trouble.NONE;
        var at = NOW;
        while (true) {
            var next = policy.next(id, trouble, Duration.ZERO, at);
            if (next.isEmpty()) return pauses;
            trouble = trouble.and(FailureReason.SERVER, "it fails", at);
            pauses.add(Duration.between(at, next.get()));
            at = next.get();
        }
    }

    private static Duration total(List<Duration> pauses) {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
