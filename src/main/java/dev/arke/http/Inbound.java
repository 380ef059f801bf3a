package dev.arke.http;

import dev.arke.alert.Alert;
import java.util.List;

/** What a body of inbound alerts turned out to be. */
public sealed interface Inbound {
    /** The alerts in it, perhaps none; {@code truncated} counts those the monitor says it left out. */
    record Parsed(List<Alert> alerts, int truncated) implements Inbound {
        public Parsed {
            alerts = List.copyOf(alerts);
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
