package dev.arke.chat;

import dev.arke.delivery.Outcome;
import java.util.List;

/**
 * What a mail server says later of a mail of ours: {@code tokens} of that mail, and the {@code outcome} that the same words
 * would have had if they had been said at once.
 */
public record Bounce(List<String> tokens, Outcome outcome) {
    public Bounce {
        tokens = List.copyOf(tokens);
    }
}
