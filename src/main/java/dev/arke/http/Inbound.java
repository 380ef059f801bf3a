package dev.arke.http;

import dev.arke.alert.Alert;
import java.util.List;
import java.util.Optional;

/** What a body of inbound alerts turned out to be. */
public sealed interface Inbound {
    /**
     * The alerts in it, perhaps none; {@code truncated} counts those the monitor says it left out, {@code warnings} say
     * what was left out or taken otherwise than meant, {@code wrongType} the first of them that is a mistake of the
     * sender's, {@code lost} what is wrong when some alerts of several cannot be read.
     */
    record Parsed(
            List<Alert> alerts, int truncated, List<String> warnings, Optional<String> wrongType, Optional<String> lost)
            implements Inbound {
        public Parsed {
            alerts = List.copyOf(alerts);
            warnings = List.copyOf(warnings);
        }

        /** What the sender must mend. */
        Optional<String> mistake() {
            return wrongType.or(() -> lost);
        }
    }

    /** What is wrong and what to send instead; {@code where} is a JSON path, a line and column, or "body". */
    record Unreadable(String message, String where) implements Inbound {
        /** The whole sentence, as the sender and the incident about it show it. */
        public String words() {
            return where + ": " + message;
        }
    }
}
