package dev.arke.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a delivery is. {@code dueAt}: when to work on it next; empty: nothing to do. {@code dueSince}: when that should
 * have happened, however often it is tried again or put off; empty with {@code dueAt}. {@code fallsThroughAt}: when the person's next contact
 * method is tried beside it; empty once it was. {@code leased}: somebody is sending it. {@code plain}: the carrier
 * refused the rich form.
 */
public record Progress(
        Optional<Instant> dueAt,
        Optional<Instant> dueSince,
        Optional<Instant> fallsThroughAt,
        boolean leased,
        boolean plain,
        Trouble trouble,
        Shown shown) {

    /** There is something to do that was not before, or nothing any more. */
    public Progress due(Optional<Instant> at) {
        return new Progress(at, at, fallsThroughAt, leased, plain, trouble, shown);
    }

    /** What is to be done is not done yet. */
    Progress putOff(Instant until) {
        return new Progress(Optional.of(until), dueSince, fallsThroughAt, leased, plain, trouble, shown);
    }

    public Progress fallingThrough(Optional<Instant> at) {
        return new Progress(dueAt, dueSince, at, leased, plain, trouble, shown);
    }

    /** What the message shows has changed again. */
    public Progress wantingMore(Instant now) {
        return with(shown.wantingMore()).due(Optional.of(now));
    }

    Progress asPlainText() {
        return new Progress(dueAt, dueSince, fallsThroughAt, leased, true, trouble, shown);
    }

    Progress with(Trouble trouble) {
        return new Progress(dueAt, dueSince, fallsThroughAt, leased, plain, trouble, shown);
    }

    Progress with(Shown shown) {
        return new Progress(dueAt, dueSince, fallsThroughAt, leased, plain, trouble, shown);
    }
}
