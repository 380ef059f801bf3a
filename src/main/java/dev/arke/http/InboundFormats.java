package dev.arke.http;

import dev.arke.alert.CleanText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The formats by their names in {@code /in/{key}/{format}} and in the team file. */
public final class InboundFormats {
    private static final Map<String, InboundFormat> BY_NAME = new TreeMap<>(Map.of(
            "generic", new GenericFormat(),
            "alertmanager", new AlertmanagerFormat(),
            "grafana", new GrafanaFormat()));

    private InboundFormats() {}

    public static Optional<InboundFormat> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All names, in alphabetical order. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** The text of the 404 for a name that is not one of them. */
    public static String unknown(String name) {
        var shown = CleanText.cut(CleanText.line(name), 60);
        return (shown.isEmpty() ? "The address does not end with a format" : "There is no alert format “" + shown + "”")
                + ". Arke reads "
                + String.join(", ", names()) + ". End the address with one of them, for example /in/YOUR-KEY/generic";
    }
}
