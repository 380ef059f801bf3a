package dev.arke.alert;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An alert being put together from a payload; not thread-safe. */
public final class AlertDraft {
    private static final int ROOM_LEFT = 1000;

    private final String dedupKey;
    private final Alert.Status status;
    private final String summary;
    private String details = "";
    private Optional<Priority> priority = Optional.empty();
    private final TreeMap<String, String> labels = new TreeMap<>();
    private final List<Link> links = new ArrayList<>();
    private Optional<Instant> startsAt = Optional.empty();
    private Optional<String> groupKey = Optional.empty();
    private List<String> warnings = List.of();
    private Optional<URI> source = Optional.empty();

    AlertDraft(String dedupKey, Alert.Status status, String summary) {
        this.dedupKey = dedupKey;
        this.status = status;
        this.summary = summary;
    }

    public AlertDraft details(String text) {
        details = text;
        return this;
    }

    public AlertDraft priority(Optional<Priority> own) {
        priority = own;
        return this;
    }

    public AlertDraft labels(Map<String, String> more) {
        labels.putAll(more);
        return this;
    }

    /** Adds a link; an address that is blank or not on the web is left out. */
    public AlertDraft link(String label, String address) {
        Link.of(label, address).ifPresent(links::add);
        return this;
    }

    public AlertDraft startsAt(Optional<Instant> instant) {
        startsAt = instant;
        return this;
    }

    public AlertDraft groupKey(String raw) {
        groupKey = Optional.of(raw);
        return this;
    }

    /** The monitor's own address; one that is blank or not on the web is left out. */
    public AlertDraft source(String address) {
        source = Link.address(address);
        return this;
    }

    /** What of the payload was left out or taken otherwise than meant; it ends the details and is never cut off them. */
    public AlertDraft warnings(List<String> words) {
        warnings = words;
        return this;
    }

    public Alert toAlert() {
        return new Alert(
                dedupKey,
                status,
                summary,
                detailsAndWarnings(),
                priority,
                labels,
                0,
                links,
                startsAt,
                groupKey,
                source);
    }

    private String detailsAndWarnings() {
        if (warnings.isEmpty()) return details;
        var odd = "Not as Arke expects it:\n" + String.join("\n", warnings);
        var text = CleanText.of(details).strip();
        if (text.isEmpty()) return odd;
        return CleanText.cut(text, Math.max(Alert.DETAILS_LIMIT - odd.length() - 2, ROOM_LEFT)) + "\n\n" + odd;
    }
}
