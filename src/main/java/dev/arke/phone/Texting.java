package dev.arke.phone;

import dev.arke.delivery.Outcome;
import java.util.Optional;
import java.util.UUID;

/** The port to who sends texts. Called on many threads; it throws nothing, ends within its time limit, tells no secret. */
public interface Texting {
    /** {@code to} is a number as E.164 has it; {@code text} is fit to be sent. */
    Outcome send(String to, String text, UUID deliveryId);

    /** Whether what people text back is heard. */
    boolean hearsReplies();

    /** How many texts a minute it takes. */
    int textsAMinute();

    /** How many texts it takes at once. */
    default int atOnce() {
        return Integer.MAX_VALUE;
    }

    /** Whether it can be used now: empty, or what is wrong and what to do. */
    Optional<String> problem();
}
