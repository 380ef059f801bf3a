package dev.arke.chat;

import dev.arke.card.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a history, and how often it came. What comes again and again, one line or a few in turns as when a last
 * resort is paged for hours, is told once, and the order of what happened stays.
 */
record Recurring(List<Span> words, Optional<Instant> first, Optional<Instant> last, int times) {
    private static final int LONGEST_TURN = 6;

    static Recurring once(List<Span> words, Optional<Instant> at) {
        return new Recurring(words, at, at, 1);
    }

    /** The same history with each run told once. */
    static List<Recurring> told(List<Recurring> lines) {
        var told = new ArrayList<Recurring>();
        for (var line : lines) {
            told.add(line);
            fold(told);
        }
        return told;
    }

    /** Where the newest lines say what those before them say, they are counted there. */
    private static void fold(List<Recurring> told) {
        int end = told.size();
        for (int turn = 1; turn <= LONGEST_TURN && 2 * turn <= end; turn++) {
            var before = told.subList(end - 2 * turn, end - turn);
            var now = told.subList(end - turn, end);
            if (!words(before).equals(words(now))) continue;
            for (int i = 0; i < turn; i++) before.set(i, before.get(i).and(now.get(i)));
            now.clear();
            return;
        }
    }

    private static List<List<Span>> words(List<Recurring> lines) {
        return lines.stream().map(Recurring::words).toList();
    }

    private Recurring and(Recurring later) {
        return new Recurring(words, first, later.last, times + later.times);
    }
}
