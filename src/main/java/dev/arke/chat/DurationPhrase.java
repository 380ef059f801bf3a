package dev.arke.chat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths of time as people type them: {@code 90m}, {@code 2h}, {@code 1h30m}, {@code 2 days}. A day is 24 hours. */
public final class DurationPhrase {
    /** Nothing in chat lasts longer; keeps arithmetic and databases within their bounds. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final Pattern PART = Pattern.compile("(\\d{1,5})([a-z]+)");
    private static final Pattern WHOLE = Pattern.compile("(?:\\d{1,5}[a-z]+)+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    private DurationPhrase() {}

    /** A length (from zero to {@link #LONGEST}) and how many words said it. */
    public record Read(Duration length, int words) {}

    /** Reads as many words from the start as say a length; empty when the first does not or it is too long. */
    public static Optional<Read> read(List<String> words) {
        var total = Duration.ZERO;
        int used = 0;
        while (used < words.size()) {
            var one = whole(words.get(used));
            int took = 1;
            if (one.isEmpty()
                    && used + 1 < words.size()
                    && NUMBER.matcher(words.get(used)).matches()) {
                one = whole(words.get(used) + words.get(used + 1));
                took = 2;
            }
            if (one.isEmpty()) break;
            total = total.plus(one.get());
            used += took;
        }
        return used == 0 || total.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(new Read(total, used));
    }

    private static Optional<Duration> whole(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (lower.length() > 40 || !WHOLE.matcher(lower).matches()) return Optional.empty();
        var total = Duration.ZERO;
        for (var part = PART.matcher(lower); part.find(); ) {
            var unit = unit(part.group(2));
            if (unit.isEmpty()) return Optional.empty();
            total = total.plus(unit.get().multipliedBy(Long.parseLong(part.group(1))));
        }
        return Optional.of(total);
    }

    private static Optional<Duration> unit(String word) {
        return switch (word) {
            case "s", "sec", "secs", "second", "seconds" -> Optional.of(Duration.ofSeconds(1));
            case "m", "min", "mins", "minute", "minutes" -> Optional.of(Duration.ofMinutes(1));
            case "h", "hr", "hrs", "hour", "hours" -> Optional.of(Duration.ofHours(1));
            case "d", "day", "days" -> Optional.of(Duration.ofDays(1));
            case "w", "week", "weeks" -> Optional.of(Duration.ofDays(7));
            default -> Optional.empty();
        };
    }
}
