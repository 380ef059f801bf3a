package dev.arke.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the world shows of a delivery. {@code wanted} and {@code revision} count: the message is edited until they are
 * equal. {@code messageRef} finds it again; {@code postedThrough} is the last timeline entry that a thread shows.
 */
public record Shown(
        int wanted,
        int revision,
        Optional<String> messageRef,
        Optional<UUID> postedThrough,
        Optional<Instant> deliveredAt) {
    /** What a row has room for. Nothing is found by a part of one. */
    private static final int LONGEST_REF = 300;

    static final Shown NOTHING_YET = new Shown(1, 0, Optional.empty(), Optional.empty(), Optional.empty());

    public boolean isStale() {
        return wanted > revision;
    }

    Shown wantingMore() {
        return new Shown(wanted + 1, revision, messageRef, postedThrough, deliveredAt);
    }

    Shown upTo(int revision) {
        return new Shown(wanted, revision, messageRef, postedThrough, deliveredAt);
    }

    Shown at(String ref, Instant now) {
        return new Shown(
                wanted,
                revision,
                ref.isBlank() || ref.length() > LONGEST_REF ? messageRef : Optional.of(ref),
                postedThrough,
                deliveredAt.or(() -> Optional.of(now)));
    }

    /** The carrier took it under this reference; whether it arrived is not known. */
    Shown takenAs(String ref) {
        return new Shown(wanted, revision, Optional.of(ref), postedThrough, deliveredAt);
    }

    Shown through(Optional<UUID> entry) {
        return new Shown(wanted, revision, messageRef, entry.or(() -> postedThrough), deliveredAt);
    }
}
