package dev.arke.chat;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day as people type them, in lower case: {@code 9am}, {@code 9:30 pm}, {@code 14:30}, {@code noon}. */
final class ClockPhrase {
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?(am|pm)?");

    private ClockPhrase() {}

    /** A local time and how many words said it. */
    record Read(LocalTime time, int words) {}

    /**
     * Reads a time from the first word or two. A bare hour ("9") is one only after a day and as the last word:
     * elsewhere it is a number of something.
     */
    static Optional<Read> read(List<String> words, boolean afterDay) {
        if (words.isEmpty()) return Optional.empty();
        if (words.getFirst().equals("noon")) return Optional.of(new Read(LocalTime.NOON, 1));
        if (words.getFirst().equals("midnight")) return Optional.of(new Read(LocalTime.MIDNIGHT, 1));
        if (words.size() > 1 && (words.get(1).equals("am") || words.get(1).equals("pm"))) {
            var spaced = clock(words.getFirst() + words.get(1), false);
            if (spaced.isPresent()) return spaced.map(time -> new Read(time, 2));
        }
        return clock(words.getFirst(), afterDay && words.size() == 1).map(time -> new Read(time, 1));
    }

    private static Optional<LocalTime> clock(String word, boolean bareHour) {
        var match = CLOCK.matcher(word);
        if (!match.matches()) return Optional.empty();
        var half = match.group(3);
        if (match.group(2) == null && half == null && !bareHour) return Optional.empty();
        int minute = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
        return hour(Integer.parseInt(match.group(1)), half)
                .filter(hour -> minute < 60)
                .map(hour -> LocalTime.of(hour, minute));
    }

    /** On the clock of twelve hours 12 comes first: 12am is midnight, 12pm is noon. */
    private static Optional<Integer> hour(int hour, @Nullable String half) {
        if (half == null) return hour < 24 ? Optional.of(hour) : Optional.empty();
        if (hour < 1 || hour > 12) return Optional.empty();
        return Optional.of(hour % 12 + (half.equals("pm") ? 12 : 0));
    }
}
