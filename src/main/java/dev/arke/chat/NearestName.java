package dev.arke.chat;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Of the names there are, the one that somebody most likely meant by a name that is none. */
public final class NearestName {
    private static final int LONGEST = 64;

    private NearestName() {}

    /** Empty when none is near: at most a third of the letters may differ. */
    public static Optional<String> of(String typed, Collection<String> names) {
        var word = typed.strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty() || word.length() > LONGEST) return Optional.empty();
        return names.stream()
                .filter(name -> name.length() <= LONGEST)
                .filter(name -> edits(name, word) <= Math.max(1, Math.min(name.length(), word.length()) / 3))
                .min(Comparator.comparingInt((String name) -> edits(name, word)).thenComparing(name -> name));
    }

    /** " Did you mean payments?", or nothing: the end of a sentence that says what is not there. */
    public static String question(String typed, Collection<String> names) {
        return of(typed, names).map(name -> " Did you mean " + name + "?").orElse("");
    }

    private static int edits(String name, String word) {
        return EditDistance.between(name.toLowerCase(Locale.ROOT), word);
    }
}
