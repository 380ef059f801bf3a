package dev.arke.calendar;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rule that fills one duty of a team, or, {@code helping}, a part of it. {@code paused}: for the time being it plans
 * nothing and takes nothing back. {@code roster}: those who take turns at present, in order, each once; whoever
 * is deactivated or out of rotation is not among them. {@code horizon}: how far ahead shifts are planned.
 */
public record Rotation(
        UUID id,
        String name,
        TeamRole fills,
        List<UUID> roster,
        Recurrence recurrence,
        Strategy strategy,
        Duration horizon,
        Optional<Helping> helping,
        boolean paused) {
    public static final Duration DEFAULT_HORIZON = Duration.ofDays(56);

    public Rotation(
            UUID id,
            String name,
            TeamRole fills,
            List<UUID> roster,
            Recurrence recurrence,
            Strategy strategy,
            Duration horizon) {
        this(id, name, fills, roster, recurrence, strategy, horizon, Optional.empty(), false);
    }

    public Rotation paused(boolean isPaused) {
        return new Rotation(id, name, fills, roster, recurrence, strategy, horizon, helping, isPaused);
    }

    public Rotation {
        roster = List.copyOf(roster);
        if (new HashSet<>(roster).size() < roster.size())
            throw new IllegalArgumentException("somebody stands twice in the roster of " + name);
        if (!horizon.isPositive()) throw new IllegalArgumentException("a horizon lies ahead: " + horizon);
    }
}
