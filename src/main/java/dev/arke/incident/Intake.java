package dev.arke.incident;

import dev.arke.alert.Alert;
import dev.arke.alert.Priority;
import dev.arke.responder.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What one alert does to the incidents there are. Pure. */
public final class Intake {
    /** How long a human's word that something is over outweighs a monitor that goes on about the same occurrence. */
    public static final Duration REST_AFTER_RESOLVE = Duration.ofHours(4);

    private Intake() {}

    /** The decision; the reason of an ignored alert is fit for a log and the answer to the sender. */
    public sealed interface Decision {
        record Open() implements Decision {}

        record Repeat(Transition.Changed change) implements Decision {}

        record Resolve(Transition.Changed change) implements Decision {}

        record Ignored(Why why) implements Decision {}
    }

    /** Why an alert changes nothing. */
    public enum Why {
        /** It clears what is not open (any more). */
        NOTHING_OPEN,
        /** It clears an earlier occurrence than the one that is open. */
        EARLIER_OCCURRENCE,
        /** Somebody resolved this very occurrence by hand less than 4 h ago. */
        RESOLVED_BY_HAND
    }

    /**
     * Decides.
     *
     * @param open the open incident of the alert's dedup key
     * @param resolved incidents that stood for this alert and were resolved in the last {@link #REST_AFTER_RESOLVE}
     * @param collectedBy those of them that had collected it, among others, when they were resolved
     */
    public static Decision decide(
            Alert alert,
            Priority priority,
            Optional<Incident> open,
            List<Incident> resolved,
            Set<UUID> collectedBy,
            Actor.Monitor monitor,
            Instant now) {
        return switch (alert.status()) {
            case FIRING -> fires(alert, priority, open, resolved, collectedBy, now);
            case RESOLVED -> clears(alert, open, monitor, now);
        };
    }

    private static Decision fires(
            Alert alert,
            Priority priority,
            Optional<Incident> open,
            List<Incident> resolved,
            Set<UUID> collectedBy,
            Instant now) {
        if (open.isPresent())
            return new Decision.Repeat(Transitions.repeat(open.get(), priority, alert.startsAt(), now));
        boolean atRest = resolved.stream()
                .anyMatch(incident ->
                        isSameOccurrenceResolvedByHand(incident, alert, collectedBy.contains(incident.id())));
        return atRest ? new Decision.Ignored(Why.RESOLVED_BY_HAND) : new Decision.Open();
    }

    private static boolean isSameOccurrenceResolvedByHand(Incident incident, Alert alert, boolean collected) {
        return incident instanceof Incident.Resolved over
                && isResolvedByHand(over)
                && alert.startsAt().isPresent()
                && (collected
                        ? !alert.startsAt().get().isAfter(over.at())
                        : over.facts().alertStartedAt().equals(alert.startsAt()));
    }

    /** By anybody but a monitor; so is what became a part of another. */
    public static boolean isResolvedByHand(Incident incident) {
        return incident instanceof Incident.Resolved over && !over.by().word().startsWith("monitor:");
    }

    private static Decision clears(Alert alert, Optional<Incident> open, Actor.Monitor monitor, Instant now) {
        if (open.isEmpty()) return new Decision.Ignored(Why.NOTHING_OPEN);
        if (isEarlier(alert.startsAt(), open.get().facts().alertStartedAt()))
            return new Decision.Ignored(Why.EARLIER_OCCURRENCE);
        return Transitions.resolve(open.get(), monitor, "", now) instanceof Transition.Changed change
                ? new Decision.Resolve(change)
                : new Decision.Ignored(Why.NOTHING_OPEN);
    }

    private static boolean isEarlier(Optional<Instant> start, Optional<Instant> openStart) {
        return start.isPresent() && openStart.isPresent() && start.get().isBefore(openStart.get());
    }
}
