package dev.arke.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a delivery is. Empty {@code dueAt}: nothing to do. {@code fallsThroughAt}: when the person's next contact
 * method is tried beside it; empty once it was. {@code leased}: somebody is sending it. {@code plain}: the carrier
 * refused the rich form.
 */
public record Progress(
        Optional<Instant> dueAt,
        Optional<Instant> fallsThroughAt,
        boolean leased,
        boolean plain,
        Trouble trouble,
        Shown shown) {

    public Progress due(Optional<Instant> at) {
        return new Progress(at, fallsThroughAt, leased, plain, trouble, shown);
    }

    public Progress fallingThrough(Optional<Instant> at) {
        return new Progress(dueAt, at, leased, plain, trouble, shown);
    }

    /** What the message shows has changed again. */
    public Progress wantingMore(Instant now) {
        return with(shown.wantingMore()).due(Optional.of(now));
    }

    Progress asPlainText() {
        return new Progress(dueAt, fallsThroughAt, leased, true, trouble, shown);
    }

    Progress with(Trouble trouble) {
        return new Progress(dueAt, fallsThroughAt, leased, plain, trouble, shown);
    }

    Progress with(Shown shown) {
        return new Progress(dueAt, fallsThroughAt, leased, plain, trouble, shown);
    }
}
