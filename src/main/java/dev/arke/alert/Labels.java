package dev.arke.alert;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The bounds of an alert's labels: at most 64, clean names and values; the well-known names stay when others must go. */
final class Labels {
    static final int LIMIT = 64;
    private static final int NAME_LIMIT = 255;
    private static final int VALUE_LIMIT = 1024;
    // Routes and priorities are decided by these, so they are the last to go.
    private static final List<String> FIRST = List.of(
            "alertname",
            "severity",
            "priority",
            "service",
            "team",
            "cluster",
            "env",
            "environment",
            "namespace",
            "region",
            "instance",
            "host",
            "job");

    private Labels() {}

    /** Clean names and values; an empty value is the same as no label, as in Prometheus. */
    static SortedMap<String, String> clean(Map<String, String> raw) {
        var clean = new TreeMap<String, String>();
        raw.forEach((name, value) -> {
            var kept = CleanText.cut(CleanText.of(value), VALUE_LIMIT);
            if (!name.isBlank() && !kept.isBlank()) clean.put(CleanText.cut(CleanText.line(name), NAME_LIMIT), kept);
        });
        return clean;
    }

    /** The 64 that are kept, in the order of their names. */
    static SortedMap<String, String> kept(SortedMap<String, String> clean) {
        if (clean.size() <= LIMIT) return Collections.unmodifiableSortedMap(clean);
        var rest = new HashMap<>(clean);
        var kept = new TreeMap<String, String>();
        for (var name : FIRST) {
            var value = rest.remove(name);
            if (value != null) kept.put(name, value);
        }
        new TreeMap<>(rest)
                .entrySet().stream()
                        .limit((long) LIMIT - kept.size())
                        .forEach(label -> kept.put(label.getKey(), label.getValue()));
        return Collections.unmodifiableSortedMap(kept);
    }
}
