package dev.arke.engine.health;

import java.util.Optional;
import java.util.function.Supplier;

/** How one component is asked for its problem. It may block: {@link CheckHealth} does not wait for it for ever. */
public record Check(String name, Component.Need need, Supplier<Optional<String>> problem) {
    public static Check essential(String name, Supplier<Optional<String>> problem) {
        return new Check(name, Component.Need.ESSENTIAL, problem);
    }

    public static Check wanted(String name, Supplier<Optional<String>> problem) {
        return new Check(name, Component.Need.WANTED, problem);
    }
}
