package dev.arke.engine.health;

import java.util.Optional;

/** One part of Arke as it is now; {@code problem} says what is wrong with it and what to do, empty when nothing is. */
public record Component(String name, Need need, Optional<String> problem) {
    /** What happens without it. */
    public enum Need {
        /** Arke cannot do its work here: other nodes should get the requests. */
        ESSENTIAL,
        /** Arke works, though not whole: a carrier is away, a file was not taken. Alerts must still come in. */
        WANTED
    }

    /** Whether this alone keeps the node from being ready. */
    public boolean blocks() {
        return need == Need.ESSENTIAL && problem.isPresent();
    }
}
