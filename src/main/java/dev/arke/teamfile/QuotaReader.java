package dev.arke.teamfile;

import dev.arke.responder.Quota;
import java.time.Duration;
import java.util.Optional;

/** Reads a {@code quota}: how many incidents an integration or a team may open. */
final class QuotaReader {
    private static final String EXAMPLE = "{soft: 50, hard: 200, within: 1h}";
    private static final String NO_LIMIT = "no number of incidents. Write one from 1 to 100000.";
    private static final String NO_WINDOW = "no length of time for a quota. Write one from 1m to 7d.";
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private QuotaReader() {}

    static Optional<Quota> read(Section section, Problems problems) {
        return section.section("quota", EXAMPLE).flatMap(quota -> quota(quota, problems));
    }

    private static Optional<Quota> quota(Section section, Problems problems) {
        var soft = section.read("soft", QuotaReader::limit, NO_LIMIT);
        var hard = section.read("hard", QuotaReader::limit, NO_LIMIT);
        var within =
                section.required("within", "1h").flatMap(word -> section.parsed(word, QuotaReader::window, NO_WINDOW));
        boolean isGiven =
                section.text("soft").isPresent() || section.text("hard").isPresent();
        section.end();
        if (!isGiven) problems.add(section.place(), "a quota has soft, hard or both, for example " + EXAMPLE + ".");
        if (soft.isPresent() && hard.isPresent() && soft.get() >= hard.get()) {
            problems.add(section.place("soft"), "the owner is told before the limit: soft must be below hard.");
            return Optional.empty();
        }
        if (soft.isEmpty() && hard.isEmpty()) return Optional.empty();
        return within.map(time -> new Quota(soft, hard, time));
    }

    private static Optional<Integer> limit(String text) {
        return text.matches("[1-9][0-9]{0,4}|100000") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Duration> window(String text) {
        return Values.duration(text)
                .filter(length -> length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0);
    }
}
