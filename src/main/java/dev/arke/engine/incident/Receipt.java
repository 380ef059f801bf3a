package dev.arke.engine.incident;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of the alerts of one request, in their order. */
public record Receipt(List<Line> lines) {
    public Receipt {
        lines = List.copyOf(lines);
    }

    /** One alert's fate, and the incident it concerns. */
    public record Line(String dedupKey, Fate fate, Optional<Long> incident) {}

    /** What an alert did. */
    public enum Fate {
        OPENED,
        REPEATED,
        RESOLVED,
        /** It joined a grouped or storm incident, or left it while others there still fire. */
        COLLECTED,
        IGNORED,
        DROPPED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
