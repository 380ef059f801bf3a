package dev.arke.incident;

import dev.arke.alert.Priority;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which incidents are asked for. Empty {@code services} are all there are; no {@code priorities} and no {@code owners}
 * narrow nothing. Owners are actors' words: who has an incident or resolved it.
 */
public record IncidentQuery(
        Optional<Set<UUID>> services, Set<State> states, Set<Priority> priorities, Set<String> owners) {
    /** The states of an incident, in the order people ask for them. */
    public enum State {
        TRIGGERED,
        ACKNOWLEDGED,
        SNOOZED,
        RESOLVED;

        /** The lower-case word used in chat and tables. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Set<State> OPEN = Set.of(State.TRIGGERED, State.ACKNOWLEDGED, State.SNOOZED);

    public IncidentQuery {
        services = services.map(Set::copyOf);
        states = states.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(states));
        priorities = Set.copyOf(priorities);
        owners = Set.copyOf(owners);
    }

    /** Everything that is open on these services. */
    public static IncidentQuery openOn(Set<UUID> services) {
        return new IncidentQuery(Optional.of(services), OPEN, Set.of(), Set.of());
    }

    /** What waits for somebody to take it, everywhere. */
    public static IncidentQuery unclaimed() {
        return new IncidentQuery(Optional.empty(), Set.of(State.TRIGGERED), Set.of(), Set.of());
    }

    /** What this actor has. */
    public static IncidentQuery ownedBy(String owner) {
        return new IncidentQuery(Optional.empty(), Set.of(State.ACKNOWLEDGED, State.SNOOZED), Set.of(), Set.of(owner));
    }
}
