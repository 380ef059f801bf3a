package dev.arke.delivery;

import java.time.Duration;

/** What came of handing one message to a carrier. {@code problem} is a sentence without secrets. */
public sealed interface Outcome {
    /** It arrived; {@code messageRef} finds it again for edits and replies, and is blank where there is no such thing. */
    record Delivered(String messageRef) implements Outcome {}

    /** Not now: try again no sooner than {@code after}; zero leaves it to the retry policy. */
    record Again(Duration after, FailureReason reason, String problem) implements Outcome {}

    /**
     * The carrier took it and tells later what became of it, as {@link Delivered} or a failure; silence for {@code within}
     * is a failure too.
     */
    record HandedOver(String messageRef, Duration within) implements Outcome {}

    /** It did not arrive, and the same once more would not either: nobody answered, the network gave it up. No method is dead. */
    record Undelivered(FailureReason reason, String problem) implements Outcome {}

    /** The carrier does not take this form of the message: plain text next. */
    record PayloadRefused(String problem) implements Outcome {}

    /** Nobody is at this address, for good: the contact method is dead. */
    record RecipientGone(String problem) implements Outcome {}

    /** The carrier itself is not usable (revoked token, wrong settings): nobody's contact method is to blame. */
    record CarrierBroken(FailureReason reason, String problem) implements Outcome {}
}
