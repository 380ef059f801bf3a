package dev.arke.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When steps' pages are posted in a channel: at once, but in a storm one post a minute, which stands for all that came
 * meanwhile. Pure.
 */
public final class ChannelPace {
    /** What could be posted at once waits this long for others of the same moment. */
    private static final Duration GATHERING = Duration.ofSeconds(1);

    /** Whoever claims the first page of a post takes the others along; they are due by themselves should it be called off. */
    private static final Duration BEHIND = Duration.ofSeconds(2);

    /** A post that is due sooner may be on its way already. */
    private static final Duration LAST_CHANCE = Duration.ofSeconds(3);

    /**
     * The pages a channel got or is to get: how many were planned lately, when the last of all was or is due (now for those
     * on their way), and when the next of those that are still held back.
     */
    public record Posts(int recent, Optional<Instant> last, Optional<Instant> held) {
        public static final Posts NONE = new Posts(0, Optional.empty(), Optional.empty());
    }

    /** When new pages are due that are one post: the first of them, and the others. */
    public record Held(Instant first, Instant others) {}

    private ChannelPace() {}

    /** Empty in quiet times; {@code cards} and {@code pages} are the new ones within the window, those in question included. */
    public static Optional<Held> held(Posts posts, int cards, int pages, StormSettings settings, Instant now) {
        if (Math.max(cards, pages) <= settings.cards()) return Optional.empty();
        var joined = posts.held().filter(at -> at.isAfter(now.plus(LAST_CHANCE)));
        if (joined.isPresent()) {
            var behind = joined.get().plus(BEHIND);
            return Optional.of(new Held(behind, behind));
        }
        var soonest = now.plus(GATHERING);
        var first = posts.held()
                .or(posts::last)
                .map(at -> at.plus(settings.window()))
                .filter(soonest::isBefore)
                .orElse(soonest);
        return Optional.of(new Held(first, first.plus(BEHIND)));
    }
}
