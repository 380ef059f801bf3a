package dev.arke.incident;

import dev.arke.alert.Priority;
import dev.arke.escalation.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is true of an incident in every state. {@code position} is the step fired last, {@code firedAt} when and
 * {@code firedTurn} as which turn: pages beside it count further ones. {@code lastActionAt}
 * is the last thing a human did to it; {@code ackTimeout} is the service's, as it was at the start.
 */
public record Facts(
        UUID id,
        long number,
        UUID serviceId,
        UUID policyVersionId,
        Optional<UUID> integrationId,
        Priority priority,
        String summary,
        String dedupKey,
        Optional<Instant> alertStartedAt,
        Instant triggeredAt,
        Optional<Duration> ackTimeout,
        Optional<Instant> lastActionAt,
        Position position,
        Optional<Instant> firedAt,
        int firedTurn,
        Optional<Instant> exhaustedAt,
        int repeats,
        Optional<Instant> lastRepeatAt) {

    public Facts withPriority(Priority priority) {
        return with(
                alertStartedAt,
                priority,
                lastActionAt,
                position,
                firedAt,
                firedTurn,
                exhaustedAt,
                repeats,
                lastRepeatAt);
    }

    public Facts withAction(Instant at) {
        return with(
                alertStartedAt,
                priority,
                Optional.of(at),
                position,
                firedAt,
                firedTurn,
                exhaustedAt,
                repeats,
                lastRepeatAt);
    }

    public Facts withPosition(Position position) {
        return with(
                alertStartedAt,
                priority,
                lastActionAt,
                position,
                firedAt,
                firedTurn,
                exhaustedAt,
                repeats,
                lastRepeatAt);
    }

    public Facts withFired(Position position, Instant at, boolean exhausted) {
        var since = exhausted ? exhaustedAt.or(() -> Optional.of(at)) : Optional.<Instant>empty();
        return with(
                alertStartedAt,
                priority,
                lastActionAt,
                position,
                Optional.of(at),
                position.turn(),
                since,
                repeats,
                lastRepeatAt);
    }

    /** The alert came again at {@code at}; a later start than the one known is another occurrence, and counts from now on. */
    public Facts withRepeat(Optional<Instant> startedAt, Instant at) {
        var start = startedAt
                .filter(later ->
                        alertStartedAt.filter(known -> !later.isAfter(known)).isEmpty())
                .or(() -> alertStartedAt);
        return with(
                start, priority, lastActionAt, position, firedAt, firedTurn, exhaustedAt, repeats + 1, Optional.of(at));
    }

    /** The same incident; what acts, alerts and the clock change is as given. */
    private Facts with(
            Optional<Instant> alertStartedAt,
            Priority priority,
            Optional<Instant> lastActionAt,
            Position position,
            Optional<Instant> firedAt,
            int firedTurn,
            Optional<Instant> exhaustedAt,
            int repeats,
            Optional<Instant> lastRepeatAt) {
        return new Facts(
                id,
                number,
                serviceId,
                policyVersionId,
                integrationId,
                priority,
                summary,
                dedupKey,
                alertStartedAt,
                triggeredAt,
                ackTimeout,
                lastActionAt,
                position,
                firedAt,
                firedTurn,
                exhaustedAt,
                repeats,
                lastRepeatAt);
    }
}
