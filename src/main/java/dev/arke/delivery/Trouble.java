package dev.arke.delivery;

import dev.arke.alert.CleanText;
import java.time.Instant;
import java.util.Optional;

/**
 * What has gone wrong since a delivery last worked: {@code attempts} that failed, the first of them at {@code since},
 * the last for {@code reason}; {@code problem} is a sentence for people.
 */
public record Trouble(int attempts, Optional<Instant> since, Optional<FailureReason> reason, Optional<String> problem) {
    public static final Trouble NONE = new Trouble(0, Optional.empty(), Optional.empty(), Optional.empty());
    private static final int LONGEST_PROBLEM = 500;

    Trouble and(FailureReason reason, String problem, Instant now) {
        return new Trouble(
                attempts + 1,
                since.or(() -> Optional.of(now)),
                Optional.of(reason),
                Optional.of(CleanText.cut(CleanText.line(problem), LONGEST_PROBLEM)));
    }
}
