package dev.arke.teamfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the mistakes of one file, so that all are told at once. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(Place place, String text) {
        found.add(new Problem(place.line(), place.column(), place.path(), text));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** From the top of the file to its end. */
    List<Problem> all() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
