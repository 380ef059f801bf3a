package dev.arke.page;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The cards of one channel, one after the other: whether the next gets a message of its own or joins a digest. Counts on
 * as it is asked; not for many threads.
 */
public final class Storm {
    /** A digest that the channel has: how many incidents it stands for, since when, and when the last one joined. */
    public record Digest(UUID id, int members, Instant startedAt, Instant lastJoinedAt) {}

    /** Where a card goes. */
    public sealed interface Place {
        record OwnMessage() implements Place {}

        record InDigest(UUID digestId) implements Place {}

        /** The first of a digest, which is to be made under this id. */
        record NewDigest(UUID digestId) implements Place {}
    }

    private final StormSettings settings;
    private final Instant now;
    private int recentCards;
    private Optional<Digest> digest;

    /** {@code recentCards}: how many the channel got within the window before {@code now}. */
    public Storm(StormSettings settings, int recentCards, Optional<Digest> latest, Instant now) {
        this.settings = settings;
        this.now = now;
        this.recentCards = recentCards;
        this.digest = latest.filter(this::isGoingOn);
    }

    /** A digest of an earlier storm stays as it is: edits notify nobody, so a new storm is a new message. */
    private boolean isGoingOn(Digest latest) {
        return latest.lastJoinedAt().isAfter(now.minus(settings.window()))
                && latest.startedAt().isAfter(now.minus(settings.digestAge()));
    }

    /** Places the next card; {@code newId} is asked when a digest begins. */
    public Place next(Supplier<UUID> newId) {
        if (recentCards++ < settings.cards()) return new Place.OwnMessage();
        var open = digest.filter(found -> found.members() < settings.largestDigest());
        if (open.isEmpty()) {
            var id = newId.get();
            digest = Optional.of(new Digest(id, 1, now, now));
            return new Place.NewDigest(id);
        }
        var joined = open.get();
        digest = Optional.of(new Digest(joined.id(), joined.members() + 1, joined.startedAt(), now));
        return new Place.InDigest(joined.id());
    }
}
