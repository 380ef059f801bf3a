package dev.arke.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verbs near a word that is none. What begins a verb counts before what misspells one. */
final class Suggestions {
    private static final int MOST = 6;
    private static final int LONGEST_WORD = 20;

    private Suggestions() {}

    /** The words of verbs that may be meant, at most one for each verb; empty when nothing is near. */
    static List<String> near(String typed) {
        var word = TypedForms.lower(typed);
        if (word.isEmpty() || word.length() > LONGEST_WORD) return List.of();
        var begun = begunBy(word);
        return begun.isEmpty() ? misspelledBy(word) : begun;
    }

    private static List<String> begunBy(String word) {
        var found = new ArrayList<String>();
        for (var verb : Verb.values())
            verb.words()
                    .filter(candidate -> candidate.startsWith(word))
                    .findFirst()
                    .ifPresent(found::add);
        return found.stream().limit(MOST).toList();
    }

    private static List<String> misspelledBy(String word) {
        int best = word.length() < 2 ? 0 : word.length() < 6 ? 1 : 2;
        var found = new ArrayList<String>();
        for (var verb : Verb.values()) {
            var nearest = nearest(verb, word);
            if (nearest.isEmpty() || nearest.get().edits() > best) continue;
            if (nearest.get().edits() < best) found.clear();
            best = nearest.get().edits();
            found.add(nearest.get().word());
        }
        return found.stream().limit(MOST).toList();
    }

    private record Near(String word, int edits) {}

    private static Optional<Near> nearest(Verb verb, String word) {
        return verb.words()
                .map(candidate -> new Near(candidate, EditDistance.between(candidate, word)))
                .min((one, other) -> Integer.compare(one.edits(), other.edits()));
    }
}
