package dev.arke.chat;

import java.util.Optional;
import java.util.UUID;

/** What the built-in chat knows of a channel besides its messages; {@code made}: it is one that Arke made. */
public record SandboxRoom(String name, boolean made, String topic, Optional<UUID> pinned, boolean archived) {
    /** A channel of which nothing is kept. */
    public static SandboxRoom plain(String name) {
        return new SandboxRoom(name, false, "", Optional.empty(), false);
    }
}
