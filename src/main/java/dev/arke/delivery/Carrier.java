package dev.arke.delivery;

import dev.arke.responder.ContactKind;
import java.util.List;
import java.util.Optional;

/**
 * The port to what carries messages. {@link #send} is called outside any transaction, on many threads at once; it
 * answers with an outcome, throws nothing, ends within its own time limit and tells no secret.
 */
public interface Carrier {
    ContactKind kind();

    Outcome send(Message message);

    /** The limits this message falls under, the widest first. */
    List<RateScope> rateScopes(Message message);

    /** How many messages it takes at once, each on a connection of its own, say. */
    default int atOnce() {
        return Integer.MAX_VALUE;
    }

    /** Whether a message that was delivered can be changed; chats can. Where not, changes are dropped quietly. */
    default boolean canEdit() {
        return kind().isChat();
    }

    /** Whether it can be used now: empty, or what is wrong and what to do. Asked by /ready; must not block long. */
    Optional<String> problem();
}
