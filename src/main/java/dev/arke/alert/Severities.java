package dev.arke.alert;

import static dev.arke.alert.Priority.HIGH;
import static dev.arke.alert.Priority.LOW;
import static dev.arke.alert.Priority.MEDIUM;
import static dev.arke.alert.Priority.URGENT;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an integration takes each value of the label {@code severity} to mean; values in any case. */
public record Severities(Map<String, Priority> words) {
    /** Medium would disturb less, but a page that is lost is worse than one too many. */
    public static final Priority WHEN_UNKNOWN = HIGH;

    /** The words monitors commonly use. */
    public static final Severities USUAL = new Severities(Map.ofEntries(
            Map.entry("critical", URGENT),
            Map.entry("page", URGENT),
            Map.entry("emergency", URGENT),
            Map.entry("fatal", URGENT),
            Map.entry("error", HIGH),
            Map.entry("major", HIGH),
            Map.entry("warning", MEDIUM),
            Map.entry("warn", MEDIUM),
            Map.entry("minor", MEDIUM),
            Map.entry("info", LOW),
            Map.entry("notice", LOW),
            Map.entry("debug", LOW),
            Map.entry("none", LOW)));

    public Severities {
        var plain = new HashMap<String, Priority>();
        words.forEach((word, priority) -> plain.put(plain(word), priority));
        words = Map.copyOf(plain);
    }

    /** These words first, the others as before. */
    public Severities with(Map<String, Priority> own) {
        var both = new HashMap<>(words);
        both.putAll(new Severities(own).words);
        return new Severities(both);
    }

    /** The priority of a severity: by these words, else read as a priority ("high", "P1"), else empty. */
    public Optional<Priority> find(String severity) {
        return Optional.ofNullable(words.get(plain(severity))).or(() -> Priority.parse(severity));
    }

    /** What the payload says, else its severity, else {@link #WHEN_UNKNOWN}. */
    public Priority priorityOf(Alert alert) {
        return alert.priority().or(() -> find(alert.label("severity"))).orElse(WHEN_UNKNOWN);
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
