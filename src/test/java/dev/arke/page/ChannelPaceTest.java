package dev.arke.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arke.page.ChannelPace.Held;
import dev.arke.page.ChannelPace.Posts;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a step's page is posted in a channel. */
final class ChannelPaceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void fiveAMinuteAreNoStorm() {
        assertThat(held(new Posts(4, Optional.of(NOW.minusSeconds(1)), Optional.empty()), 5, 5))
                .isEmpty();
    }

    @Test
    void manyNewCardsAreAStormForItsPagesToo() {
        var posts = new Posts(1, Optional.of(NOW.minusSeconds(20)), Optional.empty());

        assertThat(held(posts, 6, 2)).contains(new Held(NOW.plusSeconds(40), NOW.plusSeconds(42)));
    }

    @Test
    void theFirstPostOfAStormOnlyGathersItsMoment() {
        assertThat(held(Posts.NONE, 0, 6)).contains(new Held(NOW.plusSeconds(1), NOW.plusSeconds(3)));
        assertThat(held(new Posts(9, Optional.of(NOW.minusSeconds(70)), Optional.empty()), 0, 6))
                .contains(new Held(NOW.plusSeconds(1), NOW.plusSeconds(3)));
    }

    @Test
    void whatIsHeldBackAlreadyIsJoined() {
        var posts = new Posts(9, Optional.of(NOW.plusSeconds(30)), Optional.of(NOW.plusSeconds(30)));

        assertThat(held(posts, 0, 10)).contains(new Held(NOW.plusSeconds(32), NOW.plusSeconds(32)));
    }

    @Test
    void aPostThatMayBeOnItsWayIsNotJoined() {
        var posts = new Posts(9, Optional.of(NOW.plusSeconds(3)), Optional.of(NOW.plusSeconds(3)));

        assertThat(held(posts, 0, 10)).contains(new Held(NOW.plusSeconds(63), NOW.plusSeconds(65)));
    }

    /** Else each unit of a storm would push the next post another minute away. */
    @Test
    void allThatComeWhileAPostIsAboutToGoOutAreOneNextPost() {
        var near = Optional.of(NOW.plusSeconds(2));

        assertThat(held(new Posts(9, near, near), 0, 10)).contains(new Held(NOW.plusSeconds(62), NOW.plusSeconds(64)));
        assertThat(held(new Posts(19, Optional.of(NOW.plusSeconds(64)), near), 0, 20))
                .contains(new Held(NOW.plusSeconds(62), NOW.plusSeconds(64)));
    }

    private static Optional<Held> held(Posts posts, int cards, int pages) {
        return ChannelPace.held(posts, cards, pages, StormSettings.DEFAULT, NOW);
    }
}
