package dev.arke.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What came of claiming one delivery. */
public sealed interface Attempt {
    /**
     * It was handed to its carrier, showing {@code revision}. {@code through}:
     * the last timeline entry that a thread's post held; {@code again}: when there is more to post. {@code lead}: the
     * row whose message this one is a part of.
     */
    record Sent(Outcome outcome, int revision, Optional<UUID> through, Optional<Instant> again, Optional<UUID> lead)
            implements Attempt {
        public static Sent of(Outcome outcome, int revision) {
            return new Sent(outcome, revision, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** Not its turn: a rate limit, or nothing to post yet. Counts as no attempt. */
    record PutBack(Instant until) implements Attempt {}

    /** This node cannot make it: the others come upon it from then on, and this one not before them. Counts as no attempt. */
    record LeftToOthers(Instant from) implements Attempt {}

    /** There was nothing to do: what is shown is as good as {@code revision}. */
    record NothingToDo(int revision) implements Attempt {}

    /** It was handed over, and nobody told what became of it. */
    record NothingHeard() implements Attempt {}

    /** It is not wanted any more. */
    record Unwanted() implements Attempt {}
}
