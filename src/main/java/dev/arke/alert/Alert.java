package dev.arke.alert;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A signal from a monitor, clean and bounded however it came: summary one line of at most 500 characters, details at
 * most 8,192, at most 64 labels ({@code labelsLeftOut} counts the rest) and 16 links. {@code priority} is what the
 * payload itself says, {@code source} the monitor's own address. Made by {@link #firing} and {@link #resolved}.
 */
public record Alert(
        String dedupKey,
        Status status,
        String summary,
        String details,
        Optional<Priority> priority,
        SortedMap<String, String> labels,
        int labelsLeftOut,
        List<Link> links,
        Optional<Instant> startsAt,
        Optional<String> groupKey,
        Optional<URI> source) {
    public static final int SUMMARY_LIMIT = 500;
    public static final int DETAILS_LIMIT = 8192;
    public static final int LINKS_LIMIT = 16;

    /** Whether the trouble is there or over. */
    public enum Status {
        FIRING,
        RESOLVED
    }

    public Alert {
        summary = CleanText.cut(CleanText.line(summary), SUMMARY_LIMIT);
        if (summary.isEmpty()) summary = "An alert that does not say what is wrong";
        details = CleanText.cut(CleanText.of(details).strip(), DETAILS_LIMIT);
        var clean = Labels.clean(labels);
        labels = Labels.kept(clean);
        labelsLeftOut += clean.size() - labels.size();
        links = links.stream().distinct().limit(LINKS_LIMIT).toList();
        groupKey = groupKey.map(DedupKey::fit).filter(key -> !key.isEmpty());
        // As tables keep it: what was read back must equal what comes again.
        startsAt = startsAt.map(at -> at.truncatedTo(ChronoUnit.MICROS));
        dedupKey = DedupKey.fit(dedupKey);
        if (dedupKey.isEmpty()) dedupKey = DedupKey.of(summary, labels);
    }

    /** An alert that begins or goes on; a blank key means "summary and labels are the key". */
    public static AlertDraft firing(String dedupKey, String summary) {
        return new AlertDraft(dedupKey, Status.FIRING, summary);
    }

    /** An alert that is over; it needs the key with which it fired. */
    public static AlertDraft resolved(String dedupKey, String summary) {
        return new AlertDraft(dedupKey, Status.RESOLVED, summary);
    }

    public boolean isFiring() {
        return status == Status.FIRING;
    }

    /** The label's value, empty when there is none. */
    public String label(String name) {
        return labels.getOrDefault(name, "");
    }
}
