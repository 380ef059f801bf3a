package dev.arke.phone;

import dev.arke.delivery.Outcome;
import java.util.Optional;
import java.util.UUID;

/** The port to who makes phone calls. Called on many threads; it throws nothing, ends within its time limit, tells no secret. */
public interface Calling {
    /** {@code to} is a number as E.164 has it. Where {@code asks}, keys can be pressed to answer. */
    Outcome call(String to, Speech speech, boolean asks, UUID deliveryId);

    /** How many calls a minute can be begun. */
    int callsAMinute();

    /** Whether it can be used now: empty, or what is wrong and what to do. */
    Optional<String> problem();
}
