package dev.arke.chat;

import java.util.Locale;
import java.util.Optional;

/** What a line links a channel to: a name, and whether it was said to be a team's or a service's. */
public record LinkSubject(Optional<Kind> kind, Reference name) {
    /** What can be linked. */
    public enum Kind {
        TEAM,
        SERVICE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
