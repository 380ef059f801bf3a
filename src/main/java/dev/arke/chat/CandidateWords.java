package dev.arke.chat;

import dev.arke.calendar.Suggest.Candidate;
import dev.arke.card.Phrases;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Why somebody would be good to take a shift. */
public final class CandidateWords {
    private static final int SHOWN = 3;

    private CandidateWords() {}

    /** "bob (on the roster, rested, 12 h in the last 12 weeks), then chen (…)"; the best three. */
    public static String of(List<Candidate> candidates, Function<UUID, String> names, Phrases say) {
        return candidates.stream()
                .limit(SHOWN)
                .map(one -> say.say("candidate", names.apply(one.who()), why(one, say)))
                .reduce((before, next) -> say.say("candidate.then", before, next))
                .orElse("");
    }

    private static String why(Candidate one, Phrases say) {
        return String.join(
                ", ",
                say.say(one.onRoster() ? "candidate.roster" : "candidate.stranger"),
                one.rest()
                        .map(rest -> say.say("candidate.tired", FindingWords.hours(rest)))
                        .orElseGet(() -> say.say("candidate.rested")),
                one.stood().equals(Duration.ZERO)
                        ? say.say("candidate.never")
                        : say.say("candidate.stood", FindingWords.hours(one.stood())));
    }
}
