package dev.arke.chat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Stretches of time as people type them: {@code from fri 18:00 to sat 9am}, {@code fri 18:00..sat 9am},
 * {@code from fri 18:00 for 4h}, {@code for 2h}, {@code 2h}, {@code until 18:00}. The end is the first such time after the start.
 */
final class PeriodPhrase {
    private static final Set<String> ENDS = Set.of("to", "until", "till", "-", "–", "..");

    private final List<String> words;
    private final ZoneId zone;
    private final Instant now;

    private PeriodPhrase(List<String> words, ZoneId zone, Instant now) {
        this.words = words;
        this.zone = zone;
        this.now = now;
    }

    /** What was read. */
    sealed interface Read {
        /** The stretch and how many words said it. */
        record Period(Instant from, Instant to, int words) implements Read {}

        record Wrong(Complaint what) implements Read {}
    }

    /** Reads as many words from the start as say a stretch in {@code zone}. */
    static Read read(List<String> words, ZoneId zone, Instant now) {
        var plain = new ArrayList<String>();
        int more = 0;
        for (var word : words) {
            int dots = word.indexOf("..");
            if (dots > 0 && dots + 2 < word.length() && more == 0) {
                plain.addAll(List.of(word.substring(0, dots), "..", word.substring(dots + 2)));
                more = 2;
            } else plain.add(word);
        }
        int added = more;
        return switch (new PeriodPhrase(plain, zone, now).read()) {
            case Read.Period period -> new Read.Period(period.from(), period.to(), period.words() - added);
            case Read.Wrong wrong -> wrong;
        };
    }

    private Read read() {
        if (words.isEmpty()) return wrong("period.whole");
        var first = word(0);
        if (first.equals("for"))
            return length(1)
                    .<Read>map(length -> period(now, now.plus(length.length()), 1 + length.words()))
                    .orElseGet(() -> wrong("period.length"));
        if (ENDS.contains(first)) return end(now, 1);
        int at = first.equals("from") ? 1 : 0;
        var start = TimePhrase.read(rest(at), zone, now);
        if (start.isEmpty())
            return length(0)
                    .<Read>map(length -> period(now, now.plus(length.length()), length.words()))
                    .orElseGet(() -> unreadable("period.from", at));
        int used = at + start.get().words();
        return afterStart(start.get().at(), used);
    }

    private Read afterStart(Instant start, int used) {
        if (used >= words.size()) return wrong("period.until");
        if (word(used).equals("for"))
            return length(used + 1)
                    .<Read>map(length -> period(start, start.plus(length.length()), used + 1 + length.words()))
                    .orElseGet(() -> wrong("period.length"));
        return ENDS.contains(word(used)) ? end(start, used + 1) : unreadable("period.until", used);
    }

    /** A weekday or a bare time is the next one after the start; "tomorrow" is always tomorrow. */
    private Read end(Instant start, int at) {
        var end = TimePhrase.read(rest(at), zone, now);
        if (end.isEmpty()) return unreadable("period.until", at);
        if (!end.get().at().isAfter(start) && !word(at).equals("tomorrow") && !word(at).equals("today"))
            end = TimePhrase.read(rest(at), zone, start.plusSeconds(1));
        return period(start, end.orElseThrow().at(), at + end.orElseThrow().words());
    }

    private static Read period(Instant from, Instant to, int words) {
        if (to.isAfter(from)) return new Read.Period(from, to, words);
        return wrong(to.equals(from) ? "period.empty" : "period.backwards");
    }

    private Optional<DurationPhrase.Read> length(int at) {
        return DurationPhrase.read(rest(at));
    }

    private List<String> rest(int at) {
        return words.subList(Math.min(at, words.size()), words.size());
    }

    private String word(int at) {
        return words.get(at).toLowerCase(Locale.ROOT);
    }

    private Read unreadable(String question, int at) {
        return at >= words.size()
                ? wrong(question)
                : wrong(question + ".unread", Shown.word(String.join(" ", rest(at))));
    }

    private static Read wrong(String key, Object... parts) {
        return new Read.Wrong(Complaint.of(key, parts));
    }
}
