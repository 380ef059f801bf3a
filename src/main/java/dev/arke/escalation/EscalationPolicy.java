package dev.arke.escalation;

import java.util.List;
import java.util.UUID;

/**
 * Who is paged for an incident, in what order. {@code versionId} names this unchangeable version. After the last step
 * the steps are repeated {@code rounds} times; then {@code lastResort} is paged until somebody takes the incident, and
 * when it is empty, the team's managers are.
 */
public record EscalationPolicy(
        UUID id, UUID versionId, String name, UUID teamId, List<Step> steps, int rounds, List<Target> lastResort) {
    public EscalationPolicy {
        steps = List.copyOf(steps);
        lastResort = List.copyOf(lastResort);
        if (steps.isEmpty()) throw new IllegalArgumentException("a policy has at least one step");
        if (rounds < 0) throw new IllegalArgumentException("a policy repeats 0 or more rounds");
    }

    public Step lastStep() {
        return steps.getLast();
    }
}
