package dev.arke.calendar;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** First those who never had this duty, then those whose last shift of it is over for longest; else in roster order. */
final class LeastRecent implements TurnOrder {
    private final Rotation rotation;
    private final Served served;

    LeastRecent(Rotation rotation, Served served) {
        this.rotation = rotation;
        this.served = served;
    }

    @Override
    public List<UUID> order(Occurrence occurrence) {
        return rotation.roster().stream()
                .sorted(Comparator.comparing(person -> since(person, occurrence)))
                .toList();
    }

    private Instant since(UUID person, Occurrence occurrence) {
        return served.lastEnded(person, occurrence.start()).orElse(Instant.MIN);
    }

    @Override
    public Reason why(UUID chosen, Occurrence occurrence) {
        var last = served.lastEnded(chosen, occurrence.start());
        var ground = last.isEmpty() ? Reason.Ground.NEVER_STOOD : Reason.Ground.LONGEST_OFF;
        return new Reason(ground, Optional.empty(), last, Optional.empty(), List.of());
    }
}
