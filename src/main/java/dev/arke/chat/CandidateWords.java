package dev.arke.chat;

import dev.arke.calendar.Suggest.Candidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why somebody would be good to take a shift. */
public final class CandidateWords {
    private static final int SHOWN = 3;

    private CandidateWords() {}

    /** "bob (on the roster, rested, 12 h in the last 12 weeks), then chen (…)"; the best three. */
    public static String of(List<Candidate> candidates, Function<UUID, String> names) {
        return candidates.stream()
                .limit(SHOWN)
                .map(one -> names.apply(one.who()) + " (" + why(one) + ")")
                .collect(Collectors.joining(", then "));
    }

    private static String why(Candidate one) {
        var words = new ArrayList<String>();
        words.add(one.onRoster() ? "on the roster" : "not on the roster");
        words.add(one.rest()
                .map(rest -> "only " + FindingWords.hours(rest) + " of rest")
                .orElse("rested"));
        words.add((one.stood().equals(Duration.ZERO) ? "none" : FindingWords.hours(one.stood()))
                + " of this duty in 12 weeks");
        return String.join(", ", words);
    }
}
