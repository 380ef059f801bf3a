package dev.arke.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PassesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");

    private final Passes passes = new Passes("the app's secret", new SecureRandom());

    @Test
    void aLinkIsGoodForAnHour() {
        var pass = passes.link(NOW);

        assertThat(passes.isGoodLink(pass, NOW)).isTrue();
        assertThat(passes.isGoodLink(pass, NOW.plus(Duration.ofHours(1)).minusSeconds(1)))
                .isTrue();
        assertThat(passes.isGoodLink(pass, NOW.plus(Duration.ofHours(1)))).isFalse();
    }

    @Test
    void nobodyWithoutTheSecretMakesOneOrLengthensOne() {
        var pass = passes.link(NOW);
        var signature = pass.substring(pass.indexOf('.'));

        assertThat(passes.isGoodLink(NOW.plusSeconds(9_999).getEpochSecond() + signature, NOW))
                .isFalse();
        assertThat(passes.isGoodLink(new Passes("another", new SecureRandom()).link(NOW), NOW))
                .isFalse();
        for (var nonsense : new String[] {"", ".", "1", "x.y", "99999999999999999999.x", "9223372036854775807.x"})
            assertThat(passes.isGoodLink(nonsense, NOW)).as(nonsense).isFalse();
    }

    @Test
    void aStateBelongsToOneBrowserAndIsNoLink() {
        var state = passes.state("cookie", NOW);

        assertThat(passes.isGoodState(state, "cookie", NOW)).isTrue();
        assertThat(passes.isGoodState(state, "another", NOW)).isFalse();
        assertThat(passes.isGoodState(passes.state("", NOW), "", NOW)).isFalse();
        assertThat(passes.isGoodState(state, "cookie", NOW.plus(Duration.ofMinutes(10))))
                .isFalse();
        assertThat(passes.isGoodLink(state, NOW)).isFalse();
        assertThat(passes.isGoodState(passes.link(NOW), "cookie", NOW)).isFalse();
    }
}
