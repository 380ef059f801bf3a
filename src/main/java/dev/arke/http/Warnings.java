package dev.arke.http;

import dev.arke.alert.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of one body was left out, or taken otherwise than it was meant; not thread-safe. */
final class Warnings {
    private static final int LIMIT = 1000;
    private static final int SHOWN = 20;
    private static final int SHOWN_OF_AN_ALERT = 5;
    private static final int WORDS_LIMIT = 400;

    private record Warning(String place, String words) {}

    private final List<Warning> warnings = new ArrayList<>();
    private int count;
    private Optional<String> wrongType = Optional.empty();
    private Optional<String> lost = Optional.empty();

    void add(String place, String words) {
        count++;
        if (warnings.size() < LIMIT)
            warnings.add(new Warning(place, CleanText.cut(CleanText.line(words), WORDS_LIMIT)));
    }

    /** A field holds another type of JSON than it must: that is a mistake of the sender's, see {@link Inbound.Parsed#wrongType}. */
    void addWrongType(String place, String words) {
        add(place, words);
        if (wrongType.isEmpty()) wrongType = Optional.of(place + ": " + words);
    }

    /** One of several alerts cannot be read at all; that goes beyond a warning, see {@link Inbound.Parsed#lost}. */
    void lose(Inbound.Unreadable alert) {
        add(alert.where(), alert.message());
        if (lost.isEmpty()) lost = Optional.of(alert.words());
    }

    Optional<String> wrongType() {
        return wrongType;
    }

    Optional<String> lost() {
        return lost;
    }

    /** As the sender is told, at most 20. */
    List<String> words() {
        return shown(
                warnings.stream().map(one -> one.place() + ": " + one.words()).toList(), count, SHOWN);
    }

    /** Those of one alert, as its details tell them, at most 5; places begin at {@code alert}. */
    List<String> within(String alert) {
        if (warnings.isEmpty()) return List.of();
        var own = warnings.stream()
                .filter(one -> alert.equals("body") || one.place().startsWith(alert + "."))
                .map(one -> (alert.equals("body") ? one.place() : one.place().substring(alert.length() + 1)) + ": "
                        + one.words())
                .toList();
        return shown(own, own.size(), SHOWN_OF_AN_ALERT);
    }

    private static List<String> shown(List<String> all, int count, int limit) {
        if (count <= limit) return all;
        var shown = new ArrayList<>(all.subList(0, Math.min(limit, all.size())));
        shown.add("and " + (count - shown.size()) + " more");
        return shown;
    }
}
