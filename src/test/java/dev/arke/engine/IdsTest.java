package dev.arke.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.testkit.MovableInstants;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class IdsTest {
    private final MovableInstants clock = new MovableInstants();
    private final Ids ids = new Ids(clock, new Random(7));

    @Test
    void anIdIsAVersion7UuidOfItsMillisecond() {
        var id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void eachIdIsGreaterThanTheOneBeforeEvenWhenTheClockStandsStillOrRunsBack() {
        var seen = new HashSet<UUID>();
        var last = ids.next();
        for (int i = 0; i < 20_000; i++) {
            if (i % 5_000 == 0) clock.advance(Duration.ofSeconds(-1));
            var next = ids.next();
            assertThat(Long.compareUnsigned(next.getMostSignificantBits(), last.getMostSignificantBits()))
                    .isPositive();
            assertThat(seen.add(next)).isTrue();
            last = next;
        }
    }
}
