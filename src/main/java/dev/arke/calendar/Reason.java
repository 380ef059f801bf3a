package dev.arke.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Why a filling put somebody on a shift, or nobody. {@code after}: who had the turn before, where turns are taken;
 * {@code lastEnded}: when the one chosen was last over with this duty; {@code minutes}: what they had of it in the weeks
 * before, as {@link Fair} counts; {@code passedOver}: who came earlier in the order and could not.
 */
public record Reason(
        Ground ground,
        Optional<UUID> after,
        Optional<Instant> lastEnded,
        Optional<Long> minutes,
        List<PassedOver> passedOver) {
    private static final int MOST_PASSED_OVER = 16;

    /** What decided. */
    public enum Ground {
        /** The roster's order. */
        IN_TURN,
        /** Never in this duty before. */
        NEVER_STOOD,
        /** Longest since they last had this duty. */
        LONGEST_OFF,
        /** Least of this duty in the weeks before. */
        FEWEST_HOURS,
        /** Nobody of the roster can. */
        NOBODY_CAN
    }

    /** What keeps somebody from a turn. */
    public enum Hindrance {
        VACATION,
        UNAVAILABLE,
        /** Another duty of the same team at that time. */
        OTHER_DUTY,
        /** The turn before or after is theirs already. */
        TURN_BESIDE
    }

    /** Somebody who came earlier in the order. */
    public record PassedOver(UUID responder, Hindrance hindrance) {}

    public Reason {
        passedOver = passedOver.stream().limit(MOST_PASSED_OVER).toList();
    }

    static Reason of(Ground ground) {
        return new Reason(ground, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    Reason passing(List<PassedOver> others) {
        return new Reason(ground, after, lastEnded, minutes, others);
    }
}
