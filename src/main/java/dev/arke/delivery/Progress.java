package dev.arke.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a delivery is. Empty {@code dueAt}: nothing to do. {@code fallsThroughAt}: when the person's next contact
 * method is tried beside it; empty once it was. {@code plain}: the carrier refused the rich form.
 */
public record Progress(
        Optional<Instant> dueAt, Optional<Instant> fallsThroughAt, boolean plain, Trouble trouble, Shown shown) {

    public Progress due(Optional<Instant> at) {
        return new Progress(at, fallsThroughAt, plain, trouble, shown);
    }

    public Progress fallingThrough(Optional<Instant> at) {
        return new Progress(dueAt, at, plain, trouble, shown);
    }

    Progress asPlainText() {
        return new Progress(dueAt, fallsThroughAt, true, trouble, shown);
    }

    Progress with(Trouble trouble) {
        return new Progress(dueAt, fallsThroughAt, plain, trouble, shown);
    }

    Progress with(Shown shown) {
        return new Progress(dueAt, fallsThroughAt, plain, trouble, shown);
    }
}
